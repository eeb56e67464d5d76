// SPDX-License-Identifier: Apache-2.0
#include "headless/examination.h"

#include "headless/scope.h"
#include "insight/advice/findingtext.h"
#include "insight/check/factsof.h"
#include "insight/check/keptfacts.h"
#include "insight/health/rules.h"
#include "insight/health/unread.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace headless {

using insight::ExportCheck;
using share::ExportScope;

Examination::Examination(Account &account) : m_account(account)
{
    connect(&account.check, &ExportCheck::changed, this, &Examination::follow);
}

void Examination::start()
{
    m_clock.start();
    m_account.check.start();
}

void Examination::stop()
{
    m_account.check.stop();
}

QString Examination::progressText() const
{
    return insight::checkStatusText(m_account.check, insight::countsOf(m_account.check.findings()));
}

void Examination::follow()
{
    const ExportCheck &check = m_account.check;
    const bool isStopped = check.state() == ExportCheck::State::Stopped;
    if ((!hasEnded() && !isStopped) || std::exchange(m_isOver, true))
        return;
    if (isStopped && check.progress().done == 0) {
        const auto &reason = check.stopReason();
        Q_EMIT ended(reason ? Ending{exitCodeOf(*reason), linesOn(*reason), {}}
                            : Ending{ExitCode::Unreachable,
                                     {tr("The time limit passed before anything was loaded.")},
                                     {}});
        return;
    }
    m_facts = gatheredFacts();
    readOn();
}

insight::Facts Examination::gatheredFacts() const
{
    const buckets::Sweep &sweep = m_account.inventory.allProjects();
    insight::Facts facts = m_account.check.facts();
    QSet<atlas::ProjectId> taken;
    for (insight::ProjectFacts &project : facts.projects) {
        taken.insert(project.project.id);
        if (project.buckets.completeness.lacks(buckets::Gap::Unread))
            project = insight::factsOfSweep(sweep, atlas::Project(project.project));
    }
    for (int row = 0; row < m_account.projects.rowCount(); ++row) {
        const atlas::Project &project = m_account.projects.projectAt(row);
        if (!taken.contains(project.id))
            facts.projects.append(insight::factsOfSweep(sweep, project));
    }
    return facts;
}

QList<insight::Finding> Examination::findings() const
{
    const ExportCheck &check = m_account.check;
    QList<insight::Finding> found = check.findings();
    if (hasEnded())
        return found;
    for (const insight::ProjectFacts &project : m_facts.projects) {
        if (!check.factsOf(project.project.id))
            found +=
                insight::findingsOf(insight::provedBy(check.exportSpans(), project), m_facts.now);
    }
    insight::sortFindings(found);
    return found;
}

/// In the order of the list of projects.
QList<ExportScope::Unread> Examination::unread() const
{
    QHash<atlas::ProjectId, const insight::ProjectFacts *> known;
    for (const insight::ProjectFacts &facts : m_facts.projects)
        known.insert(facts.project.id, &facts);
    QList<ExportScope::Unread> unread;
    for (int row = 0; row < m_account.projects.rowCount(); ++row) {
        const atlas::Project &project = m_account.projects.projectAt(row);
        const insight::ProjectFacts *const facts = known.value(project.id);
        if (!facts)
            continue;
        const auto parts = insight::unreadPartsOf(*facts, m_facts.now);
        for (const insight::UnreadPart &part : parts) {
            ExportScope::Unread one = unreadBecause(project, part.completeness, part.what);
            if (part.error)
                one.error = atlas::wordedAnew(*part.error);
            one.cluster = part.cluster;
            unread.append(one);
        }
    }
    return unread;
}

bool Examination::isComplete() const
{
    const auto &findings = m_account.check.findings();
    return hasEnded() && m_account.projects.completeness().isWhole()
        && std::none_of(findings.begin(), findings.end(), [](const insight::Finding &finding) {
               return finding.code == insight::FindingCode::NotRead;
           });
}

ExportScope Examination::scope(const QString &missing) const
{
    ExportScope scope = scopeOf(m_account);
    scope.unread = unread();
    if (!isComplete())
        scope.missing = missing;
    return scope;
}

QStringList Examination::reasonLines() const
{
    QStringList lines;
    if (const auto &reason = m_account.check.stopReason())
        lines = linesOn(atlas::wordedAnew(*reason));
    else if (!hasEnded())
        lines.append(tr("The time limit passed before everything was loaded."));
    if (m_account.projects.state() == buckets::ProjectList::State::Failed)
        lines += linesOn(atlas::wordedAnew(m_account.projects.error()));
    else if (hasEnded() && !m_account.projects.completeness().isWhole())
        lines.append(tr("The project list is incomplete: %1.")
                         .arg(insight::reasonOf(m_account.projects.completeness()).toString()));
    return lines;
}

QStringList Examination::unreadLines() const
{
    return reasonLines() + linesOn(unread());
}

} // namespace headless
