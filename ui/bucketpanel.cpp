// SPDX-License-Identifier: Apache-2.0
#include "ui/bucketpanel.h"

#include "session/session.h"
#include "ui/bucketdelegate.h"
#include "ui/bucketmessages.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

namespace ui {

using browse::BucketPager;
using browse::BucketTableModel;

namespace {

/// In the order of BucketTableModel::Column.
constexpr std::array DefaultWidths{205, 128, 118, 140, 130, 110, 95, 130, 130, 72, 252, 150};
/// What is only known once the project's clusters have been read.
constexpr std::array UsageColumns{static_cast<int>(BucketTableModel::Column::UsedBy),
                                  static_cast<int>(BucketTableModel::Column::LastExport)};
constexpr std::chrono::milliseconds CountdownInterval{250};

} // namespace

BucketPanel::BucketPanel(QWidget *parent)
    : QWidget(parent), m_notice(new NoticeBar(this)), m_filter(new FilterEdit(this)),
      m_columns(makeFlatButton(this, tr("Columns"), LineIcon::Columns)),
      m_table(new TableView(tr("Export buckets"), this)), m_copy(*m_table, m_filtered),
      m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this)),
      m_pagerBar(new PagerBar(this))
{
    build();
    layOut();
    showSession();
}

void BucketPanel::build()
{
    m_filter->setAccessibleName(tr("Filter buckets"));
    m_filter->setPlaceholderText(tr("Filter this page: words in any order"));
    m_filter->setClearButtonEnabled(true);
    m_table->setModel(&m_filtered);
    m_table->setItemDelegate(new BucketDelegate(m_table));
    connectTable();
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(new QMenu(m_columns));

    connect(m_columns->menu(), &QMenu::aboutToShow, this, &BucketPanel::makeColumnMenu);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered.setFilterText(text);
        showSession();
        noteRowsInView();
    });
    m_countdown.setInterval(CountdownInterval);
    connect(&m_countdown, &QTimer::timeout, this, &BucketPanel::showNotice);
    connect(m_empty, &EmptyState::actionTriggered, this, &BucketPanel::runEmptyStateAction);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        if (m_session)
            m_session->pager().refresh();
    });
    connect(m_pagerBar, &PagerBar::itemsPerPageChosen, this, &BucketPanel::itemsPerPageChosen);
}

void BucketPanel::connectTable()
{
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &BucketPanel::showCopyMenu);
    // Later: these also come while the filter takes rows out, and nothing may change the rows then.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BucketPanel::inspectCurrent, Qt::QueuedConnection);
    connect(m_table, &TableView::viewChanged, this, &BucketPanel::noteRowsInView,
            Qt::QueuedConnection);
    connect(&m_filtered, &QAbstractItemModel::modelReset, this, &BucketPanel::inspectCurrent);
}

void BucketPanel::layOut()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(makeFilterRow());
    layout->addWidget(m_stack, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_pagerBar);
}

QWidget *BucketPanel::makeFilterRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_columns);
    return row;
}

void BucketPanel::makeColumnMenu()
{
    QMenu *menu = m_columns->menu();
    menu->clear();
    for (int column = 0; column < m_filtered.columnCount(); ++column) {
        const bool isUsage =
            std::find(UsageColumns.begin(), UsageColumns.end(), column) != UsageColumns.end();
        QAction *action = menu->addAction(m_filtered.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isUsage ? !m_unwanted.contains(column)
                                   : !m_table->isColumnHidden(column));
        // The name is what a row is known by.
        action->setEnabled(column != static_cast<int>(BucketTableModel::Column::Name));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { showColumn(column, shown); });
    }
}

void BucketPanel::showColumn(int column, bool shown)
{
    if (shown)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    m_table->setColumnHidden(column, !shown);
    showUsageColumns();
    noteRowsInView();
}

void BucketPanel::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        disconnect(&m_session->projects(), nullptr, this, nullptr);
        disconnect(&m_session->inspector(), nullptr, this, nullptr);
    }
    m_columnState = columnState();
    m_session = session;
    m_filtered.setSourceModel(session ? &session->buckets() : nullptr);
    m_filter->setModel(session ? &session->buckets() : nullptr);
    restoreColumnState(m_columnState);
    m_pagerBar->setPager(session ? &session->pager() : nullptr);
    if (session) {
        connect(&session->pager(), &BucketPager::changed, this, &BucketPanel::showSession);
        connect(&session->projects(), &browse::ProjectListModel::stateChanged, this,
                &BucketPanel::showSession);
        connect(session, &Session::noticesChanged, this, &BucketPanel::showNotice);
        connect(&session->inspector(), &browse::BucketInspector::usageChanged, this,
                &BucketPanel::showUsageColumns);
    }
    showSession();
}

void BucketPanel::setSignedOutMessage(const EmptyState::Message &message)
{
    m_signedOutMessage = message;
    showSession();
}

void BucketPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QString BucketPanel::selectionAsText() const
{
    return m_session ? m_copy.asText() : QString();
}

QString BucketPanel::selectionAsJson() const
{
    return m_session ? m_copy.asJson(*m_session) : QString();
}

void BucketPanel::selectBucket(atlas::BucketId bucket)
{
    const int row = m_session ? m_session->buckets().rowOf(bucket) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_filtered.mapFromSource(m_session->buckets().index(row, 0)));
}

/// As the user wants it, not as far as it is known just now.
QByteArray BucketPanel::columnState()
{
    if (!m_filtered.sourceModel())
        return m_columnState;
    for (const int column : UsageColumns)
        m_table->setColumnHidden(column, m_unwanted.contains(column));
    QByteArray state = m_table->horizontalHeader()->saveState();
    showUsageColumns();
    return state;
}

/// Without a model there are no columns yet: they are restored when it comes.
void BucketPanel::restoreColumnState(const QByteArray &state)
{
    m_columnState = state;
    if (!m_filtered.sourceModel())
        return;
    if (state.isEmpty() || !m_table->horizontalHeader()->restoreState(state))
        setDefaultColumns();
    m_unwanted.clear();
    for (const int column : UsageColumns) {
        if (m_table->isColumnHidden(column))
            m_unwanted.insert(column);
    }
    showUsageColumns();
}

void BucketPanel::setDefaultColumns()
{
    m_table->setColumnWidths(DefaultWidths);
    QHeaderView *header = m_table->horizontalHeader();
    int place = header->visualIndex(static_cast<int>(BucketTableModel::Column::Region)) + 1;
    for (const int column : UsageColumns) {
        m_table->setColumnHidden(column, false);
        header->moveSection(header->visualIndex(column), place++);
    }
}

/// What is not known would only take the room of what is.
void BucketPanel::showUsageColumns()
{
    const browse::ProjectUsage *usage = m_session ? m_session->inspector().usage() : nullptr;
    const bool isKnown =
        usage && usage->schedules().state() == browse::BackupSchedules::State::Ready;
    for (const int column : UsageColumns)
        m_table->setColumnHidden(column, !isKnown || m_unwanted.contains(column));
    // A page is of one project.
    m_table->setColumnHidden(static_cast<int>(BucketTableModel::Column::Project), true);
}

void BucketPanel::showCopyMenu(const QPoint &place)
{
    if (!m_session || !m_table->currentIndex().isValid())
        return;
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_copy.fill(*menu, *m_session);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void BucketPanel::inspectCurrent()
{
    noteRowsInView();
    if (!m_session)
        return;
    const QModelIndex current = m_filtered.mapToSource(m_table->currentIndex());
    const auto project = m_session->pager().project();
    if (current.isValid() && project)
        m_session->inspector().setBucket(*project, m_session->buckets().bucketAt(current.row()));
    else
        m_session->inspector().clear();
}

void BucketPanel::noteRowsInView()
{
    const auto project = m_session ? m_session->pager().project() : std::nullopt;
    if (!project)
        return;
    QList<int> rows;
    const auto region = static_cast<int>(BucketTableModel::Column::Region);
    if (!m_table->isColumnHidden(region)) {
        for (const int row : m_table->rowsInView())
            rows.append(m_filtered.mapToSource(m_filtered.index(row, region)).row());
    }
    m_session->regions().setRowsInView(*project, rows);
}

void BucketPanel::showSession()
{
    m_filter->setEnabled(m_session);
    m_columns->setEnabled(m_session);
    const bool hasRows = m_session && m_filtered.rowCount() > 0;
    if (!hasRows)
        m_empty->setMessage(emptyMessage());
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
    showNotice();
}

void BucketPanel::showNotice()
{
    const BucketNotice notice = m_session ? bucketNotice(*m_session) : BucketNotice();
    if (notice.isCountdown && !m_countdown.isActive())
        m_countdown.start();
    else if (!notice.isCountdown)
        m_countdown.stop();
    if (notice.isEmpty()) {
        m_notice->hide();
        return;
    }
    m_notice->showNotice(notice.isWarning ? NoticeBar::Kind::Warning : NoticeBar::Kind::Information,
                         notice.headline, notice.text, notice.actionText);
}

EmptyState::Message BucketPanel::emptyMessage() const
{
    if (!m_session)
        return m_signedOutMessage;
    if (m_session->buckets().rowCount() > 0)
        return noMatchMessage();
    return emptyBucketMessage(*m_session);
}

void BucketPanel::runEmptyStateAction()
{
    if (!m_session) {
        Q_EMIT signedOutActionTriggered();
    } else if (m_session->buckets().rowCount() > 0) {
        m_filter->clear();
    } else if (m_session->pager().project()) {
        m_session->pager().refresh();
    } else {
        m_session->projects().refresh();
    }
}

} // namespace ui
