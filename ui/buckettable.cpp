// SPDX-License-Identifier: Apache-2.0
#include "ui/buckettable.h"

#include "ui/bucketdelegate.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

using TableColumn = browse::BucketColumn;

namespace {

/// In the order of BucketColumn.
constexpr std::array DefaultWidths{205, 128, 118, 140, 130, 110, 95, 130, 130, 72, 252, 150};

/// What also hides by itself.
constexpr std::array FleetingColumns{static_cast<int>(TableColumn::UsedBy),
                                     static_cast<int>(TableColumn::LastExport),
                                     static_cast<int>(TableColumn::Project)};

bool isFleeting(int column)
{
    return std::find(FleetingColumns.begin(), FleetingColumns.end(), column)
        != FleetingColumns.end();
}

} // namespace

BucketTable::BucketTable(QWidget *parent) : TableView(tr("Export buckets"), parent)
{
    setItemDelegate(new BucketDelegate(this));
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void BucketTable::setUsageKnown(bool isKnown)
{
    if (std::exchange(m_isUsageKnown, isKnown) != isKnown)
        hideWhatSaysNothing();
}

void BucketTable::setShowsProjects(bool shows)
{
    if (std::exchange(m_showsProjects, shows) != shows)
        hideWhatSaysNothing();
}

void BucketTable::setSortable(bool isSortable, const QString &whyNot)
{
    horizontalHeader()->setToolTip(whyNot);
    // A click would be remembered, and sort the rows once that can be done.
    horizontalHeader()->setSectionsClickable(isSortable);
    if (isSortingEnabled() == isSortable)
        return;
    if (!isSortable) {
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        if (model())
            model()->sort(-1);
    }
    setSortingEnabled(isSortable);
}

browse::BucketColumnSet BucketTable::shownColumns() const
{
    browse::BucketColumnSet shown;
    for (int column = 0; column < browse::BucketColumnCount; ++column)
        shown.set(static_cast<std::size_t>(column), !isColumnHidden(column));
    return shown;
}

void BucketTable::fillColumnMenu(QMenu &menu)
{
    menu.clear();
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        if (column == static_cast<int>(TableColumn::Project) && !m_showsProjects)
            continue;
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isFleeting(column) ? !m_unwanted.contains(column)
                                              : !isColumnHidden(column));
        // The name is what a row is known by.
        action->setEnabled(column != static_cast<int>(TableColumn::Name));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { showColumn(column, shown); });
    }
}

QByteArray BucketTable::columnState()
{
    if (!hasColumns())
        return m_state;
    for (const int column : FleetingColumns)
        setColumnHidden(column, m_unwanted.contains(column));
    QByteArray state = horizontalHeader()->saveState();
    hideWhatSaysNothing();
    return state;
}

void BucketTable::restoreColumnState(const QByteArray &state)
{
    m_state = state;
    if (!hasColumns())
        return;
    const int sortColumn = horizontalHeader()->sortIndicatorSection();
    const Qt::SortOrder sortOrder = horizontalHeader()->sortIndicatorOrder();
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        setDefaultColumns();
    // The order of the rows is of this run, and who may change it is for setSortable() to say.
    horizontalHeader()->setSectionsClickable(isSortingEnabled());
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(sortColumn, sortOrder);
    m_unwanted.clear();
    for (const int column : FleetingColumns) {
        if (isColumnHidden(column))
            m_unwanted.insert(column);
    }
    hideWhatSaysNothing();
}

bool BucketTable::hasColumns() const
{
    return model() && model()->columnCount() > 0;
}

void BucketTable::setDefaultColumns()
{
    setColumnWidths(DefaultWidths);
    QHeaderView *header = horizontalHeader();
    int place = header->visualIndex(static_cast<int>(TableColumn::Region)) + 1;
    for (const int column : FleetingColumns) {
        setColumnHidden(column, false);
        const bool isProject = column == static_cast<int>(TableColumn::Project);
        header->moveSection(header->visualIndex(column), isProject ? 1 : place++);
    }
}

void BucketTable::showColumn(int column, bool shown)
{
    if (shown)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    setColumnHidden(column, !shown);
    hideWhatSaysNothing();
}

bool BucketTable::isMeaningful(int column) const
{
    return column == static_cast<int>(TableColumn::Project) ? m_showsProjects : m_isUsageKnown;
}

/// It would only take the room of what says something.
void BucketTable::hideWhatSaysNothing()
{
    for (const int column : FleetingColumns)
        setColumnHidden(column, !isMeaningful(column) || m_unwanted.contains(column));
    Q_EMIT shownColumnsChanged();
}

} // namespace ui
