// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim {

/// Every role that the buckets name, all of them authorised; the same each time.
CloudProviderAccess accessFor(const QList<Bucket> &buckets);

} // namespace atlassim
