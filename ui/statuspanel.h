// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/flattabwidget.h"
#include "ui/tableview.h"

#include <QPointer>
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

private:
    void layOut();
    QWidget *makeButtons();
    void connectButtons();
    void watch(QAbstractItemModel &log);
    void showCounts();
    void copyReport();
    void clearShown();

    QPointer<Session> m_session;
    FlatTabWidget *m_tabs;
    TableView *m_problems;
    TableView *m_requests;
    QToolButton *m_retry;
    QToolButton *m_copyReport;
    QToolButton *m_clear;
};

} // namespace ui
