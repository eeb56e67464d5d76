// SPDX-License-Identifier: Apache-2.0
#include "insight/health/findingcounts.h"

namespace insight {

namespace {

int &countOf(const Finding &finding, FindingCounts &counts)
{
    if (finding.accepted)
        return counts.accepted;
    switch (finding.severity) {
    case Severity::Critical:
        return counts.critical;
    case Severity::Warning:
        return counts.warning;
    case Severity::Info:
        return counts.info;
    }
    Q_UNREACHABLE();
}

} // namespace

FindingCounts countsOf(const QList<Finding> &findings)
{
    FindingCounts counts;
    for (const Finding &finding : findings)
        ++countOf(finding, counts);
    return counts;
}

} // namespace insight
