// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/calls/request.h"
#include "atlas/values/alertconfiguration.h"
#include "atlas/values/backupschedule.h"
#include "atlas/values/cloudproviderroles.h"
#include "atlas/values/cluster.h"
#include "atlas/values/exportbucket.h"
#include "atlas/values/exportjob.h"
#include "atlas/values/pagerequest.h"
#include "atlas/values/privateendpoint.h"
#include "atlas/values/project.h"
#include "atlas/values/projectevent.h"

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

/// `GET /groups/{groupId}/alertConfigs`: of what Atlas tells whom.
Request<Page<AlertConfiguration>> listAlertConfigurations(ProjectId project,
                                                          const PageRequest &page);

/// `GET /groups/{groupId}/backup/AWS/privateEndpoints`. Needs a higher role than all other calls
/// do: that of an owner, which most credentials are not.
Request<Page<PrivateEndpoint>> listPrivateEndpoints(ProjectId project, const PageRequest &page);

/// `GET /groups/{groupId}/events`: what happened, the newest first. A type that Atlas does not
/// know is an error, which isUnknownValue() tells.
Request<Page<ProjectEvent>> listProjectEvents(ProjectId project, const EventFilter &filter,
                                              const PageRequest &page);

} // namespace atlas
