// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketpanel.h"

#include "session/session.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/matchnews.h"
#include "ui/accessibility/popupmenu.h"
#include "ui/buckets/bucketmessages.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/rows.h"

#include <QHBoxLayout>
#include <QMenu>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

using buckets::BucketPager;

namespace {

constexpr auto CountdownInterval = 250ms;

} // namespace

BucketPanel::BucketPanel(QWidget *parent)
    : QWidget(parent), m_notice(new NoticeBar(this)), m_filter(new FilterEdit(this)),
      m_columns(
          makeFlatButton(this, tr("Columns"), LineIcon::Columns, Qt::ToolButtonTextBesideIcon)),
      m_export(makeFlatButton(this, tr("Export"), LineIcon::Export, Qt::ToolButtonTextBesideIcon)),
      m_filterRow(makeFilterRow()), m_table(new BucketTable(this)), m_copy(*m_table, m_filtered),
      m_bucketExport(m_filtered, *this), m_topRow(*m_table, m_filtered),
      m_empty(new EmptyState(this)), m_stack(new PageStack(this)),
      m_views(new BucketViews(m_filtered, *m_stack, this)), m_pagerBar(new PagerBar(this)),
      m_inventoryBar(new InventoryBar(this))
{
    build();
    buildTable();
    connectBars();
    layOut();
    showSession();
}

void BucketPanel::build()
{
    m_filter->setAccessibleName(tr("Filter buckets"));
    offerToClear(m_filter);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(new QMenu(m_columns));
    m_countdown.setInterval(CountdownInterval);

    connect(m_columns->menu(), &QMenu::aboutToShow, this, [this] {
        m_table->fillColumnMenu(*m_columns->menu());
        activateFirstIfByKey(*m_columns->menu());
    });
    connect(m_export, &QToolButton::clicked, this, &BucketPanel::exportRows);
    connect(m_filter, &QLineEdit::textChanged, this, &BucketPanel::setFilter);
    announceMatches(m_filter, &m_filtered);
    connect(&m_countdown, &QTimer::timeout, this, &BucketPanel::showNotice);
}

void BucketPanel::buildTable()
{
    m_table->setModel(&m_filtered);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        if (m_session)
            m_copy.openMenu(place, *m_session,
                            [this](QMenu &menu) { m_table->addColumnEntries(menu); });
    });
    connect(&m_copy, &BucketCopy::fileWanted, this, &BucketPanel::exportRows);
    connect(&m_bucketExport, &BucketExport::exported, this, &BucketPanel::exported);
    connect(m_table, &QAbstractItemView::activated, this, &BucketPanel::detailsWanted);
    connect(m_table, &BucketTable::shownColumnsChanged, this, &BucketPanel::noteShownColumns);
    // Later: these also come while the filter takes rows out, and nothing may change the rows then.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BucketPanel::inspectCurrent, Qt::QueuedConnection);
    constexpr auto Later = Qt::QueuedConnection;
    connect(m_table, &TableView::viewChanged, this, &BucketPanel::noteRowsInView, Later);
    connect(&m_filtered, &QAbstractItemModel::modelReset, this, &BucketPanel::inspectCurrent);
    // Other rows come into view without any scrolling, too.
    connect(&m_filtered, &QAbstractItemModel::layoutChanged, this, &BucketPanel::noteRowsInView,
            Later);
    // What becomes known of the rows can bring some in, or take some out.
    const auto showOtherRows = [this] {
        noteRowsInView();
        showSession();
    };
    connect(&m_filtered, &QAbstractItemModel::rowsInserted, this, showOtherRows, Later);
    connect(&m_filtered, &QAbstractItemModel::rowsRemoved, this, showOtherRows, Later);
}

void BucketPanel::connectBars()
{
    m_views->setCheckBar(m_inventoryBar->checkBar());
    connect(m_views, &BucketViews::unreadTold, this, &BucketPanel::showNotice);
    connect(m_views, &QTabBar::currentChanged, this, &BucketPanel::showTable);
    connect(m_views, &BucketViews::filterRequested, this, &BucketPanel::goToBuckets);
    connect(m_views, &BucketViews::clearFilterRequested, m_filter, &QLineEdit::clear);
    connect(m_views, &BucketViews::placeOpened, this, &BucketPanel::placeOpened);
    connect(m_views, &BucketViews::termRequested, this, [this](const QString &term) {
        goToBuckets(QString(m_filter->text() + u' ' + term).trimmed());
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this](int choice) {
        if (choice == EmptyState::NoChoice)
            runEmptyStateAction();
        else
            Q_EMIT signedOutActionTriggered(choice);
    });
    connect(m_notice, &NoticeBar::actionTriggered, this, &BucketPanel::runNoticeAction);
    connect(m_empty, &EmptyState::stepChosen, this,
            [this](insight::NextStep step) { takeStep(step, &BucketPanel::runEmptyStateAction); });
    connect(m_notice, &NoticeBar::stepChosen, this,
            [this](insight::NextStep step) { takeStep(step, &BucketPanel::runNoticeAction); });
    connect(m_pagerBar, &PagerBar::itemsPerPageChosen, this, &BucketPanel::itemsPerPageChosen);
    connect(m_pagerBar, &PagerBar::allPagesRequested, this, [this] {
        if (const auto project = m_session->pager().project())
            m_session->inventory().open(*project);
    });
    connect(m_inventoryBar, &InventoryBar::pagesRequested, this,
            [this] { m_session->inventory().hide(); });
}

