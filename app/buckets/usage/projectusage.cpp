// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/projectusage.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace buckets {

namespace {

/// Some frames: 300 clusters answer faster than anybody reads.
constexpr std::chrono::milliseconds ChangeInterval{50};

using ScheduleUse = atlas::BackupSchedule::Use;

bool isScheduleMissing(const BackupSchedules::Entry &entry)
{
    using Reading = BackupSchedules::Reading;
    return entry.reading == Reading::Unread || entry.reading == Reading::Failed;
}

} // namespace

ProjectUsage::ProjectUsage(net::Client &client, atlas::ProjectId project, QObject *parent)
    : QObject(parent), m_client(client), m_project(project), m_known(makeReading())
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(ChangeInterval);
    connect(&m_changes, &QTimer::timeout, this, &ProjectUsage::changed);
}

UsageReading *ProjectUsage::makeReading()
{
    auto *reading = new UsageReading(m_client, m_project, this);
    connect(reading, &UsageReading::changed, this, &ProjectUsage::changeSoon);
    connect(reading, &UsageReading::failed, this, &ProjectUsage::failed);
    connect(reading, &UsageReading::waitingChanged, this, &ProjectUsage::waitingChanged);
    return reading;
}

bool ProjectUsage::isInterrupted() const
{
    return m_isPaused || m_wasStopped || (m_isOutOfDate && !m_hasGivenUp) || m_known->isUnread();
}

BucketUsage ProjectUsage::of(atlas::BucketId bucket) const
{
    BucketUsage usage;
    for (const BackupSchedules::Entry &entry : schedules().entries()) {
        const bool isUser = entry.useOf(bucket) == ScheduleUse::AutoExport;
        usage.clusters += isUser ? 1 : 0;
        usage.idle += isUser && entry.isIdle() ? 1 : 0;
        usage.leftovers += entry.useOf(bucket) == ScheduleUse::LeftOver ? 1 : 0;
    }
    usage.isComplete = knowsAllUsers();
    const QList<ClusterExportJob> newest = jobs().outlinesTo(bucket, BucketUsage::MostLatest);
    for (const ClusterExportJob &job : newest)
        usage.latest.prepend(job.job.state);
    return usage;
}

std::optional<bool> ProjectUsage::isUsed(atlas::BucketId bucket) const
{
    const QList<BackupSchedules::Entry> &entries = schedules().entries();
    const bool isUsed = std::any_of(entries.begin(), entries.end(), [bucket](const auto &entry) {
        return entry.useOf(bucket) == ScheduleUse::AutoExport;
    });
    return isUsed || knowsAllUsers() ? std::optional(isUsed) : std::nullopt;
}

QSet<atlas::BucketId> ProjectUsage::usedBuckets() const
{
    QSet<atlas::BucketId> used;
    for (const BackupSchedules::Entry &entry : schedules().entries()) {
        const auto &target = entry.schedule.exportTo;
        if (target && entry.useOf(target->bucket) == ScheduleUse::AutoExport)
            used.insert(target->bucket);
    }
    return used;
}

bool ProjectUsage::knowsAllUsers() const
{
    return schedules().state() == BackupSchedules::State::Ready && schedules().tally().isComplete();
}

LastExport ProjectUsage::lastExport(atlas::BucketId bucket) const
{
    const auto mayExport = [this, bucket](const atlas::ClusterName &cluster) {
        const QList<BackupSchedules::Entry> &entries = schedules().entries();
        return std::any_of(entries.begin(), entries.end(), [&](const auto &entry) {
            return entry.cluster == cluster
                && (isScheduleMissing(entry) || entry.useOf(bucket) == ScheduleUse::AutoExport);
        });
    };
    return lastExportIn(jobs().outlinesTo(bucket), mayExport);
}

bool ProjectUsage::knowsAllJobs() const
{
    return knowsJobs(ExportJobs::Reach::All);
}

bool ProjectUsage::knowsRecentJobs() const
{
    return knowsJobs(ExportJobs::Reach::Recent);
}

bool ProjectUsage::knowsJobs(ExportJobs::Reach reach) const
{
    return schedules().state() == BackupSchedules::State::Ready && schedules().tally().unread == 0
        && jobs().state() == ExportJobs::State::Ready && jobs().missingClusters() == 0
        && !m_known->lacksJobs(reach);
}

void ProjectUsage::showKept(const KeptUsage &kept, const QDateTime &at)
{
    if (isReading() || !m_known->isUnread())
        return;
    m_known->showKept(kept);
    m_isOutOfDate = true;
    m_keptAt = at;
    changeSoon();
}

void ProjectUsage::read(const UsageReading::JobsChoice &choice)
{
    const bool wasAhead = std::exchange(m_isAhead, false);
    if (!isReading()) {
        begin(choice);
        return;
    }
    UsageReading *reading = m_next ? m_next : m_known;
    if (wasAhead)
        reading->insist();
    reading->read(choice);
}

void ProjectUsage::readAhead()
{
    if (isReading())
        return;
    m_isAhead = true;
    begin({});
}

void ProjectUsage::begin(const UsageReading::JobsChoice &choice)
{
    m_isPaused = false;
    m_wasStopped = false;
    m_hasGivenUp = false;
    if (!m_isOutOfDate) {
        m_known->setAhead(m_isAhead);
        m_known->read(choice);
        noteEnd();
        return;
    }
    m_next = makeReading();
    connect(m_next, &UsageReading::changed, this, &ProjectUsage::showNext);
    m_next->setAhead(m_isAhead);
    m_next->read(choice);
    noteEnd();
}

/// What was known on an earlier day is worth more than that nothing is, to who only looks.
void ProjectUsage::showNext()
{
    if (!m_next || m_next->isReading())
        return;
    const bool isNothing = m_next->schedules().state() == BackupSchedules::State::Failed;
    if (m_keptAt.isValid() && isNothing && !m_next->isChoosy()) {
        dropNext();
        m_hasGivenUp = true;
        changeSoon();
        return;
    }
    show(std::exchange(m_next, nullptr));
}

void ProjectUsage::show(UsageReading *reading)
{
    m_known->stop();
    m_known->disconnect(this);
    m_known->deleteLater();
    m_known = reading;
    m_isOutOfDate = false;
    m_keptAt = {};
    changeSoon();
    noteEnd();
}

void ProjectUsage::dropNext()
{
    if (!m_next)
        return;
    m_next->disconnect(this);
    m_next->stop();
    m_next->deleteLater();
    m_next = nullptr;
}

void ProjectUsage::pause()
{
    if (isReadingSomeJobs())
        return;
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
    dropNext();
    m_known->stop();
    noteEnd();
    m_changes.start();
}

void ProjectUsage::expire()
{
    m_isPaused = false;
    m_wasStopped = false;
    m_hasGivenUp = false;
    dropNext();
    if (m_known->isKnown())
        m_isOutOfDate = true;
    else
        show(makeReading());
}

void ProjectUsage::noteEnd()
{
    if (std::exchange(m_wasReading, isReading()) && !m_wasReading)
        Q_EMIT ended();
}

void ProjectUsage::changeSoon()
{
    noteEnd();
    if (!m_changes.isActive())
        m_changes.start();
}

} // namespace buckets
