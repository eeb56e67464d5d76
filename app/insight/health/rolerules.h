// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

/// The project does not have the role that a bucket names.
void findGoneRoles(const Rule &rule, const ProjectView &project, QList<Finding> &found);
/// It has it, but the role was never authorized.
void findUnauthorizedRoles(const Rule &rule, const ProjectView &project, QList<Finding> &found);

} // namespace insight
