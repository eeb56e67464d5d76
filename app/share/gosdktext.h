// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/listbucketscall.h"

namespace share {

/// The call as a whole Go program, formatted as gofmt wants it. It signs in by the variables that
/// the SDK's samples use, and prints each bucket's ID, name and provider.
QString goSdkText(const ListBucketsCall &call);

} // namespace share
