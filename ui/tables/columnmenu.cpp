// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/columnmenu.h"

#include "ui/accessibility/announcer.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/popupmenu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>

#include <algorithm>

namespace ui {

namespace {

struct ColumnMenu
{
    Q_DECLARE_TR_FUNCTIONS(ColumnMenu)
};

/// Of a column, in device-independent pixels.
constexpr int WidthStep = 40;

/// -1: by none.
constexpr int NoColumn = -1;

QString titleOf(const TableView &table, int column, Qt::ItemDataRole role = Qt::DisplayRole)
{
    return table.model()->headerData(column, Qt::Horizontal, role).toString();
}

void sortBy(TableView &table, int column, Qt::SortOrder order)
{
    table.horizontalHeader()->setSortIndicator(column, order);
    announceOrder(table);
}

void widenColumn(TableView &table, int column, int pixels)
{
    const int narrowest = table.horizontalHeader()->minimumSectionSize();
    table.setColumnWidth(column, std::max(narrowest, table.columnWidth(column) + pixels));
}

QAction *addChoice(QMenu &menu, QActionGroup *group, const QString &text, bool isChosen,
                   const std::function<void()> &choose)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, &menu, choose);
    return action;
}

void addColumns(QMenu &menu, TableView &table)
{
    const QHeaderView *header = table.horizontalHeader();
    const int sorted = header->sortIndicatorSection();
    const Qt::SortOrder order = header->sortIndicatorOrder();
    auto *columns = new QActionGroup(&menu);
    for (const int column : table.visibleColumns())
        addChoice(menu, columns, titleOf(table, column), column == sorted,
                  [&table, column, order] { sortBy(table, column, order); });
    if (header->isSortIndicatorClearable())
        addChoice(menu, columns, ColumnMenu::tr("Order as loaded"), sorted < 0,
                  [&table, order] { sortBy(table, NoColumn, order); });
}

void addOrders(QMenu &menu, TableView &table)
{
    const QHeaderView *header = table.horizontalHeader();
    const int sorted = header->sortIndicatorSection();
    auto *orders = new QActionGroup(&menu);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const QString text = order == Qt::AscendingOrder ? ColumnMenu::tr("Ascending")
                                                         : ColumnMenu::tr("Descending");
        QAction *choice =
            addChoice(menu, orders, text, sorted >= 0 && order == header->sortIndicatorOrder(),
                      [&table, sorted, order] { sortBy(table, sorted, order); });
        enableUnless(*choice, sorted >= 0 ? QString() : ColumnMenu::tr("Select a column first."));
    }
}

} // namespace

void addSortMenu(QMenu &menu, TableView &table)
{
    QMenu *sorting = menu.addMenu(ColumnMenu::tr("Sort by"));
    if (!table.isSortingEnabled()) {
        sorting->menuAction()->setEnabled(false);
        sorting->menuAction()->setToolTip(table.horizontalHeader()->toolTip());
        menu.setToolTipsVisible(true);
        return;
    }
    addColumns(*sorting, table);
    sorting->addSeparator();
    addOrders(*sorting, table);
}

void addColumnPlaces(QMenu &menu, TableView &table, int column)
{
    const QList<int> columns = table.visibleColumns();
    const auto place = columns.indexOf(column);
    if (place < 0)
        return;
    const QString title = titleOf(table, column);
    QAction *left = menu.addAction(ColumnMenu::tr("Move “%1” left").arg(title), &table,
                                   [&table, column] { moveColumn(table, column, -1); });
    enableUnless(*left, place > 0 ? QString() : ColumnMenu::tr("This is the first column."));
    QAction *right = menu.addAction(ColumnMenu::tr("Move “%1” right").arg(title), &table,
                                    [&table, column] { moveColumn(table, column, 1); });
    enableUnless(*right,
                 place + 1 < columns.size() ? QString()
                                            : ColumnMenu::tr("This is the last column."));
}

void addColumnWidths(QMenu &menu, TableView &table, int column)
{
    const QList<int> columns = table.visibleColumns();
    if (!columns.contains(column))
        return;
    const QString title = titleOf(table, column);
    const bool isStretched =
        table.horizontalHeader()->stretchLastSection() && columns.constLast() == column;
    const QString obstacle =
        isStretched ? ColumnMenu::tr("The last column fills the remaining width.") : QString();
    const bool isNarrowest =
        table.columnWidth(column) <= table.horizontalHeader()->minimumSectionSize();
    QAction *fit = menu.addAction(ColumnMenu::tr("Fit “%1” to its contents").arg(title), &table,
                                  [&table, column] { table.resizeColumnToContents(column); });
    enableUnless(*fit, obstacle);
    QAction *wider = menu.addAction(ColumnMenu::tr("Make “%1” wider").arg(title), &table,
                                    [&table, column] { widenColumn(table, column, WidthStep); });
    enableUnless(*wider, obstacle);
    QAction *narrower =
        menu.addAction(ColumnMenu::tr("Make “%1” narrower").arg(title), &table,
                       [&table, column] { widenColumn(table, column, -WidthStep); });
    enableUnless(*narrower,
                 isNarrowest && obstacle.isEmpty()
                     ? ColumnMenu::tr("The column cannot become narrower.")
                     : obstacle);
}

void addColumnEntries(QMenu &menu, TableView &table)
{
    addSortMenu(menu, table);
    addColumnPlaces(menu, table, table.currentIndex().column());
    addColumnWidths(menu, table, table.currentIndex().column());
}

void offerColumnMenu(TableView &table)
{
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&table, &QWidget::customContextMenuRequested, &table,
                     [&table](const QPoint &place) {
                         auto *menu = new QMenu(&table);
                         menu->setAttribute(Qt::WA_DeleteOnClose);
                         addColumnEntries(*menu, table);
                         const QPoint corner = table.viewport()->mapToGlobal(place);
                         popupMenu(*menu, corner, isWantedByKey(corner));
                     });
    QObject::connect(table.horizontalHeader(), &QHeaderView::sectionClicked, &table,
                     [&table] { announceOrder(table); });
}

void moveColumn(TableView &table, int column, int step)
{
    const QList<int> columns = table.visibleColumns();
    const auto from = columns.indexOf(column);
    const auto to = from + step;
    if (from < 0 || to < 0 || to >= columns.size())
        return;
    QHeaderView *header = table.horizontalHeader();
    header->moveSection(header->visualIndex(column), header->visualIndex(columns[to]));
    table.scrollTo(table.currentIndex());
    announce(&table,
             ColumnMenu::tr("Column %1 of %2")
                 .arg(QString::number(to + 1), QString::number(columns.size())));
}

void announceOrder(TableView &table)
{
    const int sorted = table.horizontalHeader()->sortIndicatorSection();
    announce(
        &table,
        sorted < 0
            ? ColumnMenu::tr("Order as loaded")
            : ColumnMenu::tr("Sorted by %1").arg(titleOf(table, sorted, Qt::AccessibleTextRole)));
}

} // namespace ui
