// SPDX-License-Identifier: Apache-2.0
#include "headless/examination.h"

#include "headless/scope.h"
#include "insight/advice/findingtext.h"
#include "insight/health/unread.h"

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
    readOn();
}

QList<ExportScope::Unread> Examination::unread() const
{
    QList<ExportScope::Unread> unread;
    for (int row = 0; row < m_account.projects.rowCount(); ++row) {
        const atlas::Project &project = m_account.projects.projectAt(row);
        const insight::ProjectFacts *facts = m_account.check.factsOf(project.id);
        if (!facts) {
            unread.append(unreadBecause(project, buckets::Completeness(), insight::part::Buckets));
            continue;
        }
        const auto parts = insight::unreadPartsOf(*facts, QDateTime::currentDateTimeUtc());
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

ExportScope Examination::scope() const
{
    ExportScope scope = scopeOf(m_account);
    scope.unread = unread();
    if (!isComplete())
        scope.missing = progressText();
    return scope;
}

QStringList Examination::unreadLines() const
{
    QStringList lines;
    if (const auto &reason = m_account.check.stopReason())
        lines = linesOn(*reason);
    else if (!hasEnded())
        lines.append(tr("The time limit passed before everything was loaded."));
    if (m_account.projects.state() == buckets::ProjectList::State::Failed)
        lines += linesOn(m_account.projects.error());
    lines += linesOn(unread());
    return lines;
}

} // namespace headless
