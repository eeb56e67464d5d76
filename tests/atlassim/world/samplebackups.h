// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim::sample {

/// Gives the sample projects their clusters, schedules and export jobs.
void addBackups(World &world);

} // namespace atlassim::sample
