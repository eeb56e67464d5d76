// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

// What jobs tell. Each takes the cluster's schedule, too: it says whether more is to come.

/// The newest export of a cluster to a bucket that has ended failed.
void findFailedExports(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// Exports do not succeed as often as they should.
void findOverdueExports(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// None has succeeded yet, and nobody knows for how long one should have.
void findExportsNotYet(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// Jobs that do not end; one finding for a cluster and a bucket.
void findStuckExports(const Rule &rule, const ProjectView &project, QList<Finding> &found);

} // namespace insight
