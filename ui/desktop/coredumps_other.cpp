// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/coredumps.h"

namespace ui {

void forbidCoreDumps() { }

} // namespace ui
