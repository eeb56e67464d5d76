// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/backupmaker.h"

#include <QTimeZone>

namespace atlassim {

namespace {

/// When snapshots are taken.
QDateTime nightOf(const QDate &date)
{
    return {date, QTime(2, 15), QTimeZone::utc()};
}

BackupSchedule usualSchedule()
{
    constexpr int lastDayOfMonth = 40;
    BackupSchedule schedule;
    schedule.nextSnapshot = nightOf({2026, 8, 11});
    schedule.rules = {{SnapshotFrequency::Hourly, 6, 7},
                      {SnapshotFrequency::Daily, 1, 7},
                      {SnapshotFrequency::Weekly, 6, 4},
                      {SnapshotFrequency::Monthly, lastDayOfMonth, 12},
                      {SnapshotFrequency::Yearly, 12, 3}};
    return schedule;
}

QString exportPrefix(const Project &project, const Cluster &cluster, const QDateTime &snapshot,
                     const QDateTime &created)
{
    return QStringLiteral("exported_snapshots/%1/%2/%3/%4/%5")
        .arg(project.orgId, project.id, cluster.name,
             snapshot.toString(QStringLiteral("yyyy-MM-dd'T'HHmm")))
        .arg(created.toSecsSinceEpoch());
}

/// From the ID, so that it looks like chance and is the same each time.
int smallNumber(const QString &id, int limit)
{
    return int(QStringView(id).last(6).toUInt(nullptr, 16) % uint(limit));
}

/// Bucket and jobs of the cluster of that number.
void exportByTurns(const Project &project, Cluster &cluster, int number, int jobs)
{
    const QString bucketId = project.buckets[number % project.buckets.size()].id;
    cluster.schedule.autoExportEnabled = true;
    cluster.schedule.target = ExportTarget{bucketId, ExportFrequency::Monthly};
    const QDateTime latest = nightOf({2026, 8, 9}).addSecs(number);
    for (int i = 0; i < jobs; ++i) {
        ExportJob job = newExportJob(project, cluster, bucketId, latest.addDays(-i));
        const QDateTime end = job.createdAt.addSecs(300 + smallNumber(job.id, 1800));
        if (i % 10 == 3)
            job.fail(end,
                     {QStringLiteral("EXPORT_BUCKET_UNREACHABLE"),
                      QStringLiteral("The bucket could not be reached.")});
        else
            job.succeed(end);
        cluster.exportJobs.append(job);
    }
}

} // namespace

Cluster newCluster(const Project &project, const QString &name)
{
    const QString path = QString(project.id + QLatin1Char('/') + name);
    Cluster cluster;
    cluster.created = nightOf({2025, 1, 1}).addSecs(-86400 * smallNumber(project.id, 300));
    cluster.id = childId(path, cluster.created, 0);
    cluster.name = name;
    cluster.schedule = usualSchedule();
    return cluster;
}

ExportJob newExportJob(const Project &project, const Cluster &cluster, const QString &bucketId,
                       const QDateTime &createdAt)
{
    const QDateTime snapshot = createdAt.addSecs(-75);
    ExportJob job;
    job.id = childId(cluster.id, createdAt, int(cluster.exportJobs.size()));
    job.exportBucketId = bucketId;
    job.snapshotId = childId(job.id, snapshot, 0);
    job.prefix = exportPrefix(project, cluster, snapshot, createdAt);
    job.createdAt = createdAt;
    job.totalCollections = 40 + smallNumber(cluster.id, 400);
    return job;
}

void addClusters(Project &project, int count, int jobsEach)
{
    project.clusters.reserve(project.clusters.size() + count);
    for (int i = 0; i < count; ++i) {
        const int number = int(project.clusters.size());
        const QString digits = QString::number(number + 1).rightJustified(3, QLatin1Char('0'));
        Cluster cluster = newCluster(project, QString(QStringLiteral("cluster-") + digits));
        if (!project.buckets.isEmpty())
            exportByTurns(project, cluster, number, jobsEach);
        project.clusters.append(cluster);
    }
    project.clusterCount = int(project.clusters.size());
}

} // namespace atlassim
