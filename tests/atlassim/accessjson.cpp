// SPDX-License-Identifier: Apache-2.0
#include "atlassim/accessjson.h"

#include "atlassim/wiretime.h"

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

QJsonObject roleJson(const AwsIamRole &role)
{
    return {{QStringLiteral("providerName"), QStringLiteral("AWS")},
            {QStringLiteral("roleId"), role.roleId},
            {QStringLiteral("iamAssumedRoleArn"), orNull(role.iamAssumedRoleArn)},
            {QStringLiteral("atlasAWSAccountArn"), role.atlasAwsAccountArn},
            {QStringLiteral("atlasAssumedRoleExternalId"), role.atlasAssumedRoleExternalId},
            {QStringLiteral("createdDate"), wireTime(role.createdDate)},
            {QStringLiteral("authorizedDate"), orNull(role.authorizedDate)},
            {QStringLiteral("featureUsages"), QJsonArray()}};
}

QJsonObject roleJson(const AzureServicePrincipal &principal)
{
    return {{QStringLiteral("providerName"), QStringLiteral("AZURE")},
            {QStringLiteral("_id"), principal.id},
            {QStringLiteral("servicePrincipalId"), principal.servicePrincipalId},
            {QStringLiteral("tenantId"), principal.tenantId},
            {QStringLiteral("atlasAzureAppId"), principal.atlasAzureAppId},
            {QStringLiteral("createdDate"), wireTime(principal.createdDate)},
            {QStringLiteral("lastUpdatedDate"), wireTime(principal.lastUpdatedDate)},
            {QStringLiteral("featureUsages"), QJsonArray()}};
}

QJsonObject roleJson(const GcpServiceAccount &account)
{
    QJsonObject json{{QStringLiteral("providerName"), QStringLiteral("GCP")},
                     {QStringLiteral("roleId"), account.roleId},
                     {QStringLiteral("status"), statusName(account.status)},
                     {QStringLiteral("createdDate"), wireTime(account.createdDate)},
                     {QStringLiteral("featureUsages"), QJsonArray()}};
    if (account.gcpServiceAccountForAtlas) {
        json.insert(QStringLiteral("gcpServiceAccountForAtlas"),
                    *account.gcpServiceAccountForAtlas);
    }
    return json;
}

template<typename Role>
QJsonArray rolesJson(const QList<Role> &roles)
{
    QJsonArray json;
    for (const Role &role : roles)
        json.append(roleJson(role));
    return json;
}

} // namespace

QJsonObject accessJson(const CloudProviderAccess &access)
{
    return {{QStringLiteral("awsIamRoles"), rolesJson(access.awsIamRoles)},
            {QStringLiteral("azureServicePrincipals"), rolesJson(access.azureServicePrincipals)},
            {QStringLiteral("gcpServiceAccounts"), rolesJson(access.gcpServiceAccounts)}};
}

} // namespace atlassim
