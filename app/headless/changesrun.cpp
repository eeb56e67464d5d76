// SPDX-License-Identifier: Apache-2.0
#include "headless/changesrun.h"

#include "base/texts/timetext.h"
#include "headless/keeping.h"
#include "headless/scope.h"
#include "insight/advice/changetext.h"
#include "insight/advice/findingtext.h"
#include "share/checks/changesjson.h"
#include "share/checks/checktext.h"

namespace headless {

ChangesRun::ChangesRun(Account &account, const CheckRun::Means &means)
    : Examination(account), m_means(means), m_authors(account.client)
{
    connect(&m_authors, &insight::AuthorReader::failed, this, [this](const atlas::ApiError &error) {
        if (!m_authorProblem)
            m_authorProblem = error;
    });
}

/// Before this one is kept.
void ChangesRun::start()
{
    m_before = m_means.readings.find(m_means.command.since, m_means.command.projects);
    Examination::start();
}

void ChangesRun::stop()
{
    Examination::stop();
    m_authors.stop();
}

QString ChangesRun::progressText() const
{
    return m_authors.isReading() ? tr("Loading who made the changes…")
                                 : Examination::progressText();
}

/// Who has no time left for the check has none for this.
void ChangesRun::readOn()
{
    m_now = keptReadingOf(account(), facts());
    if (m_before)
        m_comparison =
            insight::compared(m_before->info, m_before->reading, {0, m_now.at, true}, m_now);
    if (!m_comparison || !hasEnded()) {
        end();
        return;
    }
    m_authors.read(*m_comparison);
    connect(&m_authors, &insight::AuthorReader::changed, this, &ChangesRun::followAuthors);
    followAuthors();
}

void ChangesRun::followAuthors()
{
    if (m_authors.isReading())
        return;
    disconnect(&m_authors, &insight::AuthorReader::changed, this, nullptr);
    end();
}

Ending ChangesRun::conclude()
{
    const bool couldRead = m_means.readings.problems().isEmpty();
    m_isKept = m_means.keeps && hasEnded() && m_means.readings.add(m_now);
    m_means.output.write(written());

    const bool hasChanged = m_comparison && !m_comparison->changes.isEmpty();
    Ending ending{exitCodeOf(isComplete() && couldRead, hasChanged), {}, unreadLines()};
    if (!m_before)
        ending.notes += notesOnFirst();
    // A time as --since takes it.
    else if (m_means.command.since && m_before->info.at > *m_means.command.since)
        ending.notes.append(tr("No reading that old is kept. The oldest is from %1.")
                                .arg(base::localTimeText(m_before->info.at)));
    if (m_authorProblem)
        ending.notes.append(tr("Who made some of the changes could not be loaded: %1")
                                .arg(linesOn(*m_authorProblem).value(0)));
    ending.notes.append(m_means.readings.problems());
    return ending;
}

/// What went wrong with readings is said by itself: whether one was kept before, nobody knows then.
QStringList ChangesRun::notesOnFirst() const
{
    if (!m_means.readings.problems().isEmpty())
        return {};
    if (m_isKept)
        return {tr("This is the first reading of this account. Changes are listed from the next "
                   "run on.")};
    return {tr("No earlier reading of this account is kept, and this one is not kept either.")};
}

QString ChangesRun::missingText() const
{
    QStringList texts{m_comparison ? insight::comparedInPartText(*m_comparison) : QString(),
                      insight::unloadedText(findings()), reasonLines().join(u' ')};
    texts.removeAll(QString());
    return texts.value(0);
}

QByteArray ChangesRun::written() const
{
    if (m_means.command.format == Format::Text) {
        if (!m_comparison)
            return {};
        const QString inPart = insight::comparedInPartText(*m_comparison);
        return (share::changeLines(m_comparison->changes, m_authors.authors())
                + insight::comparisonText(*m_comparison) + u'\n'
                + (inPart.isEmpty() ? QString() : QString(inPart + u'\n')))
            .toUtf8();
    }
    const InEnglish english(m_means.languages, m_means.command.language);
    share::ChangeReport report;
    report.scope = scope(missingText());
    if (m_comparison) {
        report.since = m_comparison->before.at;
        report.changes = m_comparison->changes;
        report.authors = m_authors.authors();
    }
    return share::changesJson(report);
}

} // namespace headless
