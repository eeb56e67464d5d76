// SPDX-License-Identifier: Apache-2.0
#include "insight/check/exportcheck.h"
#include "insight/check/keptfacts.h"
#include "insight/health/readrules.h"
#include "insight/health/rules.h"

/// How the check shows what one of an earlier day has found.

namespace insight {

ExportCheck::Kept ExportCheck::keptOf(const Facts &facts, const ExportSpans &spans)
{
    Kept kept{facts, {}, {}};
    for (const ProjectFacts &project : facts.projects)
        kept.found.insert(project.project.id, findingsOf(provedBy(spans, project), facts.now));
    const QList<Finding> across = findingsAcross(facts);
    for (const Finding &finding : across)
        kept.foundAcross[finding.project].append(finding);
    return kept;
}

void ExportCheck::showKept(const Kept &kept)
{
    if (m_state != State::Unchecked || kept.facts.projects.isEmpty())
        return;
    m_isKept = true;
    for (const ProjectFacts &facts : kept.facts.projects) {
        auto check = std::make_unique<ProjectCheck>(m_readers, facts.project);
        check->showKept(facts);
        m_checks[facts.project.id] = std::move(check);
    }
    m_found = {kept.found, kept.foundAcross};
    m_note = noteOnEndpoints(kept.facts);
    m_checkedAt = kept.facts.now;
    setState(State::Checked);
}

} // namespace insight
