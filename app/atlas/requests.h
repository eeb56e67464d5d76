// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/backupschedule.h"
#include "atlas/cloudproviderroles.h"
#include "atlas/cluster.h"
#include "atlas/exportbucket.h"
#include "atlas/exportjob.h"
#include "atlas/page.h"
#include "atlas/pagerequest.h"
#include "atlas/project.h"
#include "atlas/request.h"

namespace atlas {

/// `GET /groups`: the projects that the credential sees.
Request<Page<Project>> listProjects(const PageRequest &page);

/// `GET /groups/{groupId}`.
Request<Project> getProject(ProjectId project);

/// `GET /groups/{groupId}/backup/exportBuckets`. The answer's buckets have no region.
Request<Page<ExportBucket>> listExportBuckets(ProjectId project, const PageRequest &page);

/// `GET /groups/{groupId}/backup/exportBuckets/{exportBucketId}`.
Request<ExportBucket> getExportBucket(ProjectId project, BucketId bucket);

/// `GET /groups/{groupId}/clusters`.
Request<Page<Cluster>> listClusters(ProjectId project, const PageRequest &page);

/// `GET /groups/{groupId}/clusters/{clusterName}/backup/schedule`. What its error says of the
/// cluster, clusterAbsenceIn() tells.
Request<BackupSchedule> getBackupSchedule(ProjectId project, const ClusterName &cluster);

/// `GET /groups/{groupId}/clusters/{clusterName}/backup/exports`. Needs a higher role than the
/// other calls do.
Request<Page<ExportJob>> listExportJobs(ProjectId project, const ClusterName &cluster,
                                        const PageRequest &page);

/// `GET /groups/{groupId}/cloudProviderAccess`: the roles that buckets point to.
Request<CloudProviderRoles> getCloudProviderAccess(ProjectId project);

} // namespace atlas
