// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

namespace atlas {

/// Whether Atlas does not know, or no longer knows, a word that was asked for, such as a type of
/// events: asked for without such words, an answer may come.
bool isUnknownValue(const ApiError &error);

} // namespace atlas
