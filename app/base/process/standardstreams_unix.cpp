// SPDX-License-Identifier: Apache-2.0
#include "base/process/standardstreams.h"

#include <initializer_list>

#include <fcntl.h>
#include <unistd.h>

namespace base {

void fillClosedStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0)
            continue;
        // Takes the lowest number that is free: this one.
        if (::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY) != stream)
            return;
    }
}

} // namespace base
