// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace atlas {

/// A way by which exports reach a bucket of AWS past the public network.
struct PrivateEndpoint
{
    QString id;
    /// Of the bucket, in Atlas's spelling, e.g. `US_EAST_1`.
    QString bucketRegion;
    /// Of the clusters whose snapshots go through it, in the same spelling.
    QString clusterRegion;
    /// Atlas's own word, e.g. `ACTIVE`.
    QString status;
    /// Why, where Atlas tells.
    std::optional<QString> error{};

    /// Whether exports can go through it.
    bool isActive() const { return status == QLatin1StringView("ACTIVE"); }

    friend bool operator==(const PrivateEndpoint &, const PrivateEndpoint &) = default;
};

} // namespace atlas
