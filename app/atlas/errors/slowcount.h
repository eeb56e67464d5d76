// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

namespace atlas {

/// Whether Atlas has given up a page of a list because counting the list took too long: asked for
/// without `totalCount`, the same page may come.
bool isTooSlowToCount(const ApiError &error);

} // namespace atlas
