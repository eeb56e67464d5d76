// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/unreadprojectmodel.h"
#include "ui/tables/tableview.h"

#include <QPointer>
#include <QToolButton>
#include <QWidget>

class Session;

namespace ui {

/// The projects whose buckets could not be read, why, and the ways to try again.
class UnreadProjects : public QWidget
{
    Q_OBJECT

public:
    explicit UnreadProjects(QWidget *parent = nullptr);

    /// Shows those of the session's inventory.
    void show(Session &session);
    int count() const { return m_model.rowCount(); }

Q_SIGNALS:
    /// These are to be tried again.
    void retryRequested(const QList<atlas::ProjectId> &projects);

private:
    void showWhetherAnyIsSelected();
    QList<atlas::ProjectId> selected() const;
    QList<atlas::ProjectId> all() const;

    models::UnreadProjectModel m_model;
    QList<atlas::ProjectId> m_shown;
    TableView *m_table;
    QToolButton *m_retry;
    QToolButton *m_retryAll;
};

} // namespace ui
