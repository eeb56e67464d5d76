// SPDX-License-Identifier: Apache-2.0
#include "base/process/coredumps.h"

#include <sys/resource.h>

namespace base {

void forbidCoreDumps()
{
    // The soft limit: systemd-coredump, too, writes nothing then.
    struct rlimit limit = {};
    if (::getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
}

} // namespace base
