// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace hostile {

/// How much memory this process has in RAM now, in KiB. Nothing where the system does not tell.
std::optional<long> residentKiB();

/// The most it has had in RAM since restartPeak(), in KiB. Nothing where the system does not tell.
std::optional<long> peakKiB();
/// False where the system cannot.
bool restartPeak();

} // namespace hostile