void BucketPanel::layOut()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    // In the order on screen, as assistive technology goes through them.
    for (QWidget *part : std::initializer_list<QWidget *>{m_views, m_filterRow, m_stack, m_notice,
                                                          m_pagerBar, m_inventoryBar})
        part->raise();
    // The notice stands below the rows: none that is aimed at moves when it comes.
    layOutRows(*this,
               {m_views, m_filterRow, m_stack, m_notice, new Line(Qt::Horizontal, this), m_pagerBar,
                m_inventoryBar},
               m_stack);
}

QWidget *BucketPanel::makeFilterRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_columns);
    layout->addWidget(m_export);
    return row;
}

void BucketPanel::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        disconnect(&m_session->inventory(), nullptr, this, nullptr);
        disconnect(&m_session->projects(), nullptr, this, nullptr);
    }
    const QByteArray columns = m_table->columnState();
    m_session = session;
    m_filtered.setSourceModel(session ? &session->shownTable() : nullptr);
    m_filter->setBuckets(session ? &session->shownBuckets() : nullptr);
    m_table->restoreColumnState(columns);
    m_pagerBar->setPager(session ? &session->pager() : nullptr);
    m_topRow.setSession(session);
    m_inventoryBar->setInventory(session ? &session->inventory() : nullptr);
    m_views->setSession(session);
    if (session)
        connectSession();
    showSession();
}

void BucketPanel::connectSession()
{
    connect(&m_session->pager(), &BucketPager::changed, this, &BucketPanel::showSession);
    connect(&m_session->inventory(), &buckets::Inventory::changed, this, &BucketPanel::showSession);
    connect(&m_session->projects(), &buckets::ProjectList::stateChanged, this,
            &BucketPanel::showSession);
    connect(m_session, &Session::noticesChanged, this, &BucketPanel::showNotice);
    connect(m_session, &Session::usageChanged, this, &BucketPanel::showNotice);
}

void BucketPanel::setSignedOutMessage(const EmptyState::Message &message)
{
    m_signedOutMessage = message;
    showSession();
}

