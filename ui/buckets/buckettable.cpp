// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/buckettable.h"

#include "ui/accessibility/enabling.h"
#include "ui/accessibility/popupmenu.h"
#include "ui/buckets/bucketdelegate.h"
#include "ui/tables/aging.h"
#include "ui/tables/columnmenu.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace ui {

using TableColumn = atlas::BucketField;

namespace {

/// What also hides by itself.
constexpr auto ProjectColumn = static_cast<int>(TableColumn::Project);

/// From left to right: what one looks for first, what is most often absent last.
constexpr auto DefaultOrder =
    atlas::withFirst({TableColumn::Name, TableColumn::Project, TableColumn::Provider,
                      TableColumn::Region, TableColumn::UsedBy, TableColumn::LastExport,
                      TableColumn::Registered, TableColumn::Id, TableColumn::RoleId});

constexpr auto NameColumn = static_cast<int>(TableColumn::Name);
constexpr int UsualNameWidth = atlas::infoOf(TableColumn::Name).width;
constexpr int LeastNameWidth = 160;
/// Of the table's width, in per cent: as much as the name has, unless there is more.
constexpr int NameShare = 34;

} // namespace

BucketTable::BucketTable(QWidget *parent) : TableView(tr("Export buckets"), parent)
{
    setItemDelegate(new BucketDelegate(this));
    keepAging(*this);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &BucketTable::showHeaderMenu);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this] { announceOrder(*this); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == NameColumn && !m_isSizing)
            m_isNameSized = true;
    });
}

void BucketTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    stretchName();
}

/// Whether or not there is a scroll bar: the columns stand still while rows come.
void BucketTable::stretchName()
{
    if (m_isNameSized || !hasColumns())
        return;
    const int room = width() - verticalScrollBar()->sizeHint().width();
    int others = 0;
    for (const int column : visibleColumns())
        others += column == NameColumn ? 0 : columnWidth(column);
    sizeName(std::max({LeastNameWidth, room * NameShare / 100, room - others}));
}

void BucketTable::sizeName(int width)
{
    const QScopedValueRollback sizing(m_isSizing, true);
    setColumnWidth(NameColumn, width);
}

/// Ctrl+Shift with an arrow takes the column along.
void BucketTable::keyPressEvent(QKeyEvent *event)
{
    const bool isLeft = event->key() == Qt::Key_Left;
    const bool isArrow = isLeft || event->key() == Qt::Key_Right;
    if (isArrow && event->modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier))
        moveColumn(*this, currentIndex().column(), isLeft ? -1 : 1);
    else
        TableView::keyPressEvent(event);
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier
        && currentIndex().isValid())
        Q_EMIT activated(currentIndex());
}

void BucketTable::showHeaderMenu(const QPoint &place)
{
    if (!hasColumns())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSortMenu(*menu, *this);
    const int column = horizontalHeader()->logicalIndexAt(place);
    addColumnPlaces(*menu, *this, column);
    addColumnWidths(*menu, *this, column);
    popupMenu(*menu, horizontalHeader()->viewport()->mapToGlobal(place), false);
}

void BucketTable::addColumnEntries(QMenu &menu)
{
    menu.addSeparator();
    addSortMenu(menu, *this);
    addColumnPlaces(menu, *this, currentIndex().column());
    addColumnWidths(menu, *this, currentIndex().column());
}

void BucketTable::setShowsProjects(bool shows)
{
    if (std::exchange(m_showsProjects, shows) != shows)
        showProjectColumn();
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

buckets::BucketFieldSet BucketTable::shownColumns() const
{
    buckets::BucketFieldSet shown;
    for (std::size_t column = 0; column < atlas::BucketFieldCount; ++column)
        shown.set(column, !isColumnHidden(static_cast<int>(column)));
    return shown;
}

void BucketTable::fillColumnMenu(QMenu &menu)
{
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        if (column == ProjectColumn && !m_showsProjects)
            continue;
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(column == ProjectColumn ? m_wantsProjects : !isColumnHidden(column));
        // The name is what a row is known by.
        const bool isName = column == static_cast<int>(TableColumn::Name);
        enableUnless(*action, isName ? tr("The name is always shown.") : QString());
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { showColumn(column, shown); });
    }
    if (hasColumns())
        addColumnEntries(menu);
}

QByteArray BucketTable::columnState()
{
    if (!hasColumns())
        return m_state;
    setColumnHidden(ProjectColumn, !m_wantsProjects);
    // By this width a name is known that nobody has sized.
    if (!m_isNameSized)
        sizeName(UsualNameWidth);
    QByteArray state = horizontalHeader()->saveState();
    showProjectColumn();
    return state;
}

void BucketTable::restoreColumnState(const QByteArray &state)
{
    m_state = state;
    if (!hasColumns())
        return;
    const int sortColumn = horizontalHeader()->sortIndicatorSection();
    const Qt::SortOrder sortOrder = horizontalHeader()->sortIndicatorOrder();
    restoreColumns(state);
    // The order of the rows is of this run, and who may change it is for setSortable() to say.
    horizontalHeader()->setSectionsClickable(isSortingEnabled());
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(sortColumn, sortOrder);
    m_wantsProjects = !isColumnHidden(ProjectColumn);
    showProjectColumn();
}

bool BucketTable::hasColumns() const
{
    return model() && model()->columnCount() > 0;
}

void BucketTable::restoreColumns(const QByteArray &state)
{
    const QScopedValueRollback sizing(m_isSizing, true);
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        setDefaultColumns();
    m_isNameSized = columnWidth(NameColumn) != UsualNameWidth;
}

void BucketTable::setDefaultColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int place = 0; const TableColumn column : DefaultOrder) {
        setColumnWidth(static_cast<int>(column), atlas::infoOf(column).width);
        setColumnHidden(static_cast<int>(column), false);
        header->moveSection(header->visualIndex(static_cast<int>(column)), place++);
    }
}

void BucketTable::showColumn(int column, bool shown)
{
    if (column == ProjectColumn)
        m_wantsProjects = shown;
    setColumnHidden(column, !shown);
    showProjectColumn();
}

/// On a page, which is of one project, it would only take the room of what says something.
void BucketTable::showProjectColumn()
{
    setColumnHidden(ProjectColumn, !m_showsProjects || !m_wantsProjects);
    stretchName();
    Q_EMIT shownColumnsChanged();
}

} // namespace ui
