// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

/// Atlas alerts nobody when exports fail; one finding a project.
void findNobodyTold(const Rule &rule, const ProjectView &project, QList<Finding> &found);

} // namespace insight
