// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"
#include "models/bucketsortfiltermodel.h"
#include "ui/buckets/bucketcopy.h"
#include "ui/buckets/bucketexport.h"
#include "ui/buckets/bucketplace.h"
#include "ui/buckets/buckettable.h"
#include "ui/buckets/bucketviews.h"
#include "ui/buckets/filteredit.h"
#include "ui/buckets/inventorybar.h"
#include "ui/buckets/pagerbar.h"
#include "ui/buckets/toprow.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/pagestack.h"

#include <QPointer>
#include <QTimer>
#include <QToolButton>

class Session;

namespace ui {

/// The export buckets in the middle: a page of a project's, or the inventory of all while it is
/// open. Filter, table, what to say when there is no row, and the line below that turns pages or
/// tells how far the inventory is.
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
    /// What stands in the middle: the table, another view of the rows, or why there are none.
    QWidget &page() const { return *m_stack; }
    /// Whether the table is shown: there are rows, and no other view of them is chosen.
    bool hasRows() const { return m_stack->currentWidget() == m_table; }
    void focusTable() { m_table->setFocus(Qt::OtherFocusReason); }
    bool hasTableFocus() const { return m_table->hasFocus(); }
    bool hasFilterFocus() const { return m_filter->hasFocus(); }
    /// Which rows are shown and selected; another panel with the same session can go there.
    BucketPlace place() const { return BucketPlace::of(*m_table, *m_filter, *m_views); }
    /// As of BucketViews.
    BucketViews::View shownView() const { return m_views->shownView(); }
    void goBackTo(BucketViews::View view) { m_views->goBackTo(view); }
    void goTo(const BucketPlace &place) { place.show(*m_table, *m_filter, *m_views); }
    /// Copies the selected rows as tab-separated text.
    void copySelection() { m_copy.copyText(); }
    /// Copies the selected rows as a JSON list.
    void copySelectionAsJson() { m_copy.copyJson(); }
    /// Whether `table` is that of the buckets.
    bool isTableOfBuckets(const QWidget *table) const { return table == m_table; }
    void selectBucket(atlas::BucketId bucket);
    /// Asks where the rows on screen are to be written.
    void exportRows();

    /// As of BucketTable.
    QByteArray columnState() { return m_table->columnState(); }
    void restoreColumnState(const QByteArray &state) { m_table->restoreColumnState(state); }

Q_SIGNALS:
    void itemsPerPageChosen(int itemsPerPage);
    /// The table, or another view of the rows, in which no bucket can be selected.
    void viewShown(bool isTable);
    /// A row was opened, by Return, Space or a double click.
    void detailsWanted();
    /// So many rows have been written to a file.
    void exported(const QString &path, int rows);
    /// As BucketViews::placeOpened().
    void placeOpened(atlas::ProjectId project, std::optional<atlas::BucketId> bucket,
                     std::optional<insight::FindingCode> finding);
    /// The next step of what the panel says was pressed while signed out.
    void signedOutActionTriggered(int choice);
    /// The next step of a message was pressed that leads out of the panel.
    void stepChosen(insight::NextStep step);

private:
    void build();
    void buildTable();
    void connectBars();
    void layOut();
    QWidget *makeFilterRow();
    void connectSession();
    void inspectCurrent();
    void noteRowsInView();
    void noteShownColumns();
    void setFilter(const QString &text);

    bool isInventory() const;
    void showSource();
    void showSession();
    void showTable();
    void goToBuckets(const QString &filter);
    void showSorting();
    void showNotice();
    void runNoticeAction();
    void runEmptyStateAction();
    void takeStep(insight::NextStep step, void (BucketPanel::*tryAgain)());
    void showWhatCanBeUsed();
    EmptyState::Message emptyMessage() const;

    QPointer<Session> m_session;
    EmptyState::Message m_signedOutMessage;
    models::BucketSortFilterModel m_filtered;
    /// Ticks while a call waits, for the countdown.
    QTimer m_countdown;
    NoticeBar *m_notice;
    FilterEdit *m_filter;
    QToolButton *m_columns;
    QToolButton *m_export;
    QWidget *m_filterRow;
    BucketTable *m_table;
    BucketCopy m_copy;
    BucketExport m_bucketExport;
    TopRow m_topRow;
    EmptyState *m_empty;
    PageStack *m_stack;
    BucketViews *m_views;
    PagerBar *m_pagerBar;
    InventoryBar *m_inventoryBar;
};

} // namespace ui
