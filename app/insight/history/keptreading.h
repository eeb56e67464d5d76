// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/clustername.h"
#include "atlas/values/exportbucket.h"
#include "atlas/values/objectid.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace insight {

/// A cluster's automatic export, as it is kept.
struct KeptSchedule
{
    atlas::ClusterName cluster{};
    bool isOn = false;
    std::optional<atlas::BucketId> bucket{};
    /// Atlas's own word; empty if no bucket is named.
    QString frequency{};

    friend bool operator==(const KeptSchedule &, const KeptSchedule &) = default;
};

/// A role of a project, as it is kept.
struct KeptRole
{
    QString id{};
    /// Atlas's own word, e.g. `AWS`.
    QString provider{};
    bool isAuthorized = false;

    friend bool operator==(const KeptRole &, const KeptRole &) = default;
};

/// What was read of one project. What a list lacks, its flag says: nobody may conclude from what is
/// not in a list that was not read to its end.
struct KeptProject
{
    atlas::ProjectId id{};
    /// Empty if Atlas's list of projects lacks it: it was asked for by its ID.
    QString name{};
    bool hasAllBuckets = false;
    /// In the order of Atlas's list; of readings that an earlier program has kept, in any order.
    /// What this program does not know of them is not kept.
    QList<atlas::ExportBucket> buckets{};
    /// Whether these are all clusters; of some, the schedule may be unread all the same.
    bool hasAllClusters = false;
    /// Of the clusters whose schedule was read, and names a bucket or has automatic export on.
    QList<KeptSchedule> schedules{};
    QList<atlas::ClusterName> unreadClusters{};
    bool hasAllRoles = false;
    QList<KeptRole> roles{};

    /// Whether Atlas has said that there is such a project.
    bool isListed() const { return !name.isEmpty(); }
    /// Where there are no buckets, nobody asks for roles.
    bool isComplete() const
    {
        return hasAllBuckets && hasAllClusters && unreadClusters.isEmpty()
            && (hasAllRoles || buckets.isEmpty());
    }

    friend bool operator==(const KeptProject &, const KeptProject &) = default;
};

/// What was there when we looked.
struct KeptReading
{
    /// When it ended. UTC, to the millisecond.
    QDateTime at{};
    bool hasAllProjects = false;
    QList<KeptProject> projects{};

    bool isComplete() const
    {
        for (const KeptProject &project : projects) {
            if (!project.isComplete())
                return false;
        }
        return hasAllProjects;
    }

    friend bool operator==(const KeptReading &, const KeptReading &) = default;
};

} // namespace insight
