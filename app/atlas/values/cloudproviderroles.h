// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/cloudprovider.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace atlas {

/// A feature of Atlas that uses a role.
struct RoleUse
{
    /// Atlas's own word, e.g. `EXPORT_SNAPSHOT`.
    QString feature;
    /// What of the feature uses it: the ID of an export bucket, or a name; may be empty.
    QString user;

    friend bool operator==(const RoleUse &, const RoleUse &) = default;
};

/// What is told of the roles of all providers.
struct RoleHistory
{
    /// UTC.
    std::optional<QDateTime> created;
    /// UTC; of Azure's alone.
    std::optional<QDateTime> updated;
    /// By what it is used; nothing if Atlas did not say.
    std::optional<QList<RoleUse>> uses;

    friend bool operator==(const RoleHistory &, const RoleHistory &) = default;
};

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
    RoleHistory history{};

    friend bool operator==(const AwsRole &, const AwsRole &) = default;
};

/// A service principal of Azure that Atlas acts as.
struct AzureRole
{
    QString roleId;
    std::optional<QString> servicePrincipalId;
    std::optional<QString> tenantId;
    std::optional<QString> atlasAppId;
    RoleHistory history{};

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
    RoleHistory history{};

    friend bool operator==(const GcpRole &, const GcpRole &) = default;
};

/// By what roles a project reaches its clouds. A bucket's role is one of them, by its ID.
struct CloudProviderRoles
{
    QList<AwsRole> aws;
    QList<AzureRole> azure;
    QList<GcpRole> gcp;
    /// The providers whose roles Atlas has listed, be it none: of others, nothing is known.
    QList<CloudProvider::Kind> listed{};

    friend bool operator==(const CloudProviderRoles &, const CloudProviderRoles &) = default;
};

} // namespace atlas
