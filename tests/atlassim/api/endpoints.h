// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"

namespace atlassim {

/// Every call the API has. A new one is a line in its table and a handler.
QList<Endpoint> atlasEndpoints();

} // namespace atlassim
