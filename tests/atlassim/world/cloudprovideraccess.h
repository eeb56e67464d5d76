// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace atlassim {

/// What an AWS bucket's `iamRoleId` points at.
struct AwsIamRole
{
    QString roleId;
    /// Null until the role is authorised.
    std::optional<QString> iamAssumedRoleArn{};
    QString atlasAwsAccountArn{};
    QString atlasAssumedRoleExternalId{};
    QDateTime createdDate{};
    /// Null: not authorised.
    std::optional<QDateTime> authorizedDate{};
    /// The IDs of the export buckets that use it.
    QStringList exportBuckets{};
};

/// What an Azure bucket's `roleId` points at.
struct AzureServicePrincipal
{
    QString id;
    QString servicePrincipalId{};
    QString tenantId{};
    QString atlasAzureAppId{};
    QDateTime createdDate{};
    QDateTime lastUpdatedDate{};
    QStringList exportBuckets{};
};

enum class GcpRoleStatus { NotInitiated, InProgress, Complete, Failed };

/// What a Google Cloud bucket's `roleId` points at.
struct GcpServiceAccount
{
    QString roleId;
    /// Not set until it is complete.
    std::optional<QString> gcpServiceAccountForAtlas{};
    GcpRoleStatus status{GcpRoleStatus::Complete};
    QDateTime createdDate{};
    QStringList exportBuckets{};
};

/// The roles by which Atlas reaches a project's buckets.
struct CloudProviderAccess
{
    QList<AwsIamRole> awsIamRoles{};
    QList<AzureServicePrincipal> azureServicePrincipals{};
    QList<GcpServiceAccount> gcpServiceAccounts{};
};

} // namespace atlassim
