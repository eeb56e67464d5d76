// SPDX-License-Identifier: Apache-2.0
#include "net/wire/freestack.h"

#include "net/wire/freedmemory.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <latch>
#include <thread>

namespace net {

namespace {

/// Qt's HTTP thread goes nowhere as deep.
constexpr std::size_t Depth = std::size_t(512) * 1024;
/// More than glibc keeps: 40 MB of them, at 8 MB each (allocate_stack.c).
constexpr std::size_t MostLeft = 8;

/// The call through it cannot be left out, although nobody reads what it writes.
void *(*const volatile fill)(void *, int, std::size_t) = std::memset;

} // namespace

void overwriteFreeStack()
{
    std::array<char, Depth> free; // NOLINT(*-member-init)
    fill(free.data(), 0, free.size());
}

void overwriteLeftStacks()
{
    std::latch allRun(MostLeft);
    std::array<std::thread, MostLeft> threads;
    for (std::thread &thread : threads) {
        thread = std::thread([&allRun] {
            overwriteFreedMemory();
            overwriteFreeStack();
            // Else one stack might serve them all.
            allRun.arrive_and_wait();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace net
