// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/calls/pagedecoding.h"
#include "atlas/calls/scheduledecoding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

ClusterName readClusterName(JsonReader &reader, const QString &key)
{
    const auto name = ClusterName::fromString(reader.requiredString(key));
    if (!name)
        reader.fail(
            key,
            {"atlas::JsonReader", QT_TRANSLATE_NOOP("atlas::JsonReader", "not a cluster’s name")});
    return name.value_or(ClusterName());
}

/// What is odd here is left out: a cluster is of use without it.
QList<Cluster::Region> readClusterRegions(const QJsonObject &cluster)
{
    QList<Cluster::Region> regions;
    const QJsonArray specs = cluster.value("replicationSpecs"_L1).toArray();
    for (const QJsonValue &spec : specs) {
        const QJsonArray configs = spec["regionConfigs"_L1].toArray();
        for (const QJsonValue &config : configs) {
            const QString backing = config["backingProviderName"_L1].toString();
            const Cluster::Region region{backing.isEmpty() ? config["providerName"_L1].toString()
                                                           : backing,
                                         config["regionName"_L1].toString()};
            if (!region.provider.isEmpty() && !regions.contains(region))
                regions.append(region);
        }
    }
    return regions;
}

/// A free cluster is a tenant on a larger one.
bool isFreeCluster(const QJsonObject &cluster)
{
    const QJsonArray specs = cluster.value("replicationSpecs"_L1).toArray();
    return std::any_of(specs.begin(), specs.end(), [](const QJsonValue &spec) {
        const QJsonArray configs = spec["regionConfigs"_L1].toArray();
        return std::any_of(configs.begin(), configs.end(), [](const QJsonValue &config) {
            return config["providerName"_L1].toString() == "TENANT"_L1;
        });
    });
}

Cluster readCluster(JsonReader &reader, const QJsonObject &object)
{
    Cluster cluster;
    cluster.name = readClusterName(reader, u"name"_s);
    cluster.id = reader.string(u"id"_s);
    cluster.type = reader.string(u"clusterType"_s);
    cluster.backupEnabled = reader.boolean(u"backupEnabled"_s);
    if (const QJsonValue paused = object.value("paused"_L1); paused.isBool())
        cluster.paused = paused.toBool();
    if (const QJsonValue state = object.value("stateName"_L1); state.isString())
        cluster.state = state.toString();
    cluster.isFree = isFreeCluster(object);
    cluster.regions = readClusterRegions(object);
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

BackupSchedule readSchedule(JsonReader &reader, const QJsonObject &object)
{
    BackupSchedule schedule;
    schedule.autoExportEnabled = reader.boolean(u"autoExportEnabled"_s).value_or(false);
    reader.inObject(u"export"_s, [&](JsonReader &inner) { schedule.exportTo = readExport(inner); });
    schedule.nextSnapshot = decoding::readTime(reader, u"nextSnapshot"_s);
    schedule.snapshots = decoding::readSnapshotRules(object);
    schedule.details = decoding::readScheduleDetails(object);
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

/// What is odd here is left out: a job is of use without it.
QList<ExportJob::Component> readComponents(const QJsonObject &job)
{
    QList<ExportJob::Component> components;
    const QJsonArray list = job.value("components"_L1).toArray();
    for (const QJsonValue &item : list) {
        const ExportJob::Component component{item["exportId"_L1].toString(),
                                             item["replicaSetName"_L1].toString()};
        if (component != ExportJob::Component())
            components.append(component);
    }
    return components;
}

QList<ExportJob::CustomData> readCustomData(const QJsonObject &job)
{
    QList<ExportJob::CustomData> all;
    const QJsonArray list = job.value("customData"_L1).toArray();
    for (const QJsonValue &item : list) {
        const ExportJob::CustomData data{item["key"_L1].toString(), item["value"_L1].toString()};
        if (data != ExportJob::CustomData())
            all.append(data);
    }
    return all;
}

ExportJob readExportJob(JsonReader &reader, const QJsonObject &object)
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
    job.components = readComponents(object);
    job.customData = readCustomData(object);
    return job;
}

/// One without its regions could be any: that nothing leads somewhere is known of all or of none.
PrivateEndpoint readPrivateEndpoint(JsonReader &reader, const QJsonObject &)
{
    PrivateEndpoint endpoint;
    endpoint.id = reader.requiredString(u"id"_s);
    endpoint.bucketRegion = reader.requiredString(u"regionName"_s);
    endpoint.clusterRegion = reader.requiredString(u"vpcRegionName"_s);
    endpoint.status = reader.requiredString(u"status"_s);
    endpoint.error = reader.string(u"errorMessage"_s);
    return endpoint;
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

Result<Page<PrivateEndpoint>> decodePrivateEndpoints(const QJsonObject &answer)
{
    return decoding::decodePage<PrivateEndpoint>(answer, readPrivateEndpoint);
}

} // namespace atlas
