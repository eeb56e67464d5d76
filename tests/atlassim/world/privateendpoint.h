// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace atlassim {

/// A way by which exports reach a bucket of AWS past the public network.
struct PrivateEndpoint
{
    QString id;
    /// Of the bucket.
    QString regionName{};
    /// Of the cluster.
    QString vpcRegionName{};
    QString status{QStringLiteral("ACTIVE")};
    /// With status FAILED.
    std::optional<QString> errorMessage{};
};

} // namespace atlassim
