// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace base {

/// Whether standard error is a terminal, so that somebody may be watching.
bool isErrorATerminal();

} // namespace base
