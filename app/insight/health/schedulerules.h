// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

// What schedules alone tell.

/// Automatic export is on and exports nothing: no snapshot is of its frequency, or it has no
/// bucket.
void findNeverRunning(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// Automatic export goes to a bucket that the project does not list.
void findGoneBuckets(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// A bucket is still set, but automatic export is off.
void findLeftOvers(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// There are backups, and no automatic export of them.
void findNoExport(const Rule &rule, const ProjectView &project, QList<Finding> &found);

} // namespace insight
