// SPDX-License-Identifier: Apache-2.0
#include "headless/changesrun.h"

#include "base/texts/timetext.h"
#include "headless/keeping.h"
#include "insight/advice/changetext.h"
#include "share/checks/changesjson.h"
#include "share/checks/checktext.h"

namespace headless {

ChangesRun::ChangesRun(Account &account, const CheckRun::Means &means)
    : Examination(account), m_means(means)
{ }

/// Before this one is kept.
void ChangesRun::start()
{
    m_before = m_means.readings.find(m_means.command.since, m_means.command.projects);
    Examination::start();
}

Ending ChangesRun::conclude()
{
    const insight::KeptReading now = keptReadingOf(account());
    std::optional<insight::Comparison> comparison;
    if (m_before)
        comparison = insight::compared(m_before->info, m_before->reading, {0, now.at, true}, now);
    const bool couldRead = m_means.readings.problems().isEmpty();
    if (m_means.keeps && hasEnded())
        m_means.readings.add(now);
    m_means.output.write(written(comparison));

    const bool hasChanged = comparison && !comparison->changes.isEmpty();
    Ending ending{exitCodeOf(isComplete() && couldRead, hasChanged), {}, unreadLines()};
    if (!m_before)
        ending.notes.append(noteOnFirst());
    else if (m_means.command.since && m_before->info.at > *m_means.command.since)
        ending.notes.append(tr("No reading that old is kept. The oldest is from %1.")
                                .arg(base::localTimeText(m_before->info.at)));
    ending.notes.append(m_means.readings.problems());
    return ending;
}

QString ChangesRun::noteOnFirst() const
{
    if (m_means.keeps)
        return tr("This is the first reading of this account. Changes are listed from the next run "
                  "on.");
    return tr("No earlier reading of this account is kept, and this one is not kept either.");
}

QByteArray ChangesRun::written(const std::optional<insight::Comparison> &comparison) const
{
    if (m_means.command.format == Format::Text) {
        if (!comparison)
            return {};
        const QString inPart = insight::comparedInPartText(*comparison);
        return (share::changeLines(comparison->changes) + insight::comparisonText(*comparison)
                + u'\n' + (inPart.isEmpty() ? QString() : QString(inPart + u'\n')))
            .toUtf8();
    }
    const InEnglish english(m_means.languages, m_means.command.language);
    share::ChangeReport report;
    report.scope = scope();
    if (comparison) {
        report.since = comparison->before.at;
        report.changes = comparison->changes;
    }
    return share::changesJson(report);
}

} // namespace headless
