// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/historystore.h"

#include <QList>
#include <QString>

#include <optional>

namespace headless {

/// An earlier reading of an account, to compare with.
struct EarlierReading
{
    insight::ReadingInfo info{};
    insight::KeptReading reading{};
};

/// The readings of one account, as far as a run without a window needs them. Each call waits for
/// the disk. What goes wrong is kept for problems().
class KeptReadings
{
public:
    /// `path` is HistoryStore::pathOf(); an empty one has nothing, and keeps nothing.
    explicit KeptReadings(const QString &path) : m_store(path), m_hasPlace(!path.isEmpty()) { }

    /// What earlier readings prove.
    insight::ExportSpans exportSpans();
    /// The newest reading that knows these projects, or all if there are none; no younger than
    /// `since`, if that is given. If all are younger, the oldest. Nothing if none is kept.
    std::optional<EarlierReading> find(const std::optional<QDateTime> &since,
                                       const QList<atlas::ProjectId> &projects);
    /// Whether it could.
    bool add(const insight::KeptReading &reading);

    /// Translated lines.
    const QStringList &problems() const { return m_problems; }

private:
    void note(const insight::HistoryProblem &problem);

    insight::HistoryStore m_store;
    bool m_hasPlace;
    QStringList m_problems;
};

} // namespace headless
