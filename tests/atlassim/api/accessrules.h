// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"

namespace atlassim {

/// The project that the call's `groupId` names, if there is one and the caller may read it.
tl::expected<const Project *, AtlasError> accessibleProject(const Call &call);

/// That project, if the caller may also manage its backups.
tl::expected<const Project *, AtlasError> projectWithManagedBackups(const Call &call);

/// That project, if the caller may also do with it what its owners may.
tl::expected<const Project *, AtlasError> ownedProject(const Call &call);

/// The cluster that the call's `clusterName` names, if it is there and has backups.
tl::expected<const Cluster *, AtlasError> backedUpCluster(const Call &call, const Project &project);

} // namespace atlassim
