// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlassim/world.h"

namespace atlassim::sample {

/// Gives the sample projects their clusters, schedules and export jobs.
void addBackups(World &world);

} // namespace atlassim::sample
