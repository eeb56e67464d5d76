// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

namespace atlas {

/// Whether Atlas refused a call because the credential, which it knows, lacks the role that the
/// call takes. Other refusals with the same status go away without another role: that of an
/// address that is not on the access list, that of a firewall on the way. Then this is false.
bool meansMissingRole(const ApiError &error);

} // namespace atlas
