// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

namespace atlas {

/// Whether Atlas refused a call because the credential, which it knows, lacks the role that the
/// call takes, or is of another project. The one place that decides it. Other refusals with the
/// same status go away without another role: that of an address that is not on the access list,
/// that of a firewall on the way. Then this is false.
bool meansMissingRole(const ApiError &error);

/// Whether Atlas does not take the credential. It says 401 too when it knows the credential well
/// and it lacks a role, or is of another project: then this is false.
bool refusesCredential(const ApiError &error);

} // namespace atlas
