// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"
#include "ui/inspector/inspectorplace.h"

namespace ui {

/// Which of the details of a bucket shows what a finding of this code says.
InspectorTab provingTab(insight::FindingCode code);

} // namespace ui
