// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"
#include "atlas/page.h"
#include "atlas/pagerequest.h"
#include "atlas/project.h"
#include "atlas/request.h"

namespace atlas {

/// `GET /groups`: the projects that the credential sees.
Request<Page<Project>> listProjects(const PageRequest &page);

/// `GET /groups/{groupId}`.
Request<Project> getProject(ProjectId project, const CallOptions &options);

/// `GET /groups/{groupId}/backup/exportBuckets`. The answer's buckets have no region.
Request<Page<ExportBucket>> listExportBuckets(ProjectId project, const PageRequest &page);

/// `GET /groups/{groupId}/backup/exportBuckets/{exportBucketId}`.
Request<ExportBucket> getExportBucket(ProjectId project, BucketId bucket,
                                      const CallOptions &options);

} // namespace atlas
