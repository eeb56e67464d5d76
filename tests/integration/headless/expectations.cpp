// SPDX-License-Identifier: Apache-2.0
#include "expectations.h"

#include "atlas/values/utc.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace expectations {

namespace {

/// A bucket as the list has it, of what its project's list tells.
QJsonObject listed(const atlassim::Project &project, const atlassim::Bucket &bucket)
{
    QJsonObject fields{{u"_id"_s, bucket.id},
                       {u"bucketName"_s, bucket.bucketName},
                       {u"cloudProvider"_s, bucket.cloudProvider}};
    const auto add = [&fields](const QString &key, const auto &value) {
        if (value)
            fields.insert(key, *value);
    };
    add(u"iamRoleId"_s, bucket.iamRoleId);
    add(u"roleId"_s, bucket.roleId);
    add(u"serviceUrl"_s, bucket.serviceUrl);
    add(u"tenantId"_s, bucket.tenantId);
    add(u"requirePrivateNetworking"_s, bucket.requirePrivateNetworking);
    const qint64 registered = bucket.id.first(8).toLongLong(nullptr, 16);
    return {{u"projectId"_s, project.id},
            {u"projectName"_s, project.name},
            {u"bucket"_s, fields},
            {u"registeredAt"_s,
             QDateTime::fromSecsSinceEpoch(registered, atlas::Utc).toString(Qt::ISODate)},
            {u"usedBy"_s, QJsonValue()},
            {u"lastExport"_s, QJsonValue()},
            {u"lastSuccessfulExport"_s, QJsonValue()}};
}

} // namespace

atlassim::World goodWorld(int projects, int bucketsEach)
{
    atlassim::World world = atlassim::World::withProjects(projects, bucketsEach);
    const QString name = u"kept-%1-%2"_s;
    for (atlassim::Project &project : world.projects) {
        project.clusters.clear();
        project.clusterCount = 0;
        for (qsizetype i = 0; i < project.buckets.size(); ++i)
            project.buckets[i].bucketName = name.arg(project.id).arg(i);
    }
    return world;
}

QJsonArray listed(const atlassim::World &world)
{
    QJsonArray all;
    for (const atlassim::Project &project : world.projects) {
        for (const atlassim::Bucket &bucket : project.buckets) {
            if (!project.refusal)
                all.append(listed(project, bucket));
        }
    }
    return all;
}

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

QStringList linesOf(const QJsonArray &values)
{
    QStringList lines;
    for (const QJsonValue &value : values)
        lines.append(
            QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    return sorted(lines);
}

} // namespace expectations
