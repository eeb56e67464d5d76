// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/accessmaker.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>
#include <QUuid>

namespace atlassim {

namespace {

QDateTime timeOf(const QString &roleId)
{
    return QDateTime::fromSecsSinceEpoch(roleId.left(8).toLongLong(nullptr, 16), QTimeZone::utc());
}

QString uuidFor(const QString &roleId, QLatin1String purpose)
{
    static const QUuid nameSpace(QStringLiteral("{8a5e6c12-94d7-4b0f-a3c1-6e2b7f90d418}"));
    const QString name = roleId + QLatin1Char('/') + purpose;
    return QUuid::createUuidV5(nameSpace, name).toString(QUuid::WithoutBraces);
}

AwsIamRole awsRole(const QString &roleId)
{
    const QDateTime created = timeOf(roleId);
    return {
        roleId,
        QString(QStringLiteral("arn:aws:iam::480159263700:role/atlas-export-") + roleId.right(6)),
        QStringLiteral("arn:aws:iam::700362951840:root"),
        uuidFor(roleId, QLatin1String("external")),
        created,
        created.addSecs(900)};
}

AzureServicePrincipal azurePrincipal(const Bucket &bucket, const QString &roleId)
{
    const QDateTime created = timeOf(roleId);
    return {roleId,
            uuidFor(roleId, QLatin1String("principal")),
            bucket.tenantId.value_or(uuidFor(roleId, QLatin1String("tenant"))),
            QStringLiteral("b1f7c0a4-5d38-4e96-8c2b-0a7d94e3f615"),
            created,
            created.addSecs(900)};
}

GcpServiceAccount gcpAccount(const QString &roleId)
{
    const QString name = QString(QStringLiteral("atlas-export-") + roleId.right(6));
    return {roleId, QString(name + QStringLiteral("@kestrel-atlas-access.iam.gserviceaccount.com")),
            GcpRoleStatus::Complete, timeOf(roleId)};
}

/// A role's buckets, when the roles of the others are known.
template<typename Role>
void noteBuckets(QList<Role> &roles, QString Role::*idOf,
                 const QHash<QString, QStringList> &buckets)
{
    for (Role &role : roles)
        role.exportBuckets = buckets.value(role.*idOf);
}

} // namespace

CloudProviderAccess accessFor(const QList<Bucket> &buckets)
{
    CloudProviderAccess access;
    QSet<QString> known;
    QHash<QString, QStringList> bucketsOf;
    for (const Bucket &bucket : buckets) {
        const auto roleId = bucket.iamRoleId ? bucket.iamRoleId : bucket.roleId;
        if (!roleId)
            continue;
        bucketsOf[*roleId].append(bucket.id);
        if (known.contains(*roleId))
            continue;
        known.insert(*roleId);
        if (bucket.iamRoleId)
            access.awsIamRoles.append(awsRole(*roleId));
        else if (bucket.cloudProvider == QLatin1String("AZURE"))
            access.azureServicePrincipals.append(azurePrincipal(bucket, *roleId));
        else
            access.gcpServiceAccounts.append(gcpAccount(*roleId));
    }
    noteBuckets(access.awsIamRoles, &AwsIamRole::roleId, bucketsOf);
    noteBuckets(access.azureServicePrincipals, &AzureServicePrincipal::id, bucketsOf);
    noteBuckets(access.gcpServiceAccounts, &GcpServiceAccount::roleId, bucketsOf);
    return access;
}

} // namespace atlassim
