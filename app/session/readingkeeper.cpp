// SPDX-License-Identifier: Apache-2.0
#include "session/readingkeeper.h"

#include "insight/check/keptfacts.h"

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
    m_isOpen = true;
    update();
}

void ReadingKeeper::follow()
{
    if (m_check.state() == ExportCheck::State::Checking)
        open();
    keepIfDone();
}

void ReadingKeeper::update()
{
    const bool isWanted = m_isEnabled && m_isOpen && !m_path.isEmpty();
    if (isWanted == (m_history != nullptr))
        return;
    m_history = isWanted ? std::make_unique<HistoryKeeper>(m_path) : nullptr;
    if (m_history) {
        connect(m_history.get(), &HistoryKeeper::readingsChanged, this,
                [this] { m_check.setExportSpans(m_history->exportSpans()); });
        connect(m_history.get(), &HistoryKeeper::failed, this,
                [this] { Q_EMIT failed(*m_history->problem()); });
    }
    Q_EMIT historyChanged();
}

void ReadingKeeper::keepIfDone()
{
    if (!m_history || m_check.state() != ExportCheck::State::Checked
        || m_check.checkedAt() == m_keptAt)
        return;
    m_keptAt = m_check.checkedAt();
    insight::KeptReading reading = insight::keptReading(m_check.facts());
    reading.at = m_keptAt;
    m_history->keep(reading);
}
