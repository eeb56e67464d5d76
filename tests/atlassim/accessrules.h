// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlassim/endpoint.h"

namespace atlassim {

/// The project that the call's `groupId` names, if there is one and the caller may read it.
tl::expected<const Project *, AtlasError> accessibleProject(const Call &call);

} // namespace atlassim
