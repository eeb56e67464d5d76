// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/check/exportcheck.h"
#include "insight/health/finding.h"
#include "insight/health/findingcounts.h"

#include <QString>

namespace insight {

/// `Critical`.
QString severityText(Severity severity);
/// `3 critical`.
QString severityCountText(Severity severity, int count);

/// `Export overdue: The last successful export …`: what kind of finding it is, and what it says.
QString findingText(const Finding &finding);

/// `Accepted until 2026-12-31: known, ticket 17`.
QString acceptanceText(const Acceptance &acceptance);

/// What the check as a whole has found, in a line: `3 critical, 5 warnings in 250 projects, 1
/// project not read`; while it runs, how far it is.
QString checkStatusText(const ExportCheck &check, const FindingCounts &counts);
/// The same of a check that has come as far as it does, with these findings.
QString checkResultText(const QList<Finding> &findings, const FindingCounts &counts, int projects);
/// `2 projects not loaded completely`, by the findings that say so; empty if none does.
QString unloadedText(const QList<Finding> &findings);
/// When the last check ended, as of `now`; empty if none did.
QString checkAgeText(const ExportCheck &check, const QDateTime &now);
/// What a check that has not been made would take.
QString checkEstimateText(const ExportCheck &check);

} // namespace insight
