// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

/// Buckets that are registered in more than one project; one finding a group, in the project that
/// registered it first.
void findSharedBuckets(const Rule &rule, const Facts &facts, QList<Finding> &found);

/// The same text for the same bucket, in whatever project; empty if a name alone does not tell.
QString bucketPlace(const atlas::ExportBucket &bucket);

} // namespace insight
