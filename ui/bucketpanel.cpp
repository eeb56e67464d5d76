// SPDX-License-Identifier: Apache-2.0
#include "ui/bucketpanel.h"

#include "session/session.h"
#include "share/clipboardtext.h"
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
constexpr std::array DefaultWidths{250, 120, 95, 140, 135, 110, 95, 130, 130};
constexpr std::chrono::milliseconds CountdownInterval{250};

} // namespace

BucketPanel::BucketPanel(QWidget *parent)
    : QWidget(parent), m_notice(new NoticeBar(this)), m_filter(new QLineEdit(this)),
      m_columns(makeFlatButton(this, tr("Columns"), LineIcon::Columns)),
      m_table(new TableView(tr("Export buckets"), this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)), m_pagerBar(new PagerBar(this))
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
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(new QMenu(m_columns));

    connect(m_columns->menu(), &QMenu::aboutToShow, this, &BucketPanel::makeColumnMenu);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered.setFilterText(text);
        showSession();
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
        QAction *action = menu->addAction(m_filtered.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        // The name is what a row is known by.
        action->setEnabled(column != static_cast<int>(BucketTableModel::Column::Name));
        connect(action, &QAction::toggled, m_table,
                [this, column](bool shown) { m_table->setColumnHidden(column, !shown); });
    }
}

void BucketPanel::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        disconnect(&m_session->projects(), nullptr, this, nullptr);
    }
    const QByteArray columns = columnState();
    m_session = session;
    m_filtered.setSourceModel(session ? &session->buckets() : nullptr);
    restoreColumnState(columns);
    m_pagerBar->setPager(session ? &session->pager() : nullptr);
    if (session) {
        connect(&session->pager(), &BucketPager::changed, this, &BucketPanel::showSession);
        connect(&session->projects(), &browse::ProjectListModel::stateChanged, this,
                &BucketPanel::showSession);
        connect(session, &Session::noticesChanged, this, &BucketPanel::showNotice);
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
    return m_session ? m_table->selectionAsText() : QString();
}

QString BucketPanel::selectionAsJson() const
{
    if (!m_session)
        return {};
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<atlas::ExportBucket> buckets;
    for (const QModelIndex &row : rows)
        buckets.append(m_session->buckets().bucketAt(m_filtered.mapToSource(row).row()));
    return buckets.isEmpty() ? QString() : share::bucketsAsJson(buckets);
}

void BucketPanel::selectBucket(atlas::BucketId bucket)
{
    const int row = m_session ? m_session->buckets().rowOf(bucket) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_filtered.mapFromSource(m_session->buckets().index(row, 0)));
}

QByteArray BucketPanel::columnState() const
{
    return m_filtered.sourceModel() ? m_table->horizontalHeader()->saveState() : QByteArray();
}

void BucketPanel::restoreColumnState(const QByteArray &state)
{
    if (!m_filtered.sourceModel())
        return;
    if (state.isEmpty() || !m_table->horizontalHeader()->restoreState(state))
        m_table->setColumnWidths(DefaultWidths);
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
