// SPDX-License-Identifier: Apache-2.0
#include "ui/systemtone.h"

namespace ui {

void SystemTone::follow() { }

} // namespace ui
