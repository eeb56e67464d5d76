// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/clustername.h"

#include <QString>

#include <optional>

namespace atlas {

/// A cluster, as far as its exports are concerned.
struct Cluster
{
    ClusterName name;
    std::optional<QString> id;
    /// Atlas's `clusterType`, e.g. `REPLICASET`.
    std::optional<QString> type;
    /// Whether Atlas takes snapshots, without which nothing is exported.
    std::optional<bool> backupEnabled;

    friend bool operator==(const Cluster &, const Cluster &) = default;
};

} // namespace atlas
