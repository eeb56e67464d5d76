// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace net {

/// Overwrites what functions that have returned left on this thread's stack, half a megabyte of it.
/// Any thread.
void overwriteFreeStack();

/// Overwrites what threads that have ended left on their stacks and heaps: new threads are given
/// them, as they were left. Misses one that is about to end, and more than a few. Takes some
/// milliseconds. Any thread.
void overwriteLeftStacks();

} // namespace net
