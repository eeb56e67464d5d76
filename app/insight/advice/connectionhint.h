// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QString>

namespace insight {

/// What to do about a connection that brought no answer that can be used, by the error's cause.
/// Translated, plain text; empty if the cause says no more than the error's kind.
QString connectionHint(atlas::ApiError::Cause cause);

} // namespace insight
