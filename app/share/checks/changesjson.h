// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/authors/authorsof.h"
#include "insight/history/changes.h"
#include "share/report/exportscope.h"

#include <QByteArray>
#include <QLatin1StringView>

namespace share {

/// What changed since a reading that was kept, for who writes it down.
struct ChangeReport
{
    ExportScope scope{};
    /// When the earlier reading ended. UTC; nothing if there is none to compare with.
    std::optional<QDateTime> since{};
    QList<insight::Change> changes{};
    /// Who made them, in their order; shorter, or empty, as far as that is not known.
    insight::Authors authors{};
};

/// As scripts know what happened: `added`, `removed`, `altered`.
QLatin1StringView changeWord(insight::Change::Kind kind);

/// As scripts know what it happened to: `bucket`, `schedule`, `role`, `project`.
QLatin1StringView changedWord(insight::Change::Subject subject);

/// A JSON object that says what was read, and in it `since` and the list `changes`, an object a
/// line.
QByteArray changesJson(const ChangeReport &report);

} // namespace share
