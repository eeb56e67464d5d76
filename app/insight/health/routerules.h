// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

// Whether exports can reach their bucket, and at what cost.

/// A cluster on AWS exports to a bucket of AWS in a region where it has no nodes.
void findOtherRegions(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// A bucket is to be reached by a private endpoint alone, and none leads there.
void findMissingEndpoints(const Rule &rule, const ProjectView &project, QList<Finding> &found);

} // namespace insight
