// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changesmodel.h"
#include "models/findingsmodel.h"
#include "models/problemlog.h"
#include "models/roles.h"

#include <QTableView>

#include <algorithm>

namespace testsupport {

/// What is another text each time.
inline QList<int> timelyColumns(const QTableView &table)
{
    if (qobject_cast<models::FindingsModel *>(table.model()))
        return {static_cast<int>(models::FindingsModel::Column::Since)};
    if (qobject_cast<models::ProblemLog *>(table.model()))
        return {static_cast<int>(models::ProblemLog::Column::Time),
                static_cast<int>(models::ProblemLog::Column::Request)};
    if (qobject_cast<models::ChangesModel *>(table.model()))
        return {static_cast<int>(models::ChangesModel::Column::Seen)};
    return {};
}

/// Whether the cell tells how old something is, in English or Korean: copied is when that was.
inline bool growsOld(const QModelIndex &cell)
{
    const QString shown = cell.data().toString();
    return shown != models::fullText(cell)
        && (shown.contains(QStringLiteral(" ago")) || shown.contains(QStringLiteral(" 전")));
}

/// Where the table shows, in its viewport, what is another text on another day.
inline QList<QRect> timelyAreas(const QTableView &table)
{
    QList<QRect> areas;
    const int height = table.viewport()->height();
    for (const int column : timelyColumns(table))
        areas.append({table.columnViewportPosition(column), 0, table.columnWidth(column), height});
    const QAbstractItemModel *model = table.model();
    const int rows = model ? model->rowCount() : 0;
    for (int row = std::max(0, table.rowAt(0)); row < rows; ++row) {
        if (table.rowViewportPosition(row) > height)
            break;
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(row, column);
            if (growsOld(cell))
                areas.append(table.visualRect(cell));
        }
    }
    return areas;
}

} // namespace testsupport
