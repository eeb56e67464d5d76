// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QString>

namespace insight {

/// What an operator should do about an error, in a sentence or two. Empty if nobody knows.
QString hintFor(const atlas::ApiError &error);

} // namespace insight
