// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/changes.h"
#include "share/report/exportscope.h"

#include <QByteArray>

namespace share {

/// What changed since a reading that was kept, for who writes it down.
struct ChangeReport
{
    ExportScope scope{};
    /// When the earlier reading ended. UTC; nothing if there is none to compare with.
    std::optional<QDateTime> since{};
    QList<insight::Change> changes{};
};

/// A JSON object that says what was read, and in it `since` and the list `changes`, an object a
/// line.
QByteArray changesJson(const ChangeReport &report);

} // namespace share
