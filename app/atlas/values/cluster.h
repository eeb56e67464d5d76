// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/clustername.h"

#include <QList>
#include <QString>

#include <optional>

namespace atlas {

/// A cluster, as far as its exports are concerned.
struct Cluster
{
    /// Where some of its nodes run, in Atlas's own words.
    struct Region
    {
        /// E.g. `AWS`; of a free cluster, the provider below it.
        QString provider;
        /// E.g. `US_EAST_1`; may be empty.
        QString name;

        friend bool operator==(const Region &, const Region &) = default;
    };

    ClusterName name;
    std::optional<QString> id;
    /// Atlas's `clusterType`, e.g. `REPLICASET`.
    std::optional<QString> type;
    /// Whether Atlas takes snapshots, without which nothing is exported.
    std::optional<bool> backupEnabled;
    /// Whether it is paused: Atlas takes no snapshots then, so nothing is exported.
    std::optional<bool> paused{};
    /// Atlas's `stateName`, e.g. `IDLE` or `CREATING`.
    std::optional<QString> state{};
    /// Whether it is a free cluster, of which Atlas takes no snapshots.
    bool isFree = false;
    /// Each once, in the order in which Atlas lists them.
    QList<Region> regions{};

    friend bool operator==(const Cluster &, const Cluster &) = default;
};

} // namespace atlas
