// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim {

/// A replica set with the usual snapshots, none of which is exported.
Cluster newCluster(const Project &project, const QString &name);

/// A job in state Queued with an ID and a prefix as Atlas gives them.
ExportJob newExportJob(const Project &project, const Cluster &cluster, const QString &bucketId,
                       const QDateTime &createdAt);

/// Adds so many clusters that export monthly, by turns to each of the project's buckets, and so
/// many jobs to each, a tenth of them failed. Where there is no bucket, nothing is exported.
void addClusters(Project &project, int count, int jobsEach);

} // namespace atlassim
