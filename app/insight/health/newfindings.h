// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QList>

namespace insight {

/// Of the findings of a check, in their order: those that are critical, that nobody has accepted,
/// and that `before`, the findings of the check before it, did not have as critical ones. What is
/// said of a finding may change, and so may since when: the finding stays the same.
QList<Finding> newCriticalIn(const QList<Finding> &findings, const QList<Finding> &before);

} // namespace insight
