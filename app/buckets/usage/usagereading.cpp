// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/usagereading.h"

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
    connect(&m_schedules, &BackupSchedules::changed, this, &UsageReading::changed);
    connect(&m_jobs, &ExportJobs::changed, this, &UsageReading::changed);
    connect(&m_schedules, &BackupSchedules::failed, this, &UsageReading::failed);
    connect(&m_jobs, &ExportJobs::failed, this, &UsageReading::failed);
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

void UsageReading::read()
{
    if (isReading())
        return;
    m_wantsJobs = m_jobs.state() != ExportJobs::State::Forbidden;
    if (m_schedules.state() == BackupSchedules::State::Ready && m_schedules.tally().isComplete())
        readJobsAfterSchedules();
    else
        m_schedules.read();
}

void UsageReading::stop()
{
    m_wantsJobs = false;
    m_schedules.stop();
    m_jobs.stop();
}

void UsageReading::readJobsAfterSchedules()
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

} // namespace buckets
