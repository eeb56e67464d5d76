// SPDX-License-Identifier: Apache-2.0
#include "ui/tableview.h"

#include "browse/showntext.h"
#include "share/clipboardtext.h"
#include "ui/headerview.h"
#include "ui/theme.h"

#include <algorithm>

namespace ui {

TableView::TableView(const QString &name, QWidget *parent) : QTableView(parent)
{
    setAccessibleName(name);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::RowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalHeader(new HeaderView(this));
}

void TableView::setColumnWidths(std::span<const int> widths)
{
    int column = 0;
    for (const int width : widths)
        setColumnWidth(column++, width);
}

QString TableView::selectionAsText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<QStringList> cells;
    for (const QModelIndex &row : rows) {
        QStringList line;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                line.append(browse::fullText(row.siblingAtColumn(column)));
        }
        cells.append(line);
    }
    return share::tabSeparated(cells);
}

} // namespace ui
