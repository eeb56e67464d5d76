// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace accounts {

/// Keeps the pages that hold this memory out of images that the system writes of the program, for
/// as long as it runs: they may hold a secret. What else is on these pages is kept out, too.
/// Nothing where that is not to be had. Any thread.
void keepOutOfDumps(const void *memory, std::size_t size);

} // namespace accounts
