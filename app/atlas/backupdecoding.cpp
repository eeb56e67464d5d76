// SPDX-License-Identifier: Apache-2.0
#include "atlas/decoding.h"

#include "atlas/pagedecoding.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

ClusterName readClusterName(JsonReader &reader, const QString &key)
{
    const auto name = ClusterName::fromString(reader.requiredString(key));
    if (!name)
        reader.fail(key, QCoreApplication::translate("atlas::JsonReader", "not a cluster’s name"));
    return name.value_or(ClusterName());
}

Cluster readCluster(JsonReader &reader, const QJsonObject &)
{
    Cluster cluster;
    cluster.name = readClusterName(reader, u"name"_s);
    cluster.id = reader.string(u"id"_s);
    cluster.type = reader.string(u"clusterType"_s);
    cluster.backupEnabled = reader.boolean(u"backupEnabled"_s);
    return cluster;
}

std::optional<BackupSchedule::Export> readExport(JsonReader &reader)
{
    const auto bucket = decoding::readOptionalId<BucketId>(reader, u"exportBucketId"_s);
    const QString frequency = reader.string(u"frequencyType"_s).value_or(QString());
    if (!bucket)
        return std::nullopt;
    return BackupSchedule::Export{*bucket, ExportFrequency::fromApi(frequency)};
}

BackupSchedule readSchedule(JsonReader &reader, const QJsonObject &)
{
    BackupSchedule schedule;
    schedule.autoExportEnabled = reader.boolean(u"autoExportEnabled"_s).value_or(false);
    reader.inObject(u"export"_s, [&](JsonReader &inner) { schedule.exportTo = readExport(inner); });
    schedule.nextSnapshot = decoding::readTime(reader, u"nextSnapshot"_s);
    return schedule;
}

ExportJob::StateReason readStateReason(JsonReader &reader)
{
    return {reader.string(u"errorCode"_s).value_or(QString()),
            reader.string(u"message"_s).value_or(QString())};
}

std::optional<ExportJob::Progress> readProgress(JsonReader &reader)
{
    const qint64 exported = reader.integer(u"exportedCollections"_s).value_or(-1);
    const qint64 total = reader.integer(u"totalCollections"_s).value_or(-1);
    if (exported < 0 || total < 0)
        return std::nullopt;
    return ExportJob::Progress{exported, total};
}

ExportJob readExportJob(JsonReader &reader, const QJsonObject &)
{
    ExportJob job;
    job.id = decoding::readId<ExportJobId>(reader, u"id"_s);
    job.bucket = decoding::readOptionalId<BucketId>(reader, u"exportBucketId"_s);
    job.prefix = reader.string(u"prefix"_s).value_or(QString());
    job.created = decoding::readTime(reader, u"createdAt"_s);
    job.finished = decoding::readTime(reader, u"finishedAt"_s);
    job.state = ExportJobState::fromApi(reader.string(u"state"_s).value_or(QString()));
    reader.inObject(u"stateReason"_s,
                    [&](JsonReader &inner) { job.reason = readStateReason(inner); });
    reader.inObject(u"exportStatus"_s,
                    [&](JsonReader &inner) { job.progress = readProgress(inner); });
    job.snapshotId = reader.string(u"snapshotId"_s);
    return job;
}

} // namespace

Result<Page<Cluster>> decodeClusters(const QJsonObject &answer)
{
    return decoding::decodePage<Cluster>(answer, readCluster);
}

Result<BackupSchedule> decodeBackupSchedule(const QJsonObject &answer)
{
    return decoding::decodeOne<BackupSchedule>(answer, readSchedule);
}

Result<Page<ExportJob>> decodeExportJobs(const QJsonObject &answer)
{
    return decoding::decodePage<ExportJob>(answer, readExportJob);
}

} // namespace atlas
