// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/troublemaker.h"

#include "tests/atlassim/world/accessmaker.h"
#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/backupmaker.h"

#include <algorithm>

namespace atlassim::troubled {

namespace {

constexpr qint64 UsualDuration = 600;

Age periodOf(ExportFrequency frequency)
{
    switch (frequency) {
    case ExportFrequency::Daily:
        return days(1);
    case ExportFrequency::Weekly:
        return days(7);
    case ExportFrequency::Monthly:
        return days(30);
    case ExportFrequency::Yearly:
        return days(365);
    }
    return {};
}

bool isNamedBy(const Bucket &bucket, const QString &roleId)
{
    return bucket.iamRoleId == roleId || bucket.roleId == roleId;
}

/// The project's role that the bucket of that ID names.
template<typename Role>
auto isRoleOf(const Bucket &bucket, QString Role::*idOf)
{
    return [&bucket, idOf](const Role &role) {
        return isNamedBy(bucket, role.*idOf);
    };
}

void removeRole(CloudProviderAccess &access, const Bucket &bucket)
{
    access.awsIamRoles.removeIf(isRoleOf(bucket, &AwsIamRole::roleId));
    access.azureServicePrincipals.removeIf(isRoleOf(bucket, &AzureServicePrincipal::id));
    access.gcpServiceAccounts.removeIf(isRoleOf(bucket, &GcpServiceAccount::roleId));
}

void revokeAuthorisation(CloudProviderAccess &access, const Bucket &bucket)
{
    for (AwsIamRole &role : access.awsIamRoles) {
        if (!isNamedBy(bucket, role.roleId))
            continue;
        role.authorizedDate.reset();
        role.iamAssumedRoleArn.reset();
    }
    for (GcpServiceAccount &account : access.gcpServiceAccounts) {
        if (!isNamedBy(bucket, account.roleId))
            continue;
        account.status = GcpRoleStatus::NotInitiated;
        account.gcpServiceAccountForAtlas.reset();
    }
}

} // namespace

void TroubleMaker::beginProject(const QString &name)
{
    const int number = int(m_projects.size()) + 1;
    const QString id = QString(QStringLiteral("6b")
                               + QString::number(number, 16).rightJustified(22, QLatin1Char('0')));
    const QString organisation = QStringLiteral("6a0000000000000000000001");
    m_projects.append({id, name, organisation, m_now.addSecs(-seconds(days(700)))});
    m_gone.clear();
    m_unauthorised.clear();
}

void TroubleMaker::endProject()
{
    Project &made = project();
    made.clusterCount = int(made.clusters.size());
    made.cloudProviderAccess = accessFor(made.buckets);
    for (const QString &id : std::as_const(m_gone))
        removeRole(made.cloudProviderAccess, bucket(id));
    for (const QString &id : std::as_const(m_unauthorised))
        revokeAuthorisation(made.cloudProviderAccess, bucket(id));
}

QString TroubleMaker::roleId(int role) const
{
    const auto number = quint64(m_projects.size()) * 0x1000 + quint64(role);
    return objectId(secondsBefore(days(550)), number);
}

QString TroubleMaker::addBucket(Bucket bucket, Age age)
{
    bucket.id = objectId(secondsBefore(age), ++m_serial);
    project().buckets.append(bucket);
    return bucket.id;
}

QString TroubleMaker::addAws(const QString &name, int role, Age age, const QString &region)
{
    Bucket bucket{{}, name, QStringLiteral("AWS")};
    bucket.iamRoleId = roleId(role);
    bucket.region = region;
    bucket.requirePrivateNetworking = false;
    return addBucket(bucket, age);
}

QString TroubleMaker::addAzure(const QString &name, const QString &account, int role, Age age)
{
    Bucket bucket{{}, name, QStringLiteral("AZURE")};
    bucket.roleId = roleId(role);
    bucket.serviceUrl = QStringLiteral("https://%1.blob.core.windows.net").arg(account);
    bucket.tenantId = QStringLiteral("52c7e1d8-0b6f-4a93-8d24-f19a3c5e7b60");
    return addBucket(bucket, age);
}

QString TroubleMaker::addGcp(const QString &name, int role, Age age)
{
    Bucket bucket{{}, name, QStringLiteral("GCP")};
    bucket.roleId = roleId(role);
    return addBucket(bucket, age);
}

Bucket &TroubleMaker::bucket(const QString &id)
{
    QList<Bucket> &buckets = project().buckets;
    return *std::find_if(buckets.begin(), buckets.end(),
                         [&id](const Bucket &each) { return each.id == id; });
}

Cluster &TroubleMaker::addIdle(const QString &name)
{
    Cluster cluster = newCluster(project(), name);
    cluster.created = m_now.addSecs(-seconds(days(650)));
    cluster.schedule.nextSnapshot = m_now.addSecs(seconds(Age(5)));
    project().clusters.append(cluster);
    return project().clusters.last();
}

Cluster &TroubleMaker::addExporting(const QString &name, const QString &bucket,
                                    ExportFrequency frequency)
{
    Cluster &cluster = addIdle(name);
    cluster.schedule.autoExportEnabled = true;
    cluster.schedule.target = ExportTarget{bucket, frequency};
    return cluster;
}

Cluster &TroubleMaker::addExporting(const QString &name, const QString &bucket,
                                    ExportFrequency frequency, Age age)
{
    Cluster &cluster = addExporting(name, bucket, frequency);
    succeed(cluster, bucket, age);
    succeed(cluster, bucket, age + periodOf(frequency));
    return cluster;
}

ExportJob &TroubleMaker::addJob(Cluster &cluster, const QString &bucket, Age age) const
{
    const QDateTime created = m_now.addSecs(-seconds(age));
    cluster.exportJobs.append(newExportJob(m_projects.last(), cluster, bucket, created));
    return cluster.exportJobs.last();
}

void TroubleMaker::succeed(Cluster &cluster, const QString &bucket, Age age) const
{
    ExportJob &job = addJob(cluster, bucket, age);
    job.succeed(job.createdAt.addSecs(UsualDuration));
}

void TroubleMaker::fail(Cluster &cluster, const QString &bucket, Age age) const
{
    ExportJob &job = addJob(cluster, bucket, age);
    job.fail(job.createdAt.addSecs(UsualDuration),
             {QStringLiteral("EXPORT_BUCKET_ACCESS_DENIED"),
              QStringLiteral("The role may not write to the bucket.")});
}

void TroubleMaker::cancel(Cluster &cluster, const QString &bucket, Age age) const
{
    ExportJob &job = addJob(cluster, bucket, age);
    job.cancel(job.createdAt.addSecs(UsualDuration));
}

void TroubleMaker::queue(Cluster &cluster, const QString &bucket, Age age) const
{
    addJob(cluster, bucket, age);
}

void TroubleMaker::leaveInProgress(Cluster &cluster, const QString &bucket, Age age) const
{
    addJob(cluster, bucket, age).advanceTo(7);
}

void TroubleMaker::addPrivateEndpoint(const QString &bucketRegion, const QString &clusterRegion,
                                      const QString &status)
{
    PrivateEndpoint endpoint{objectId(secondsBefore(days(300)), ++m_serial), bucketRegion,
                             clusterRegion, status};
    if (status == QLatin1String("FAILED"))
        endpoint.errorMessage = QStringLiteral("The endpoint could not be made.");
    project().privateEndpoints.append(endpoint);
}

void TroubleMaker::plant(const char *code, const char *severity, const QString &cluster,
                         const QString &bucket)
{
    m_found.append(
        {QString::fromLatin1(code), QString::fromLatin1(severity), project().id, cluster, bucket});
}

void TroubleMaker::plantForOwners(const char *code, const char *severity, const QString &cluster,
                                  const QString &bucket)
{
    m_foundByOwners.append(
        {QString::fromLatin1(code), QString::fromLatin1(severity), project().id, cluster, bucket});
}

} // namespace atlassim::troubled
