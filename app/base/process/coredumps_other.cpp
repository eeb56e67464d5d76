// SPDX-License-Identifier: Apache-2.0
#include "base/process/coredumps.h"

namespace base {

void forbidCoreDumps() { }

} // namespace base
