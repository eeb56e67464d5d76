// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/completeness.h"
#include "models/duplicatesmodel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/tonelabel.h"
#include "ui/tables/tableview.h"

#include <QLabel>
#include <QPointer>
#include <QStackedWidget>
#include <QWidget>

namespace ui {

/// The export buckets that are registered more than once, and how many that are. Looks through the
/// rows while it shows, and not otherwise.
class DuplicatesView : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicatesView(QWidget *parent = nullptr);

    /// As models::RowPass::setRows().
    void setRows(QAbstractItemModel *rows);
    /// What the rows are not: whether a filter leaves some out, and whether there may be more.
    void setScope(bool isFiltered, buckets::Completeness completeness);
    /// The table, for who copies what is selected in it.
    TableView *table() const { return m_table; }

Q_SIGNALS:
    /// The user wants to see the registrations of a bucket, which this filter text finds.
    void filterRequested(const QString &terms);
    /// The user wants to see those that the filter leaves out, too.
    void clearFilterRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void forgetLook();
    void tellHowMany();
    EmptyState::Message emptyMessage() const;
    QString reservation() const;
    void requestFilter(const QModelIndex &row);

    models::DuplicatesModel m_model;
    QLabel *m_headline;
    ToneLabel *m_hint;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QWidget *m_content;
    /// Whether all of the rows of this table have been looked through at least once.
    bool m_hasLooked = false;
    bool m_isFiltered = false;
    buckets::Completeness m_completeness;
    QPointer<QAbstractItemModel> m_rows;
};

} // namespace ui
