// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/history/exportspans.h"
#include "insight/history/keptreading.h"

namespace insight {

/// What is kept of what a check has read. Takes no time to speak of: buckets are shared. Pure.
KeptReading keptReading(const Facts &facts);

/// The facts with what earlier readings prove of their schedules.
ProjectFacts provedBy(const ExportSpans &spans, ProjectFacts facts);

} // namespace insight
