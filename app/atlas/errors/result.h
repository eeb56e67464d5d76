// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <tl/expected.hpp>

namespace atlas {

/// What can fail: the value, or why there is none.
template<class T>
using Result = tl::expected<T, ApiError>;

} // namespace atlas
