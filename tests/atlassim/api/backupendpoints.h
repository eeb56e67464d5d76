// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"

namespace atlassim {

/// The calls that say what is exported to a project's buckets, and by which roles.
QList<Endpoint> backupEndpoints();

} // namespace atlassim
