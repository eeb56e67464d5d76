// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/check/exportcheck.h"
#include "insight/health/findingcounts.h"
#include "ui/parts/emptystate.h"

namespace ui {

/// What hides findings that there are.
struct FindingsHidden
{
    /// By a filter text or by a severity.
    bool byFilter = false;
    insight::FindingCounts counts{};
};

/// What stands where findings would be while none is shown. Never that all is well unless all was
/// read.
EmptyState::Message noFindingsMessage(const insight::ExportCheck *check,
                                      const FindingsHidden &hidden);

} // namespace ui
