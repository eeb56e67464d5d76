// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/projectview.h"
#include "insight/health/rule.h"

namespace insight {

/// What other rules need of the project, and could not be read; one finding a project.
void findUnread(const Rule &rule, const ProjectView &project, QList<Finding> &found);

/// What is to be said once, beside the findings, if private endpoints were needed and the
/// credential may not read them: that rule says nothing then. Nothing if none was refused.
std::optional<atlas::Wording> noteOnEndpoints(const Facts &facts);

} // namespace insight
