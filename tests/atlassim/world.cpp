// SPDX-License-Identifier: Apache-2.0
#include "atlassim/world.h"

#include "atlassim/accessmaker.h"
#include "atlassim/backupmaker.h"
#include "atlassim/sampleworld.h"

#include <QCryptographicHash>

#include <algorithm>

namespace atlassim {

namespace {

constexpr qint64 FirstRegistration = 1672531200; // 2023-01-01
constexpr qint64 LastRegistration = 1767225600; // 2026-01-01

template<typename T, typename Matches>
const T *find(const QList<T> &list, Matches matches)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), matches);
    return found == list.cend() ? nullptr : &*found;
}

template<typename T, typename Matches>
T *find(QList<T> &list, Matches matches)
{
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

/// Spreads the serials over the years out of order, so that no list is sorted by ID.
qint64 registrationTime(quint64 serial)
{
    constexpr quint64 prime = 2654435761;
    return FirstRegistration
        + qint64(serial * prime % quint64(LastRegistration - FirstRegistration));
}

QString numbered(const QString &prefix, quint64 number)
{
    return prefix + QString::number(number).rightJustified(6, QLatin1Char('0'));
}

Bucket syntheticBucket(quint64 serial)
{
    Bucket bucket{objectId(registrationTime(serial), serial),
                  numbered(QStringLiteral("synthetic-export-"), serial),
                  {}};
    const QString role = objectId(FirstRegistration, serial % 16);
    switch (serial % 3) {
    case 0:
        bucket.cloudProvider = QStringLiteral("AWS");
        bucket.iamRoleId = role;
        bucket.region = QStringLiteral("us-east-1");
        bucket.requirePrivateNetworking = false;
        break;
    case 1:
        bucket.cloudProvider = QStringLiteral("AZURE");
        bucket.roleId = role;
        bucket.serviceUrl = QStringLiteral("https://syntheticexport.blob.core.windows.net");
        bucket.tenantId = QStringLiteral("3f1c2b7a-0d3e-4b52-9a77-5be0c1a4d901");
        break;
    default:
        bucket.cloudProvider = QStringLiteral("GCP");
        bucket.roleId = role;
        break;
    }
    return bucket;
}

Project syntheticProject(quint64 number)
{
    const qint64 created = FirstRegistration + qint64(number) * 3600;
    return {objectId(created, number), numbered(QStringLiteral("Synthetic project "), number),
            objectId(FirstRegistration, 0), QDateTime::fromSecsSinceEpoch(created, Qt::UTC),
            int(number % 25)};
}

} // namespace

const Cluster *Project::cluster(const QString &clusterName) const
{
    return find(clusters, [&](const Cluster &each) { return each.name == clusterName; });
}

Cluster *Project::cluster(const QString &clusterName)
{
    return find(clusters, [&](const Cluster &each) { return each.name == clusterName; });
}

const Project *World::project(const QString &id) const
{
    return find(projects, [&](const Project &each) { return each.id == id; });
}

Project *World::project(const QString &id)
{
    return find(projects, [&](const Project &each) { return each.id == id; });
}

ExportJob *World::exportJob(const QString &projectId, const QString &jobId)
{
    Project *owner = project(projectId);
    if (!owner)
        return nullptr;
    for (Cluster &cluster : owner->clusters) {
        const auto isIt = [&](const ExportJob &job) {
            return job.id == jobId;
        };
        if (ExportJob *job = find(cluster.exportJobs, isIt))
            return job;
    }
    return nullptr;
}

const ApiKey *World::apiKey(const QString &publicKey) const
{
    return find(apiKeys, [&](const ApiKey &each) { return each.publicKey == publicKey; });
}

const ServiceAccount *World::serviceAccount(const QString &clientId) const
{
    return find(serviceAccounts,
                [&](const ServiceAccount &each) { return each.clientId == clientId; });
}

World World::withProjects(int projects, int bucketsEach)
{
    World world;
    sample::addCredentials(world);
    world.projects.reserve(projects);
    quint64 serial = 0;
    for (int number = 1; number <= projects; ++number) {
        Project project = syntheticProject(quint64(number));
        project.buckets.reserve(bucketsEach);
        for (int i = 0; i < bucketsEach; ++i)
            project.buckets.append(syntheticBucket(++serial));
        addClusters(project, project.clusterCount, 3);
        project.cloudProviderAccess = accessFor(project.buckets);
        world.projects.append(project);
    }
    return world;
}

QString objectId(qint64 secondsSinceEpoch, quint64 serial)
{
    // An odd factor: no two serials give the same eight bytes.
    constexpr quint64 odd = 0x9e3779b97f4a7c15;
    const QString seconds = QString::number(secondsSinceEpoch, 16);
    const QString rest = QString::number(serial * odd, 16);
    return seconds.rightJustified(8, QLatin1Char('0')) + rest.rightJustified(16, QLatin1Char('0'));
}

QString childId(const QString &parent, const QDateTime &time, int number)
{
    const QByteArray name = parent.toLatin1() + '/' + QByteArray::number(number);
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Md5);
    const QString seconds = QString::number(time.toSecsSinceEpoch(), 16);
    return seconds.rightJustified(8, QLatin1Char('0')) + QString::fromLatin1(hash.first(8).toHex());
}

} // namespace atlassim
