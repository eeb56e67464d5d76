// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/bucketscall.h"

namespace share {

/// The call as a curl command that takes the key pair from `PUBLIC_KEY` and `PRIVATE_KEY`.
QString curlTextForApiKey(const BucketsCall &call);

/// The call as a curl command that takes the token from `ACCESS_TOKEN`.
QString curlTextForServiceAccount(const BucketsCall &call);

} // namespace share
