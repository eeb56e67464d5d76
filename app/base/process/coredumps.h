// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace base {

/// Has the system write no image of this program's memory to disk if it crashes: secrets are in it.
/// What the program starts inherits it. Nothing where that is not to be had.
void forbidCoreDumps();

} // namespace base
