// SPDX-License-Identifier: Apache-2.0
#include "base/process/terminal.h"

#include <unistd.h>

namespace base {

bool isErrorATerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

} // namespace base
