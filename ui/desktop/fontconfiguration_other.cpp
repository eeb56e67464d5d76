// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/fontconfiguration.h"

namespace ui {

FontConfiguration::FontConfiguration() = default;

} // namespace ui
