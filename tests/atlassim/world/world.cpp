// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/world.h"

#include <QCryptographicHash>

#include <algorithm>

namespace atlassim {

namespace {

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
