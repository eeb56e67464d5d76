// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim::sample {

/// Gives the sample projects alert configurations, and two of them private endpoints. Of a failed
/// export, Payments – prod tells for its first cluster alone, and of an export that cannot start
/// nobody any more; Data warehouse and Disaster recovery drills tell of both; the others of
/// neither.
void addAlerts(World &world);

} // namespace atlassim::sample
