// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace buckets {

/// How long a selection or a view has to be still before anything is read for it: longer than a
/// held key takes to repeat, so nothing is sent for rows that are passed over.
inline constexpr std::chrono::milliseconds Stillness{150};

} // namespace buckets
