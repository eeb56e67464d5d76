// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/alertconfiguration.h"
#include "atlas/values/backupschedule.h"
#include "atlas/values/cloudproviderroles.h"
#include "atlas/values/cluster.h"
#include "atlas/values/exportbucket.h"
#include "atlas/values/exportjob.h"
#include "atlas/values/privateendpoint.h"
#include "atlas/values/project.h"
#include "insight/health/part.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <optional>

namespace insight {

/// What was read of one cluster.
struct ClusterFacts
{
    atlas::Cluster cluster;
    /// Whole with no value: the cluster can have none, for it has no backup, is a flex cluster, or
    /// is gone.
    Part<std::optional<atlas::BackupSchedule>> schedule{};
    /// Whole: all of the last 400 days are here, or those that tellingJobs() leaves of them.
    /// Newest first.
    Part<QList<atlas::ExportJob>> jobs{};
    /// From when on kept readings prove that automatic export has been as it is now, without a
    /// gap. UTC; nothing if none do.
    std::optional<QDateTime> unchangedSince{};
};

/// What was read of one project.
struct ProjectFacts
{
    atlas::Project project;
    /// With the regions that were asked for.
    Part<QList<atlas::ExportBucket>> buckets{};
    Part<QList<ClusterFacts>> clusters{};
    Part<atlas::CloudProviderRoles> roles{};
    Part<QList<atlas::AlertConfiguration>> alerts{};
    /// Takes Project Owner, which most credentials are not.
    Part<QList<atlas::PrivateEndpoint>> endpoints{};
    /// The buckets whose region was asked for and did not come, and why; nothing: Atlas does not
    /// tell it.
    QHash<atlas::BucketId, std::optional<atlas::ApiError>> unreadRegions{};
};

/// All that the rules go by. A value: rules ask nobody else, the clock included.
struct Facts
{
    QList<ProjectFacts> projects{};
    /// Whether these are all projects.
    bool areAllProjectsKnown = false;
    /// UTC.
    QDateTime now{};
};

} // namespace insight
