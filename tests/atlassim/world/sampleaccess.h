// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim::sample {

/// Gives the sample projects the roles that their buckets name, with the exceptions that
/// sampleworld.h lists.
void addAccess(World &world);

} // namespace atlassim::sample
