// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

/// Buckets that are registered more than once in the project; one finding a group.
void findDuplicates(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// Buckets that nothing exports to, and nothing has for a long time.
void findUnusedBuckets(const Rule &rule, const ProjectView &project, QList<Finding> &found);

} // namespace insight
