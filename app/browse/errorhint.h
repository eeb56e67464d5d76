// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/apierror.h"

#include <QString>

namespace browse {

/// What an operator should do about an error, in a sentence or two. Empty if nobody knows.
QString hintFor(const atlas::ApiError &error);

/// Whether anything is wrong at all: false where the answer only says how things are, such as that
/// a cluster has no backup.
bool isFault(const atlas::ApiError &error);

} // namespace browse
