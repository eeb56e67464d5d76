// SPDX-License-Identifier: Apache-2.0
#include "headless/checkrun.h"

#include "headless/keeping.h"
#include "insight/advice/findingtext.h"
#include "insight/health/findingcounts.h"
#include "share/checks/checkjson.h"
#include "share/checks/checktext.h"
#include "share/checks/openmetrics.h"

#include <algorithm>

namespace headless {

CheckRun::CheckRun(Account &account, const Means &means, const insight::AcceptedFindings &accepted)
    : Examination(account), m_means(means), m_accepted(accepted)
{ }

void CheckRun::start()
{
    account().check.setExportSpans(m_means.readings.exportSpans());
    Examination::start();
}

Ending CheckRun::conclude()
{
    share::CheckReport report;
    report.duration = duration();
    report.facts = facts();
    report.findings = findings();
    const QDate today = QDate::currentDate();
    m_accepted.mark(report.findings, today);
    if (m_means.keeps && hasEnded())
        m_means.readings.add(keptReadingOf(account(), facts()));
    m_means.output.write(written(report));

    const bool hasFound = isFound(report.findings);
    const bool isWorst = insight::countsOf(report.findings).critical > 0;
    Ending ending{exitCodeOf(isComplete(), hasFound, isWorst), {}, unreadLines()};
    if (const auto &note = account().check.note())
        ending.notes.append(note->toString());
    const auto notes = m_accepted.notesOn(report.findings, today, checkedProjects());
    for (const atlas::Wording &note : notes)
        ending.notes.append(note.toString());
    ending.notes.append(m_means.readings.problems());
    return ending;
}

/// Nothing: all that there are.
std::optional<QList<atlas::ProjectId>> CheckRun::checkedProjects() const
{
    const buckets::ProjectList &projects = account().projects;
    if (hasEnded() && projects.completeness().isWhole() && !projects.isConfined())
        return std::nullopt;
    QList<atlas::ProjectId> checked;
    for (int row = 0; hasEnded() && row < projects.rowCount(); ++row)
        checked.append(projects.projectAt(row).id);
    return checked;
}

bool CheckRun::isFound(const QList<insight::Finding> &findings) const
{
    const auto &failOn = m_means.command.failOn;
    return failOn
        && std::any_of(findings.begin(), findings.end(), [&failOn](const insight::Finding &one) {
               return !one.accepted && one.severity <= *failOn;
           });
}

QByteArray CheckRun::written(share::CheckReport report) const
{
    const auto result = [this, &report] {
        return insight::checkResultText(report.findings, insight::countsOf(report.findings),
                                        account().projects.rowCount());
    };
    if (m_means.command.format == Format::Text)
        return (share::findingLines(report.findings) + result() + u'\n').toUtf8();
    const InEnglish english(m_means.languages, m_means.command.language);
    report.scope = scope(result());
    return m_means.command.format == Format::Json ? share::checkJson(report)
                                                  : share::openMetrics(report);
}

} // namespace headless
