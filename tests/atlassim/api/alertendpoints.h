// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"

namespace atlassim {

/// The calls that say what happened, and of what Atlas tells whom.
QList<Endpoint> alertEndpoints();

} // namespace atlassim
