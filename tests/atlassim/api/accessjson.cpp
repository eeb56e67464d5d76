// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/accessjson.h"

#include "tests/atlassim/api/wiretime.h"

#include <QJsonArray>

namespace atlassim {

namespace {

QString statusName(GcpRoleStatus status)
{
    switch (status) {
    case GcpRoleStatus::NotInitiated:
        return QStringLiteral("NOT_INITIATED");
    case GcpRoleStatus::InProgress:
        return QStringLiteral("IN_PROGRESS");
    case GcpRoleStatus::Complete:
        return QStringLiteral("COMPLETE");
    case GcpRoleStatus::Failed:
        return QStringLiteral("FAILED");
    }
    return {};
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(wireTime(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonArray usagesJson(const QStringList &exportBuckets, const QString &projectId)
{
    QJsonArray json;
    for (const QString &bucket : exportBuckets) {
        const QJsonObject id{{QStringLiteral("exportBucketId"), bucket},
                             {QStringLiteral("groupId"), projectId}};
        json.append(QJsonObject{{QStringLiteral("featureType"), QStringLiteral("EXPORT_SNAPSHOT")},
                                {QStringLiteral("featureId"), id}});
    }
    return json;
}

QJsonObject roleJson(const AwsIamRole &role, const QString &projectId)
{
    return {{QStringLiteral("providerName"), QStringLiteral("AWS")},
            {QStringLiteral("roleId"), role.roleId},
            {QStringLiteral("iamAssumedRoleArn"), orNull(role.iamAssumedRoleArn)},
            {QStringLiteral("atlasAWSAccountArn"), role.atlasAwsAccountArn},
            {QStringLiteral("atlasAssumedRoleExternalId"), role.atlasAssumedRoleExternalId},
            {QStringLiteral("createdDate"), wireTime(role.createdDate)},
            {QStringLiteral("authorizedDate"), orNull(role.authorizedDate)},
            {QStringLiteral("featureUsages"), usagesJson(role.exportBuckets, projectId)}};
}

QJsonObject roleJson(const AzureServicePrincipal &principal, const QString &projectId)
{
    return {{QStringLiteral("providerName"), QStringLiteral("AZURE")},
            {QStringLiteral("_id"), principal.id},
            {QStringLiteral("servicePrincipalId"), principal.servicePrincipalId},
            {QStringLiteral("tenantId"), principal.tenantId},
            {QStringLiteral("atlasAzureAppId"), principal.atlasAzureAppId},
            {QStringLiteral("createdDate"), wireTime(principal.createdDate)},
            {QStringLiteral("lastUpdatedDate"), wireTime(principal.lastUpdatedDate)},
            {QStringLiteral("featureUsages"), usagesJson(principal.exportBuckets, projectId)}};
}

QJsonObject roleJson(const GcpServiceAccount &account, const QString &projectId)
{
    QJsonObject json{
        {QStringLiteral("providerName"), QStringLiteral("GCP")},
        {QStringLiteral("roleId"), account.roleId},
        {QStringLiteral("status"), statusName(account.status)},
        {QStringLiteral("createdDate"), wireTime(account.createdDate)},
        {QStringLiteral("featureUsages"), usagesJson(account.exportBuckets, projectId)}};
    if (account.gcpServiceAccountForAtlas) {
        json.insert(QStringLiteral("gcpServiceAccountForAtlas"),
                    *account.gcpServiceAccountForAtlas);
    }
    return json;
}

template<typename Role>
QJsonArray rolesJson(const QList<Role> &roles, const QString &projectId)
{
    QJsonArray json;
    for (const Role &role : roles)
        json.append(roleJson(role, projectId));
    return json;
}

} // namespace

QJsonObject accessJson(const CloudProviderAccess &access, const QString &projectId)
{
    return {
        {QStringLiteral("awsIamRoles"), rolesJson(access.awsIamRoles, projectId)},
        {QStringLiteral("azureServicePrincipals"),
         rolesJson(access.azureServicePrincipals, projectId)},
        {QStringLiteral("gcpServiceAccounts"), rolesJson(access.gcpServiceAccounts, projectId)}};
}

} // namespace atlassim
