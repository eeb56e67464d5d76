// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/sweep.h"
#include "buckets/reading/rolereader.h"
#include "buckets/usage/backupschedules.h"
#include "buckets/usage/exportjobs.h"
#include "insight/health/facts.h"

#include <optional>

namespace insight {

// What readers know, in the form that rules go by. Pure functions.

/// Of one cluster. `scheduleError` is what the call for its schedule failed with, and `jobs`
/// nothing if its jobs were not asked for. That the cluster is gone is no failure: it has neither.
ClusterFacts clusterFacts(const buckets::BackupSchedules::Entry &entry,
                          const std::optional<atlas::ApiError> &scheduleError,
                          const std::optional<buckets::ExportJobs::Told> &jobs);

/// Of all clusters of a project. `jobs` is nullptr while none were asked for.
Part<QList<ClusterFacts>> clustersPart(const buckets::BackupSchedules &schedules,
                                       const buckets::ExportJobs *jobs);

Part<atlas::CloudProviderRoles> rolesPart(const buckets::RoleReader::Knowledge &knowledge);

/// Of the buckets of a project, as the inventory's reading of it has them.
Part<QList<atlas::ExportBucket>> bucketsPart(const buckets::Sweep &sweep, atlas::ProjectId project);

/// Of a project that can have no buckets, and so nothing to export to.
ProjectFacts factsWithoutBuckets(const atlas::Project &project);

/// Of a project that the check has not reached, or not to its end: what the inventory knows.
ProjectFacts factsOfSweep(const buckets::Sweep &sweep, const atlas::Project &project);

} // namespace insight
