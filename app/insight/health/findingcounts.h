// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QList>

namespace insight {

/// How many findings there are. Those that are accepted count in `accepted` alone.
struct FindingCounts
{
    int critical = 0;
    int warning = 0;
    int info = 0;
    int accepted = 0;

    friend bool operator==(const FindingCounts &, const FindingCounts &) = default;
};

/// Counts them.
FindingCounts countsOf(const QList<Finding> &findings);

} // namespace insight
