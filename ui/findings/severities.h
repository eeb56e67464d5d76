// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/findingsmodel.h"

#include <array>

namespace ui {

/// The worst first.
inline constexpr std::array allSeverities{insight::Severity::Critical, insight::Severity::Warning,
                                          insight::Severity::Info};

/// What a button does that shows the findings of a severity alone.
QString severityName(insight::Severity severity);
int countOf(const insight::FindingCounts &counts, insight::Severity severity);
models::FindingsModel::ShownSeverity flagOf(insight::Severity severity);

} // namespace ui
