// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/usagereading.h"

#include <algorithm>
#include <optional>

namespace buckets {

namespace {

bool mayHaveJobs(const BackupSchedules::Entry &entry)
{
    using Reading = BackupSchedules::Reading;
    return entry.reading == Reading::Read || entry.reading == Reading::Failed;
}

} // namespace

UsageReading::UsageReading(net::Client &client, atlas::ProjectId project, QObject *parent)
    : QObject(parent), m_schedules(client, project), m_jobs(client, project)
{
    connect(&m_schedules, &BackupSchedules::changed, this, &UsageReading::readJobsAfterSchedules);
    connect(&m_jobs, &ExportJobs::changed, this, &UsageReading::readRest);
    connect(&m_schedules, &BackupSchedules::changed, this, &UsageReading::changed);
    connect(&m_jobs, &ExportJobs::changed, this, &UsageReading::changed);
    connect(&m_schedules, &BackupSchedules::failed, this, &UsageReading::failed);
    connect(&m_jobs, &ExportJobs::failed, this, &UsageReading::failed);
    connect(&m_schedules, &BackupSchedules::waitingChanged, this, &UsageReading::waitingChanged);
    connect(&m_jobs, &ExportJobs::waitingChanged, this, &UsageReading::waitingChanged);
}

bool UsageReading::isReading() const
{
    return m_schedules.state() == BackupSchedules::State::Reading
        || m_jobs.state() == ExportJobs::State::Reading;
}

bool UsageReading::isKnown() const
{
    return m_schedules.state() == BackupSchedules::State::Ready
        && (m_jobs.state() == ExportJobs::State::Ready
            || m_jobs.state() == ExportJobs::State::Forbidden);
}

bool UsageReading::hasFailed() const
{
    return m_schedules.state() == BackupSchedules::State::Failed || m_schedules.tally().failed > 0
        || (m_jobs.state() == ExportJobs::State::Ready && m_jobs.missingClusters() > 0);
}

bool UsageReading::lacksJobs(ExportJobs::Reach reach) const
{
    if (!isKnown() || m_jobs.state() == ExportJobs::State::Forbidden)
        return false;
    const QList<BackupSchedules::Entry> &entries = m_schedules.entries();
    return std::any_of(entries.begin(), entries.end(), [this, reach](const auto &entry) {
        return mayHaveJobs(entry) && !m_jobs.wereAskedFor(entry.cluster, reach);
    });
}

void UsageReading::showKept(const KeptUsage &kept)
{
    m_schedules.showKept(kept.clusters, kept.errors);
    m_jobs.showKept(kept.jobs, kept.refusal);
}

void UsageReading::read(const JobsChoice &choice)
{
    if (isReading()) {
        m_wantsRest = m_wantsRest || (m_choice && !choice);
        return;
    }
    m_choice = choice;
    m_wantsRest = false;
    m_wantsJobs = m_jobs.state() != ExportJobs::State::Forbidden;
    if (m_schedules.state() == BackupSchedules::State::Ready && m_schedules.tally().isComplete())
        readJobsAfterSchedules();
    else
        m_schedules.read();
}

void UsageReading::setAhead(bool ahead)
{
    m_schedules.setAhead(ahead);
    m_jobs.setAhead(ahead);
}

void UsageReading::insist()
{
    m_schedules.insist();
    m_jobs.insist();
}

void UsageReading::stop()
{
    m_wantsJobs = false;
    m_wantsRest = false;
    m_schedules.stop();
    m_jobs.stop();
}

void UsageReading::readJobsAfterSchedules()
{
    if (!m_wantsJobs || m_schedules.state() != BackupSchedules::State::Ready)
        return;
    m_wantsJobs = false;
    const auto chosen = m_choice ? std::optional(m_choice(m_schedules)) : std::nullopt;
    QList<atlas::ClusterName> clusters;
    for (const BackupSchedules::Entry &entry : m_schedules.entries()) {
        if (mayHaveJobs(entry) && (!chosen || chosen->contains(entry.cluster)))
            clusters.append(entry.cluster);
    }
    m_jobs.read(clusters, chosen ? ExportJobs::Reach::Recent : ExportJobs::Reach::All);
}

/// Somebody has asked for all in the meantime.
void UsageReading::readRest()
{
    if (m_wantsRest && isKnown() && !isReading())
        read();
}

} // namespace buckets
