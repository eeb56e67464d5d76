// SPDX-License-Identifier: Apache-2.0
#include "net/wire/freestack.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace net {

namespace {

/// Qt's HTTP thread goes nowhere as deep.
constexpr std::size_t Depth = std::size_t(512) * 1024;

/// The call through it cannot be left out, although nobody reads what it writes.
void *(*const volatile fill)(void *, int, std::size_t) = std::memset;

} // namespace

void overwriteFreeStack()
{
    std::array<char, Depth> free; // NOLINT(*-member-init)
    fill(free.data(), 0, free.size());
}

} // namespace net
