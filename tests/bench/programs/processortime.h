// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/resource.h>

/// User and system time of all threads of this process so far, in milliseconds.
inline double processorMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}
