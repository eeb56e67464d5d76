// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/systemwishes.h"

namespace ui {

void SystemWishes::followContrast() { }

} // namespace ui
