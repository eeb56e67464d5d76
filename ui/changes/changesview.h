// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/authors/authorreader.h"
#include "insight/history/historykeeper.h"
#include "models/changesmodel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/pagestack.h"
#include "ui/tables/tableview.h"

#include <QDateEdit>
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
    /// Who made these changes, `authors` is asked when the user looks at them; nullptr: nobody is.
    void setAuthors(insight::AuthorReader *authors);

    /// How many changes there are.
    int count() const { return m_model.rowCount(); }
    /// The table, for who copies what is selected in it.
    TableView *table() const { return m_table; }

Q_SIGNALS:
    /// count() may have changed.
    void countChanged();
    /// The user wants to see what has changed.
    void opened(const insight::Change &change);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTopRow();
    void layOut();
    void showReadings();
    void showDay();
    void compareAndTell();
    void compare();
    void showComparison();
    void tellComparison();
    void showDoubt();
    void askForAuthors();
    void showAuthors();
    EmptyState::Message emptyMessage() const;

    QPointer<insight::HistoryKeeper> m_history;
    QPointer<insight::AuthorReader> m_authors;
    models::ChangesModel m_model;
    CompareWithBox *m_compareWith;
    QDateEdit *m_day;
    QLabel *m_headline;
    ToneLabel *m_part;
    QWidget *m_topRow;
    TableView *m_table;
    EmptyState *m_empty;
    PageStack *m_stack;
    /// Somebody waits for the next comparison.
    bool m_isAwaited = false;
};

} // namespace ui
