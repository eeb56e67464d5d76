// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/calendarpass.h"
#include "ui/calendar/calendarview.h"

#include <QWidget>

class Session;

namespace ui {

/// Exports over the last twelve months of all clusters of all projects, as far as they have been
/// read. Looks through the jobs while it shows, and not otherwise.
class ExportsOfAll : public QWidget
{
    Q_OBJECT

public:
    explicit ExportsOfAll(QWidget *parent = nullptr);

    /// Shows what is known in `session`; nullptr: nothing.
    void setSession(Session *session);
    /// The table, for who copies what is selected in it.
    CalendarTable *table() const { return m_view->table(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    buckets::CalendarPass m_pass;
    CalendarView *m_view;
};

} // namespace ui
