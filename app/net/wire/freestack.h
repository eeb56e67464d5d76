// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace net {

/// Overwrites what functions that have returned left on this thread's stack, half a megabyte of it.
/// A new thread is given the stack of one that has ended, as it was left. Any thread.
void overwriteFreeStack();

} // namespace net
