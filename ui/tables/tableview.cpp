// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tableview.h"

#include "base/texts/showntext.h"
#include "models/roles.h"
#include "ui/accessibility/selectionfollower.h"
#include "ui/look/focusring.h"
#include "ui/look/keptcolors.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/tables/headerview.h"

#include <QFocusEvent>
#include <QItemSelectionModel>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr int SelectionBarWidth = 3;

} // namespace

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
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalHeader(new HeaderView(this));
    measures::keepFitting(
        *this, [this] { verticalHeader()->setDefaultSectionSize(measures::rowHeight(font())); });
    keepColored(*this, [this] { leaveSelectionToDelegates(); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TableView::viewChanged);
}

/// Qt leaves selection models, the view's and its headers', to the end of their models, which never
/// comes for the one that stands for none (QAbstractItemView::setModel).
void TableView::setModel(QAbstractItemModel *model)
{
    const auto before = findChildren<QItemSelectionModel *>();
    QTableView::setModel(model);
    for (QItemSelectionModel *selection : before) {
        if (selection != selectionModel())
            delete selection;
    }
}

void TableView::setColumnWidths(std::span<const int> widths)
{
    int column = 0;
    for (const int width : widths)
        setColumnWidth(column++, width);
}

QStringList TableView::visibleHeaders() const
{
    QStringList headers;
    for (const int column : visibleColumns())
        headers.append(model()->headerData(column, Qt::Horizontal).toString());
    return headers;
}

/// Rows are selected whole, so there is no need to ask for each cell as
/// QItemSelectionModel::selectedRows() does.
std::vector<int> TableView::selectedRows() const
{
    std::vector<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<QStringList> TableView::selectedCells() const
{
    const QList<int> columns = visibleColumns();
    QList<QStringList> cells;
    for (const int row : selectedRows()) {
        QStringList line;
        for (const int column : columns)
            line.append(models::fullText(model()->index(row, column)));
        cells.append(line);
    }
    return cells;
}

QList<int> TableView::rowsInView() const
{
    const int first = rowAt(0);
    if (first < 0)
        return {};
    const int last = rowAt(viewport()->height() - 1);
    QList<int> rows((last < 0 ? model()->rowCount() : last + 1) - first);
    std::iota(rows.begin(), rows.end(), first);
    return rows;
}

/// Qt makes the first row current, which nobody has chosen: what it stands for would be read.
void TableView::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    QTableView::focusInEvent(event);
    if (!hadCurrent && selectionModel() && event->reason() != Qt::MouseFocusReason)
        selectionModel()->clear();
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintSelectionBars(event->region());
    paintFocusRingWithoutRow(*this);
}

/// At the left edge of selected rows, whichever columns are in view: their background alone is
/// hardly another one.
void TableView::paintSelectionBars(const QRegion &region)
{
    const QRect edge(0, 0, SelectionBarWidth, viewport()->height());
    const QList<int> rows =
        selectionModel() && region.intersects(edge) ? rowsInView() : QList<int>();
    if (rows.isEmpty())
        return;
    QPainter painter(viewport());
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        const int last = std::min(range.bottom(), rows.constLast());
        for (int row = std::max(range.top(), rows.constFirst()); row <= last; ++row)
            painter.fillRect(0, rowViewportPosition(row), SelectionBarWidth, rowHeight(row),
                             theme::accent(palette()));
    }
}

/// Qt moves what is painted, and with it the ring and the bars, which stay where they are.
void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    const bool movesBars = dx != 0 && selectionModel() && selectionModel()->hasSelection();
    if (!currentIndex().isValid() || movesBars)
        viewport()->update();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() != previous.isValid())
        viewport()->update();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    Q_EMIT viewChanged();
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    makeSelectedCurrent(*this, selected);
}

/// Fusion would paint selected rows in the full accent, below what the delegate paints.
void TableView::leaveSelectionToDelegates()
{
    QPalette colors;
    colors.setColor(QPalette::Highlight, Qt::transparent);
    setPalette(colors);
}

QList<int> TableView::visibleColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

} // namespace ui
