// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"
#include "ui/inspector/inspectorplace.h"

#include <optional>

namespace ui {

/// Which of the details of a bucket shows what a finding of this code says; nothing: a change.
InspectorTab findingTab(std::optional<insight::FindingCode> code);

} // namespace ui
