// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace net {

/// Overwrites what has been freed, as far as this thread can get at it: libraries that are given a
/// secret free their copies as they are. Takes a few milliseconds. Does nothing where the allocator
/// is not known (other than glibc's), nor under sanitizers, which keep freed memory back. Any
/// thread.
void overwriteFreedMemory();

} // namespace net
