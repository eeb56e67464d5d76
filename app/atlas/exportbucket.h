// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/cloudprovider.h"
#include "atlas/objectid.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace atlas {

/// One registration of a bucket in a project. What a provider does not have, or Atlas left out, is
/// nothing.
struct ExportBucket
{
    BucketId id;
    QString name;
    CloudProvider provider;
    /// AWS's `iamRoleId`, the others' `roleId`.
    std::optional<QString> roleId;
    /// AWS only, and only in the answer for a single bucket: lists omit it.
    std::optional<QString> region;
    /// AWS only.
    std::optional<bool> requirePrivateNetworking;
    /// Azure only.
    std::optional<QString> serviceUrl;
    /// Azure only.
    std::optional<QString> tenantId;
    /// Fields that this program does not know, as they came.
    QJsonObject unknownFields;

    friend bool operator==(const ExportBucket &, const ExportBucket &) = default;
};

} // namespace atlas