void BucketPanel::focusFilter()
{
    if (m_views->focusOwnFilter())
        return;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void BucketPanel::selectBucket(atlas::BucketId bucket)
{
    if (!m_session)
        return;
    const int row = m_session->shownBuckets().rowOf(bucket);
    if (row >= 0)
        m_table->setCurrentIndex(m_filtered.mapFromSource(m_session->shownTable().index(row, 0)));
}

void BucketPanel::exportRows()
{
    if (m_session)
        m_bucketExport.open(*m_session);
}

void BucketPanel::inspectCurrent()
{
    noteRowsInView();
    if (!m_session)
        return;
    const buckets::BucketStore &buckets = m_session->shownBuckets();
    const QModelIndex current = m_filtered.mapToSource(m_table->currentIndex());
    if (current.isValid() && current.model() == &m_session->shownTable()) {
        m_session->inspector().setBucket(buckets.projectAt(current.row()),
                                         buckets.bucketAt(current.row()));
    } else {
        m_session->inspectNoRow();
    }
}

void BucketPanel::noteRowsInView()
{
    if (!m_session || m_filtered.sourceModel() != &m_session->shownTable())
        return;
    QList<int> rows;
    const auto region = static_cast<int>(atlas::BucketField::Region);
    if (!m_table->isColumnHidden(region)) {
        for (const int row : m_table->rowsInView())
            rows.append(m_filtered.mapToSource(m_filtered.index(row, region)).row());
    }
    m_session->regions().setRowsInView(m_session->shownBuckets(), rows);
}

void BucketPanel::noteShownColumns()
{
    m_filtered.setVisibleColumns(m_table->shownColumns());
    noteRowsInView();
}

void BucketPanel::setFilter(const QString &text)
{
    m_filtered.setFilterText(text);
    showSession();
    noteRowsInView();
}

bool BucketPanel::isInventory() const
{
    return m_session && m_session->inventory().isShown();
}

/// The table is of one model or the other.
void BucketPanel::showSource()
{
    models::BucketTableModel *source = m_session ? &m_session->shownTable() : nullptr;
    if (m_filtered.sourceModel() == source)
        return;
    m_filtered.setSourceModel(source);
    m_filter->setBuckets(m_session ? &m_session->shownBuckets() : nullptr);
    m_views->goTo(BucketViews::View::Buckets);
    m_table->scrollToTop();
}

void BucketPanel::showSession()
{
    showSource();
    showWhatCanBeUsed();
    const bool isInventoryShown = isInventory();
    m_filter->setPlaceholderText(isInventoryShown ? tr("Filter") : tr("Filter this page"));
    m_pagerBar->setVisible(!isInventoryShown);
    m_inventoryBar->setVisible(isInventoryShown);
    m_table->setShowsProjects(isInventoryShown && !m_session->inventory().project());
    const auto shownRows =
        m_filtered.isFiltering() ? std::optional(m_filtered.rowCount()) : std::nullopt;
    m_inventoryBar->setShownRows(shownRows);
    m_pagerBar->setShownRows(shownRows);
    m_views->showInventory();
    showSorting();
    showTable();
    showNotice();
    m_stack->setBusy(m_session
                     && (isInventoryShown ? m_session->inventory().isReading()
                                          : m_session->pager().isLoading()));
}

/// Where no rows are, there is nothing to filter, to choose columns of, or to export.
void BucketPanel::showWhatCanBeUsed()
{
    const bool hasRows = m_session && m_session->shownBuckets().rowCount() > 0;
    const QString noRows = hasRows ? QString() : tr("No export buckets to show.");
    // A text in the filter can always be taken out. And the focus would go elsewhere.
    const bool isInUse = m_session && (!m_filter->text().isEmpty() || m_filter->hasFocus());
    enableUnless(*m_filter, isInUse ? QString() : noRows);
    enableUnless(*m_columns, noRows);
    const QString noMatch = tr("No export bucket matches the filter.");
    enableUnless(*m_export, hasRows && m_filtered.rowCount() == 0 ? noMatch : noRows);
}

void BucketPanel::showTable()
{
    QWidget *view = m_views->view();
    const bool hasRows = m_session && m_filtered.rowCount() > 0;
    if (!view && !hasRows)
        m_empty->setMessage(emptyMessage());
    m_filterRow->setVisible(m_views->heedsFilter());
    m_columns->setVisible(!view);
    Q_EMIT viewShown(!view);
    showPage(*m_stack, view ? *view : hasRows ? static_cast<QWidget &>(*m_table) : *m_empty);
}

/// What a bar or a group stands for, row by row.
void BucketPanel::goToBuckets(const QString &filter)
{
    m_filter->setText(filter);
    m_views->goTo(BucketViews::View::Buckets);
    m_table->setFocus();
}

/// Rows that are not here cannot be put in order.
void BucketPanel::showSorting()
{
    const bool isSortable = m_session && (isInventory() || m_session->pager().isOnlyPage());
    m_table->setSortable(isSortable,
                         isSortable ? QString() : tr("Load all pages to sort by a column."));
}

void BucketPanel::showNotice()
{
    const insight::Notice notice = noticeAbove(m_session, m_filtered);
    if (notice.isCountdown && !m_countdown.isActive())
        m_countdown.start();
    else if (!notice.isCountdown)
        m_countdown.stop();
    if (notice.isEmpty() || m_views->tellsOfUnread()) {
        m_notice->hide();
        return;
    }
    m_notice->showNotice(notice.isWarning ? NoticeBar::Kind::Warning : NoticeBar::Kind::Information,
                         notice.headline, notice.text, notice.actionText, notice.next,
                         notice.topic);
}

void BucketPanel::runNoticeAction()
{
    if (!m_session)
        return;
    if (leadsToCheckOfUsage(m_session, m_filtered))
        m_session->checkUsage();
    else if (isInventory())
        m_session->inventory().retry();
    else
        m_session->pager().refresh();
}

void BucketPanel::takeStep(insight::NextStep step, void (BucketPanel::*tryAgain)())
{
    if (step == insight::NextStep::TryAgain)
        (this->*tryAgain)();
    else
        Q_EMIT stepChosen(step);
}

EmptyState::Message BucketPanel::emptyMessage() const
{
    return m_session ? emptyBucketMessage(*m_session) : m_signedOutMessage;
}

void BucketPanel::runEmptyStateAction()
{
    if (!m_session)
        Q_EMIT signedOutActionTriggered(EmptyState::NoChoice);
    else if (m_session->shownBuckets().rowCount() > 0)
        m_filter->clear();
    else if (isInventory())
        m_session->inventory().retry();
    else if (m_session->pager().project())
        m_session->pager().refresh();
    else
        m_session->projects().refresh();
}

} // namespace ui
