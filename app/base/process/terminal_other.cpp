// SPDX-License-Identifier: Apache-2.0
#include "base/process/terminal.h"

namespace base {

/// Nothing is drawn over on what may be none.
bool isErrorATerminal()
{
    return false;
}

} // namespace base
