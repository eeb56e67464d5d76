// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/bucketscall.h"

namespace share {

/// The call as a whole Go program, formatted as gofmt wants it. It signs in by the variables that
/// the SDK's samples use, and prints the ID, name and provider of each bucket.
QString goSdkText(const BucketsCall &call);

} // namespace share
