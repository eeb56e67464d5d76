// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/backupjson.h"

#include "tests/atlassim/api/wiretime.h"

namespace atlassim {

namespace {

QString wireName(ClusterType type)
{
    switch (type) {
    case ClusterType::ReplicaSet:
        return QStringLiteral("REPLICASET");
    case ClusterType::Sharded:
        return QStringLiteral("SHARDED");
    case ClusterType::GeoSharded:
        return QStringLiteral("GEOSHARDED");
    }
    return {};
}

QString wireName(ExportFrequency frequency)
{
    switch (frequency) {
    case ExportFrequency::Daily:
        return QStringLiteral("daily");
    case ExportFrequency::Weekly:
        return QStringLiteral("weekly");
    case ExportFrequency::Monthly:
        return QStringLiteral("monthly");
    case ExportFrequency::Yearly:
        return QStringLiteral("yearly");
    }
    return {};
}

QString wireName(ExportState state)
{
    switch (state) {
    case ExportState::Queued:
        return QStringLiteral("Queued");
    case ExportState::InProgress:
        return QStringLiteral("InProgress");
    case ExportState::Successful:
        return QStringLiteral("Successful");
    case ExportState::Failed:
        return QStringLiteral("Failed");
    case ExportState::Cancelled:
        return QStringLiteral("Cancelled");
    }
    return {};
}

QString wireName(SnapshotFrequency frequency)
{
    switch (frequency) {
    case SnapshotFrequency::Hourly:
        return QStringLiteral("hourly");
    case SnapshotFrequency::Daily:
        return QStringLiteral("daily");
    case SnapshotFrequency::Weekly:
        return QStringLiteral("weekly");
    case SnapshotFrequency::Monthly:
        return QStringLiteral("monthly");
    case SnapshotFrequency::Yearly:
        return QStringLiteral("yearly");
    }
    return {};
}

QString retentionUnit(SnapshotFrequency frequency)
{
    switch (frequency) {
    case SnapshotFrequency::Hourly:
    case SnapshotFrequency::Daily:
        return QStringLiteral("days");
    case SnapshotFrequency::Weekly:
        return QStringLiteral("weeks");
    case SnapshotFrequency::Monthly:
        return QStringLiteral("months");
    case SnapshotFrequency::Yearly:
        return QStringLiteral("years");
    }
    return {};
}

QJsonObject ruleJson(const Cluster &cluster, int number, const SnapshotRule &rule)
{
    return {{QStringLiteral("id"), childId(cluster.id, cluster.created, number)},
            {QStringLiteral("frequencyType"), wireName(rule.frequency)},
            {QStringLiteral("frequencyInterval"), rule.interval},
            {QStringLiteral("retentionUnit"), retentionUnit(rule.frequency)},
            {QStringLiteral("retentionValue"), rule.retention}};
}

/// A schedule has one policy; its items are the rules.
QJsonArray policiesJson(const Cluster &cluster)
{
    QJsonArray items;
    int number = 0;
    for (const auto &rule : cluster.schedule.rules)
        items.append(ruleJson(cluster, ++number, rule));
    return {QJsonObject{{QStringLiteral("id"), childId(cluster.id, cluster.created, 0)},
                        {QStringLiteral("policyItems"), items}}};
}

QJsonObject targetJson(const ExportTarget &target)
{
    return {{QStringLiteral("exportBucketId"), target.exportBucketId},
            {QStringLiteral("frequencyType"), wireName(target.frequency)}};
}

QJsonObject reasonJson(const StateReason &reason)
{
    return {{QStringLiteral("errorCode"), reason.errorCode},
            {QStringLiteral("message"), reason.message}};
}

QJsonObject statusJson(const ExportJob &job)
{
    return {{QStringLiteral("exportedCollections"), job.exportedCollections},
            {QStringLiteral("totalCollections"), job.totalCollections}};
}

QJsonArray replicationJson(const Cluster &cluster)
{
    QJsonArray regions;
    int priority = 7;
    for (const QString &region : QStringList{cluster.regionName} + cluster.otherRegions)
        regions.append(QJsonObject{{QStringLiteral("providerName"), cluster.providerName},
                                   {QStringLiteral("regionName"), region},
                                   {QStringLiteral("priority"), priority--}});
    return {QJsonObject{{QStringLiteral("zoneName"), QStringLiteral("Zone 1")},
                        {QStringLiteral("regionConfigs"), regions}}};
}

QJsonArray componentsJson(const ExportJob &job)
{
    QJsonArray json;
    for (const ExportComponent &component : job.components)
        json.append(QJsonObject{{QStringLiteral("exportId"), component.exportId},
                                {QStringLiteral("replicaSetName"), component.replicaSetName}});
    return json;
}

QJsonArray customDataJson(const ExportJob &job)
{
    QJsonArray json;
    for (const CustomDatum &datum : job.customData)
        json.append(QJsonObject{{QStringLiteral("key"), datum.key},
                                {QStringLiteral("value"), datum.value}});
    return json;
}

} // namespace

QJsonObject clusterJson(const Project &project, const Cluster &cluster)
{
    return {{QStringLiteral("id"), cluster.id},
            {QStringLiteral("name"), cluster.name},
            {QStringLiteral("groupId"), project.id},
            {QStringLiteral("clusterType"), wireName(cluster.type)},
            {QStringLiteral("backupEnabled"), cluster.backupEnabled},
            {QStringLiteral("createDate"), wireTime(cluster.created)},
            {QStringLiteral("paused"), cluster.paused},
            {QStringLiteral("stateName"), cluster.stateName},
            {QStringLiteral("replicationSpecs"), replicationJson(cluster)},
            {QStringLiteral("tags"), QJsonArray()}};
}

QJsonObject scheduleJson(const Cluster &cluster)
{
    const BackupSchedule &schedule = cluster.schedule;
    QJsonObject json{{QStringLiteral("clusterId"), cluster.id},
                     {QStringLiteral("clusterName"), cluster.name},
                     {QStringLiteral("autoExportEnabled"), schedule.autoExportEnabled},
                     {QStringLiteral("policies"), policiesJson(cluster)}};
    if (schedule.target)
        json.insert(QStringLiteral("export"), targetJson(*schedule.target));
    if (schedule.nextSnapshot)
        json.insert(QStringLiteral("nextSnapshot"), wireTime(*schedule.nextSnapshot));
    return json;
}

QJsonObject exportJobJson(const ExportJob &job)
{
    QJsonObject json{{QStringLiteral("id"), job.id},
                     {QStringLiteral("exportBucketId"), job.exportBucketId},
                     {QStringLiteral("snapshotId"), job.snapshotId},
                     {QStringLiteral("prefix"), job.prefix},
                     {QStringLiteral("createdAt"), wireTime(job.createdAt)},
                     {QStringLiteral("state"), wireName(job.state)},
                     {QStringLiteral("exportStatus"), statusJson(job)},
                     {QStringLiteral("customData"), customDataJson(job)}};
    // Atlas has none of a replica set.
    if (!job.components.isEmpty())
        json.insert(QStringLiteral("components"), componentsJson(job));
    if (job.finishedAt)
        json.insert(QStringLiteral("finishedAt"), wireTime(*job.finishedAt));
    if (job.stateReason)
        json.insert(QStringLiteral("stateReason"), reasonJson(*job.stateReason));
    return json;
}

QJsonObject privateEndpointJson(const PrivateEndpoint &endpoint)
{
    QJsonObject json{{QStringLiteral("id"), endpoint.id},
                     {QStringLiteral("cloudProvider"), QStringLiteral("AWS")},
                     {QStringLiteral("regionName"), endpoint.regionName},
                     {QStringLiteral("vpcRegionName"), endpoint.vpcRegionName},
                     {QStringLiteral("status"), endpoint.status}};
    if (endpoint.errorMessage)
        json.insert(QStringLiteral("errorMessage"), *endpoint.errorMessage);
    else
        json.insert(QStringLiteral("privateEndpointConnectionName"),
                    QString(QStringLiteral("connection-") + endpoint.id.right(6)));
    return json;
}

} // namespace atlassim
