// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/bucketscall.h"

namespace share {

/// The call as a command of the Atlas CLI that says all of it, and as one that is shorter and
/// cannot ask for an envelope or for indentation. Both name the CLI's profile; where none is known,
/// by a name that the CLI refuses.
QString atlasCliText(const BucketsCall &call);

} // namespace share
