// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/flattabwidget.h"
#include "ui/tables/tableview.h"

#include <QPointer>
#include <QTimer>
#include <QToolButton>

class Session;

namespace ui {

/// What went wrong and what was asked, below the buckets.
class StatusPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatusPanel(QWidget *parent = nullptr);

    /// Shows the logs of `session`; nullptr for none.
    void setSession(Session *session);
    /// Problems or requests.
    int tab() const { return m_tabs->currentIndex(); }
    void setTab(int tab) { m_tabs->setCurrentIndex(tab); }
    /// The table of the tab.
    QWidget &page() const { return *m_tabs->currentWidget(); }

private:
    void layOut();
    QWidget *makeButtons();
    void connectButtons();
    void watch(Session &session);
    void showCounts();
    void showCountsSoon();
    void copyReport();
    void clearShown();

    QPointer<Session> m_session;
    FlatTabWidget *m_tabs;
    TableView *m_problems;
    TableView *m_requests;
    QTimer m_recount;
    QToolButton *m_retry;
    QToolButton *m_copyReport;
    QToolButton *m_clear;
};

} // namespace ui
