// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/history/keptreading.h"

namespace insight {

/// What is kept of what a check has read. Takes no time to speak of: buckets are shared. Pure.
KeptReading keptReading(const Facts &facts);

} // namespace insight
