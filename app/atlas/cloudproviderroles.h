// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace atlas {

/// An IAM role of AWS that Atlas may assume.
struct AwsRole
{
    QString roleId;
    /// The role in the customer's account; nothing until it is authorised.
    std::optional<QString> iamAssumedRoleArn;
    /// Atlas's account, which the role has to trust.
    std::optional<QString> atlasAccountArn;
    std::optional<QString> externalId;
    /// UTC; nothing if it is not authorised.
    std::optional<QDateTime> authorized;

    friend bool operator==(const AwsRole &, const AwsRole &) = default;
};

/// A service principal of Azure that Atlas acts as.
struct AzureRole
{
    QString roleId;
    std::optional<QString> servicePrincipalId;
    std::optional<QString> tenantId;
    std::optional<QString> atlasAppId;

    friend bool operator==(const AzureRole &, const AzureRole &) = default;
};

/// A service account of Google Cloud that Atlas acts as.
struct GcpRole
{
    QString roleId;
    /// Its e-mail address.
    std::optional<QString> serviceAccount;
    /// Atlas's own word, e.g. `COMPLETE`.
    std::optional<QString> status;

    friend bool operator==(const GcpRole &, const GcpRole &) = default;
};

/// By what roles a project reaches its clouds. A bucket's role is one of them, by its ID.
struct CloudProviderRoles
{
    QList<AwsRole> aws;
    QList<AzureRole> azure;
    QList<GcpRole> gcp;

    friend bool operator==(const CloudProviderRoles &, const CloudProviderRoles &) = default;
};

} // namespace atlas
