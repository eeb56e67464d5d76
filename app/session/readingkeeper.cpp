// SPDX-License-Identifier: Apache-2.0
#include "session/readingkeeper.h"

#include "insight/check/factbytes.h"
#include "insight/check/keptfacts.h"

#include <utility>

using insight::ExportCheck;
using insight::HistoryKeeper;

ReadingKeeper::ReadingKeeper(ExportCheck &check, const QString &path, QObject *parent)
    : QObject(parent), m_check(check), m_path(path)
{
    connect(&check, &ExportCheck::changed, this, &ReadingKeeper::follow);
}

void ReadingKeeper::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    update();
}

void ReadingKeeper::open()
{
    if (std::exchange(m_isOpen, true))
        return;
    if (!m_history)
        return;
    m_history->read();
    Q_EMIT historyChanged();
}

void ReadingKeeper::forget(Whose whose)
{
    if (m_path.isEmpty())
        return;
    // One that was not kept for this has nothing else to do, and is waited for.
    std::unique_ptr<HistoryKeeper> other;
    if (!m_history)
        other = std::make_unique<HistoryKeeper>(m_path, HistoryKeeper::Start::Idle);
    HistoryKeeper &keeper = m_history ? *m_history : *other;
    if (whose == Whose::OfAllAccounts)
        keeper.forgetAll();
    else
        keeper.forget();
}

void ReadingKeeper::follow()
{
    if (m_check.state() == ExportCheck::State::Checking)
        open();
    keepIfDone();
}

void ReadingKeeper::update()
{
    const bool isWanted = m_isEnabled && !m_path.isEmpty();
    if (isWanted == (m_history != nullptr))
        return;
    m_history =
        isWanted ? std::make_unique<HistoryKeeper>(m_path, HistoryKeeper::Start::Idle) : nullptr;
    if (m_history) {
        connect(m_history.get(), &HistoryKeeper::readingsChanged, this,
                [this] { m_check.setExportSpans(m_history->exportSpans()); });
        connect(m_history.get(), &HistoryKeeper::failed, this,
                [this] { Q_EMIT failed(*m_history->problem()); });
        if (m_isOpen)
            m_history->read();
    }
    Q_EMIT historyChanged();
}

void ReadingKeeper::keepIfDone()
{
    if (!m_history || m_check.state() != ExportCheck::State::Checked || m_check.isKept()
        || m_check.checkedAt() == m_keptAt)
        return;
    m_keptAt = m_check.checkedAt();
    const insight::Facts facts = m_check.facts();
    insight::KeptReading reading = insight::keptReading(facts);
    reading.at = m_keptAt;
    m_history->keep(reading, [projects = facts.projects] {
        QList<QByteArray> all;
        for (const insight::ProjectFacts &project : projects)
            all.append(insight::bytesOf(project));
        return all;
    });
}
