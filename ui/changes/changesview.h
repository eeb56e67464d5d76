// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/historykeeper.h"
#include "models/changesmodel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/pagestack.h"
#include "ui/tables/tableview.h"

#include <QLabel>
#include <QPointer>
#include <QWidget>

namespace ui {

class CompareWithBox;
class ToneLabel;

/// What changed in all projects since an earlier reading, and with which one is compared.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);

    /// Shows what `history` knows; nullptr: readings are not kept.
    void setHistory(insight::HistoryKeeper *history);

    /// How many changes there are.
    int count() const { return m_model.rowCount(); }
    /// The table, for who copies what is selected in it.
    TableView *table() const { return m_table; }

Q_SIGNALS:
    /// The user wants exports checked, so that there is something to compare.
    void checkRequested();
    /// count() may have changed.
    void countChanged();
    /// The user wants to see what has changed.
    void opened(const insight::Change &change);

private:
    QWidget *makeTopRow();
    void layOut();
    void showReadings();
    void compare();
    void showComparison();
    EmptyState::Message emptyMessage() const;

    QPointer<insight::HistoryKeeper> m_history;
    models::ChangesModel m_model;
    CompareWithBox *m_compareWith;
    QLabel *m_headline;
    ToneLabel *m_part;
    QWidget *m_topRow;
    TableView *m_table;
    EmptyState *m_empty;
    PageStack *m_stack;
};

} // namespace ui
