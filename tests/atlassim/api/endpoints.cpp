// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/endpoints.h"

#include "tests/atlassim/api/accessrules.h"
#include "tests/atlassim/api/alertendpoints.h"
#include "tests/atlassim/api/backupendpoints.h"
#include "tests/atlassim/api/wiretime.h"

#include <algorithm>

namespace atlassim {

namespace {

QDate firstVersion()
{
    return {2023, 1, 1};
}

QDate allProvidersVersion()
{
    return {2024, 5, 30};
}

QDate firstVersionSunset()
{
    return {2027, 7, 1};
}

void insertIfSet(QJsonObject &json, const QString &name, const std::optional<QString> &value)
{
    if (value)
        json.insert(name, *value);
}

QJsonObject bucketJson(const Bucket &bucket, const QDate &version)
{
    QJsonObject json{{QStringLiteral("_id"), bucket.id},
                     {QStringLiteral("bucketName"), bucket.bucketName},
                     {QStringLiteral("cloudProvider"), bucket.cloudProvider}};
    insertIfSet(json, QStringLiteral("iamRoleId"), bucket.iamRoleId);
    if (bucket.requirePrivateNetworking)
        json.insert(QStringLiteral("requirePrivateNetworking"), *bucket.requirePrivateNetworking);
    if (version < allProvidersVersion())
        return json;
    insertIfSet(json, QStringLiteral("roleId"), bucket.roleId);
    insertIfSet(json, QStringLiteral("serviceUrl"), bucket.serviceUrl);
    insertIfSet(json, QStringLiteral("tenantId"), bucket.tenantId);
    return json;
}

/// Of all that a bucket's JSON is made from.
size_t bucketFingerprint(const Bucket &bucket)
{
    const auto hash = [](const std::optional<QString> &text) {
        return text ? qHash(*text, size_t(1)) : size_t(0);
    };
    const int privateNetworking = bucket.requirePrivateNetworking.value_or(false)
        + 2 * bucket.requirePrivateNetworking.has_value();
    return qHashMulti(0, bucket.id, bucket.bucketName, bucket.cloudProvider, hash(bucket.iamRoleId),
                      hash(bucket.roleId), hash(bucket.serviceUrl), hash(bucket.tenantId),
                      privateNetworking);
}

QJsonObject projectJson(const Project &project)
{
    return {{QStringLiteral("id"), project.id},
            {QStringLiteral("name"), project.name},
            {QStringLiteral("orgId"), project.orgId},
            {QStringLiteral("created"), wireTime(project.created)},
            {QStringLiteral("clusterCount"), project.clusterCount},
            {QStringLiteral("tags"), QJsonArray()}};
}

Result listProjects(const Call &call)
{
    const QList<Project> &projects = call.world.projects;
    return Listing{projects.size(), [&projects](qsizetype i) {
                       return projectJson(projects[i]);
                   }};
}

Result getProject(const Call &call)
{
    return accessibleProject(call).map(
        [](const Project *project) { return Content(projectJson(*project)); });
}

Result listExportBuckets(const Call &call)
{
    return accessibleProject(call).map([&](const Project *project) {
        return Content(Listing{project->buckets.size(),
                               [project, version = call.version](qsizetype i) {
                                   return bucketJson(project->buckets[i], version);
                               },
                               [project](qsizetype i) {
                                   return bucketFingerprint(project->buckets[i]);
                               }});
    });
}

Result exportBucketNamed(const Call &call, const Project &project)
{
    const QString id = call.parameters.value(QStringLiteral("exportBucketId"));
    const auto found = std::find_if(project.buckets.cbegin(), project.buckets.cend(),
                                    [&](const Bucket &bucket) { return bucket.id == id; });
    if (found == project.buckets.cend()) {
        return tl::unexpected(
            AtlasError{404,
                       QStringLiteral("EXPORT_BUCKET_NOT_FOUND"),
                       QStringLiteral("No export bucket with ID %1 exists.").arg(id),
                       {id}});
    }
    QJsonObject json = bucketJson(*found, call.version);
    insertIfSet(json, QStringLiteral("region"), found->region);
    return json;
}

Result getExportBucket(const Call &call)
{
    return accessibleProject(call).and_then(
        [&](const Project *project) { return exportBucketNamed(call, *project); });
}

} // namespace

QList<Endpoint> atlasEndpoints()
{
    const QList<ResourceVersion> projects{{firstVersion()}};
    const QList<ResourceVersion> buckets{
        {firstVersion(), allProvidersVersion(), firstVersionSunset()}, {allProvidersVersion()}};
    const RateSet backups = ratesets::cloudBackups();
    const QList<Endpoint> own{
        {QStringLiteral("/groups"), projects, RateScope::PerUser, ratesets::groups(), listProjects},
        {QStringLiteral("/groups/{groupId}"), projects, RateScope::Unlimited, {}, getProject},
        {QStringLiteral("/groups/{groupId}/backup/exportBuckets"), buckets, RateScope::PerProject,
         backups, listExportBuckets},
        {QStringLiteral("/groups/{groupId}/backup/exportBuckets/{exportBucketId}"), buckets,
         RateScope::PerProject, backups, getExportBucket},
    };
    return own + backupEndpoints() + alertEndpoints();
}

} // namespace atlassim
