// SPDX-License-Identifier: Apache-2.0
#include "ui/coredumps.h"

namespace ui {

void forbidCoreDumps() { }

} // namespace ui
