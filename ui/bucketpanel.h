// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/objectid.h"
#include "browse/bucketsortfiltermodel.h"
#include "ui/bucketcopy.h"
#include "ui/emptystate.h"
#include "ui/filteredit.h"
#include "ui/noticebar.h"
#include "ui/pagerbar.h"
#include "ui/tableview.h"

#include <QPointer>
#include <QSet>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

class Session;

namespace ui {

/// The export buckets in the middle: filter, table, pager, and what to say when there is no row.
class BucketPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BucketPanel(QWidget *parent = nullptr);

    /// Shows what `session` has open; nullptr for none.
    void setSession(Session *session);
    /// What to say while there is no session.
    void setSignedOutMessage(const EmptyState::Message &message);

    void focusFilter();
    /// The selected rows as tab-separated text; empty if none is.
    QString selectionAsText() const;
    /// The selected rows as a JSON list; empty if none is.
    QString selectionAsJson() const;
    void selectBucket(atlas::BucketId bucket);

    /// Widths, order and visibility of the columns.
    QByteArray columnState();
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    void itemsPerPageChosen(int itemsPerPage);
    /// The next step of what the panel says was pressed while signed out.
    void signedOutActionTriggered();

private:
    void build();
    void layOut();
    QWidget *makeFilterRow();
    void connectTable();
    void makeColumnMenu();
    void showColumn(int column, bool shown);
    void setDefaultColumns();
    void showUsageColumns();
    void showCopyMenu(const QPoint &place);
    void inspectCurrent();
    void noteRowsInView();
    void showSession();
    void showNotice();
    void runEmptyStateAction();
    EmptyState::Message emptyMessage() const;

    QPointer<Session> m_session;
    EmptyState::Message m_signedOutMessage;
    browse::BucketSortFilterModel m_filtered;
    NoticeBar *m_notice;
    /// The columns about usage that the user has hidden. They also hide while nothing is known.
    QSet<int> m_unwanted;
    /// What columnState() is while there is no table.
    QByteArray m_columnState;
    /// Ticks while a call waits, for the countdown.
    QTimer m_countdown;
    FilterEdit *m_filter;
    QToolButton *m_columns;
    TableView *m_table;
    BucketCopy m_copy;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    PagerBar *m_pagerBar;
};

} // namespace ui
