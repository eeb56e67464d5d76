// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/clustermaker.h"

#include "tests/atlassim/world/backupmaker.h"

#include <QTimeZone>

#include <algorithm>

namespace atlassim::sample {

namespace {

QDateTime lastMoment()
{
    return {QDate(2026, 8, 10), QTime(3, 0), QTimeZone::utc()};
}

QDateTime registrationOf(const Bucket &bucket)
{
    return QDateTime::fromSecsSinceEpoch(bucket.id.left(8).toLongLong(nullptr, 16),
                                         QTimeZone::utc());
}

/// Not all exports take equally long.
qint64 secondsTaken(const ExportJob &job)
{
    return 420 + QStringView(job.id).last(4).toUInt(nullptr, 16) % 1500;
}

void sortOldestFirst(QList<ExportJob> &jobs)
{
    std::sort(jobs.begin(), jobs.end(),
              [](const ExportJob &a, const ExportJob &b) { return a.createdAt < b.createdAt; });
}

} // namespace

ClusterMaker::ClusterMaker(Project &project, const QString &stem) : m_project(project), m_stem(stem)
{ }

Cluster &ClusterMaker::addIdle()
{
    const QString digits = QString::number(number() + 1).rightJustified(2, QLatin1Char('0'));
    m_project.clusters.append(newCluster(m_project, QString(m_stem + QLatin1Char('-') + digits)));
    return m_project.clusters.last();
}

Cluster &ClusterMaker::addExporting(qsizetype bucket, ExportFrequency frequency)
{
    Cluster &cluster = addIdle();
    cluster.schedule.autoExportEnabled = true;
    cluster.schedule.target = ExportTarget{m_project.buckets[bucket].id, frequency};
    const QDateTime first(QDate(2025, 1, number()), QTime(2, 10 + number()), QTimeZone::utc());
    addJobs(cluster, bucket, first, frequency == ExportFrequency::Monthly ? 1 : 12);
    return cluster;
}

void ClusterMaker::exportOnDemand(Cluster &cluster, qsizetype bucket) const
{
    const QDateTime first(QDate(2025, 1, 14 + number()), QTime(14, 40 + number()),
                          QTimeZone::utc());
    addJobs(cluster, bucket, first, 1);
    sortOldestFirst(cluster.exportJobs);
}

void ClusterMaker::addJobs(Cluster &cluster, qsizetype bucket, QDateTime time, int months) const
{
    const Bucket &destination = m_project.buckets[bucket];
    for (; time <= lastMoment(); time = time.addMonths(months)) {
        if (time < registrationOf(destination))
            continue;
        ExportJob job = newExportJob(m_project, cluster, destination.id, time);
        job.succeed(time.addSecs(secondsTaken(job)));
        cluster.exportJobs.append(job);
    }
}

ExportJob &recentJob(Cluster &cluster, qsizetype before)
{
    return cluster.exportJobs[cluster.exportJobs.size() - 1 - before];
}

void failPartly(ExportJob &job, const StateReason &reason)
{
    job.exportedCollections = job.totalCollections / 3;
    job.fail(job.createdAt.addSecs(secondsTaken(job) / 3), reason);
}

} // namespace atlassim::sample
