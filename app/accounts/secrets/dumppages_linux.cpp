// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/dumppages.h"

#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace accounts {

void keepOutOfDumps(const void *memory, std::size_t size)
{
    const long answer = ::sysconf(_SC_PAGESIZE);
    if (answer <= 0 || size == 0)
        return;
    const auto page = static_cast<std::uintptr_t>(answer);
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t first = address / page * page;
    const std::uintptr_t end = (address + size + page - 1) / page * page;
    // One of several guards: where it fails, there is nothing to be done.
    ::madvise(reinterpret_cast<void *>(first), end - first, MADV_DONTDUMP);
}

} // namespace accounts
