// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/alertconfiguration.h"
#include "tests/atlassim/world/cloudprovideraccess.h"
#include "tests/atlassim/world/cluster.h"
#include "tests/atlassim/world/event.h"
#include "tests/atlassim/world/privateendpoint.h"

namespace atlassim {

/// One registration of an export bucket; what is not set is not sent.
struct Bucket
{
    QString id;
    QString bucketName{};
    QString cloudProvider{};
    std::optional<QString> iamRoleId{};
    std::optional<QString> region{};
    std::optional<bool> requirePrivateNetworking{};
    std::optional<QString> roleId{};
    std::optional<QString> serviceUrl{};
    std::optional<QString> tenantId{};
};

/// A project; the API calls it a group.
struct Project
{
    QString id;
    QString name{};
    QString orgId{};
    QDateTime created{};
    int clusterCount{0};
    QList<Bucket> buckets{};
    /// What every call below the project answers, if it is set.
    std::optional<AtlasError> refusal{};
    /// As many as clusterCount says, unless a test wants a project to be inconsistent.
    QList<Cluster> clusters{};
    CloudProviderAccess cloudProviderAccess{};
    QList<AlertConfiguration> alertConfigurations{};
    QList<PrivateEndpoint> privateEndpoints{};
    /// Those that eventsOf() cannot tell from the rest.
    QList<Event> events{};

    const Cluster *cluster(const QString &clusterName) const;
    Cluster *cluster(const QString &clusterName);
};

/// Signs in by HTTP Digest.
struct ApiKey
{
    QString publicKey;
    QString privateKey;
    /// Without it every call below a project answers 401 USER_UNAUTHORIZED.
    bool readsProjects{true};
    /// Without it the calls for export jobs answer 401 USER_UNAUTHORIZED.
    bool managesBackups{true};
    /// Without it the call for private endpoints answers 401 USER_UNAUTHORIZED.
    bool ownsProjects{false};
};

/// Signs in by OAuth 2.0 client credentials.
struct ServiceAccount
{
    QString clientId;
    QString clientSecret;
    /// As ApiKey::readsProjects.
    bool readsProjects{true};
    /// As ApiKey::managesBackups.
    bool managesBackups{true};
    /// As ApiKey::ownsProjects.
    bool ownsProjects{false};
};

/// What the simulator serves, and to whom. A plain value.
struct World
{
    QList<Project> projects{};
    QList<ApiKey> apiKeys{};
    QList<ServiceAccount> serviceAccounts{};

    const Project *project(const QString &id) const;
    Project *project(const QString &id);
    /// To advance it, to end it, to make it fail. Null if there is no such job.
    ExportJob *exportJob(const QString &projectId, const QString &jobId);
    const ApiKey *apiKey(const QString &publicKey) const;
    const ServiceAccount *serviceAccount(const QString &clientId) const;

    /// A world of that size with the sample world's credentials; the same one each time.
    static World withProjects(int projects, int bucketsEach);
    /// As the former, with so many clusters in each project, all of which export; and somebody is
    /// told of failures.
    static World withClusters(int projects, int bucketsEach, int clustersEach);
    /// An organisation with the sample world's credentials in which something of each kind is
    /// wrong, with ages back from `now`: troubled::plantedFindings() of the same time says what.
    static World troubled(const QDateTime &now = QDateTime::currentDateTimeUtc());
};

/// An ObjectId of that registration time whose other bytes are made from `serial`.
QString objectId(qint64 secondsSinceEpoch, quint64 serial);

/// An ObjectId of that time for the thing of that number that belongs to `parent`.
QString childId(const QString &parent, const QDateTime &time, int number);

} // namespace atlassim
