// SPDX-License-Identifier: Apache-2.0
#include "browse/projectusage.h"

#include <algorithm>
#include <chrono>

namespace browse {

namespace {

/// Some frames: 300 clusters answer faster than anybody reads.
constexpr std::chrono::milliseconds ChangeInterval{50};

using ScheduleUse = atlas::BackupSchedule::Use;

bool isScheduleMissing(const BackupSchedules::Entry &entry)
{
    using Reading = BackupSchedules::Reading;
    return entry.reading == Reading::Unread || entry.reading == Reading::Failed;
}

bool mayHaveJobs(const BackupSchedules::Entry &entry)
{
    using Reading = BackupSchedules::Reading;
    return entry.reading == Reading::Read || entry.reading == Reading::Failed;
}

} // namespace

ProjectUsage::ProjectUsage(net::Client &client, atlas::ProjectId project,
                           const atlas::CallOptions &options, QObject *parent)
    : QObject(parent), m_schedules(client, project, options), m_jobs(client, project, options)
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(ChangeInterval);
    const auto changeSoon = [this] {
        if (!m_changes.isActive())
            m_changes.start();
    };
    connect(&m_changes, &QTimer::timeout, this, &ProjectUsage::changed);
    connect(&m_schedules, &BackupSchedules::changed, this, &ProjectUsage::readJobsAfterSchedules);
    connect(&m_schedules, &BackupSchedules::changed, this, changeSoon);
    connect(&m_jobs, &ExportJobs::changed, this, changeSoon);
    connect(&m_schedules, &BackupSchedules::failed, this, &ProjectUsage::failed);
    connect(&m_jobs, &ExportJobs::failed, this, &ProjectUsage::failed);
}

bool ProjectUsage::isReading() const
{
    return m_schedules.state() == BackupSchedules::State::Reading
        || m_jobs.state() == ExportJobs::State::Reading;
}

bool ProjectUsage::isKnown() const
{
    return m_schedules.state() == BackupSchedules::State::Ready
        && (m_jobs.state() == ExportJobs::State::Ready
            || m_jobs.state() == ExportJobs::State::Forbidden);
}

bool ProjectUsage::hasFailed() const
{
    return m_schedules.state() == BackupSchedules::State::Failed || m_schedules.tally().failed > 0
        || (m_jobs.state() == ExportJobs::State::Ready && m_jobs.missingClusters() > 0);
}

bool ProjectUsage::isUnread() const
{
    return m_isPaused || m_wasStopped || m_schedules.state() == BackupSchedules::State::Unread;
}

BucketUsage ProjectUsage::of(atlas::BucketId bucket) const
{
    BucketUsage usage;
    for (const BackupSchedules::Entry &entry : m_schedules.entries()) {
        const bool isUser = entry.useOf(bucket) == ScheduleUse::AutoExport;
        usage.clusters += isUser ? 1 : 0;
        usage.idle += isUser && entry.isIdle() ? 1 : 0;
        usage.leftovers += entry.useOf(bucket) == ScheduleUse::LeftOver ? 1 : 0;
    }
    usage.isComplete = knowsAllUsers();
    const QList<ClusterExportJob> jobs = m_jobs.jobsTo(bucket);
    for (const ClusterExportJob &job : jobs.first(std::min(jobs.size(), BucketUsage::MostLatest)))
        usage.latest.prepend(job.job.state);
    return usage;
}

std::optional<bool> ProjectUsage::isUsed(atlas::BucketId bucket) const
{
    const QList<BackupSchedules::Entry> &entries = m_schedules.entries();
    const bool isUsed = std::any_of(entries.begin(), entries.end(), [bucket](const auto &entry) {
        return entry.useOf(bucket) == ScheduleUse::AutoExport;
    });
    return isUsed || knowsAllUsers() ? std::optional(isUsed) : std::nullopt;
}

QSet<atlas::BucketId> ProjectUsage::usedBuckets() const
{
    QSet<atlas::BucketId> used;
    for (const BackupSchedules::Entry &entry : m_schedules.entries()) {
        const auto &target = entry.schedule.exportTo;
        if (target && entry.useOf(target->bucket) == ScheduleUse::AutoExport)
            used.insert(target->bucket);
    }
    return used;
}

bool ProjectUsage::knowsAllUsers() const
{
    return m_schedules.state() == BackupSchedules::State::Ready && m_schedules.tally().isComplete();
}

LastExport ProjectUsage::lastExport(atlas::BucketId bucket) const
{
    const auto mayExport = [this, bucket](const atlas::ClusterName &cluster) {
        const QList<BackupSchedules::Entry> &entries = m_schedules.entries();
        return std::any_of(entries.begin(), entries.end(), [&](const auto &entry) {
            return entry.cluster == cluster
                && (isScheduleMissing(entry) || entry.useOf(bucket) == ScheduleUse::AutoExport);
        });
    };
    return lastExportIn(m_jobs.jobsTo(bucket), mayExport);
}

bool ProjectUsage::knowsAllJobs() const
{
    return m_schedules.state() == BackupSchedules::State::Ready && m_schedules.tally().unread == 0
        && m_jobs.state() == ExportJobs::State::Ready && m_jobs.missingClusters() == 0;
}

void ProjectUsage::read()
{
    if (isReading())
        return;
    m_isPaused = false;
    m_wasStopped = false;
    m_wantsJobs = m_jobs.state() != ExportJobs::State::Forbidden;
    if (m_schedules.state() == BackupSchedules::State::Ready && m_schedules.tally().isComplete())
        readJobsAfterSchedules();
    else
        m_schedules.read();
}

void ProjectUsage::pause()
{
    m_isPaused = m_isPaused || isReading();
    endReading();
}

void ProjectUsage::stop()
{
    m_wasStopped = isReading() || isUnread();
    endReading();
}

void ProjectUsage::endReading()
{
    m_wantsJobs = false;
    m_schedules.stop();
    m_jobs.stop();
    m_changes.start();
}

void ProjectUsage::forget()
{
    m_isPaused = false;
    m_wasStopped = false;
    m_wantsJobs = false;
    m_schedules.forget();
    m_jobs.forget();
}

void ProjectUsage::setOptions(const atlas::CallOptions &options)
{
    m_schedules.setOptions(options);
    m_jobs.setOptions(options);
}

void ProjectUsage::readJobsAfterSchedules()
{
    if (!m_wantsJobs || m_schedules.state() != BackupSchedules::State::Ready)
        return;
    m_wantsJobs = false;
    QList<atlas::ClusterName> clusters;
    for (const BackupSchedules::Entry &entry : m_schedules.entries()) {
        if (mayHaveJobs(entry))
            clusters.append(entry.cluster);
    }
    m_jobs.read(clusters);
}

} // namespace browse
