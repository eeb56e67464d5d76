// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exportcalendarmodel.h"
#include "ui/calendar/calendartable.h"
#include "ui/parts/tonelabel.h"

#include <QWidget>

namespace ui {

class CalendarLegend;

/// Exports over the last twelve months, a mark a day and a row a cluster, with what the marks mean
/// and what was not read.
class CalendarView : public QWidget
{
    Q_OBJECT

public:
    explicit CalendarView(QWidget *parent = nullptr);

    void setCalendars(const buckets::ExportCalendars &calendars);
    /// The table, for who copies what is selected in it.
    CalendarTable *table() const { return m_table; }

private:
    QString emptyText() const;
    QString doubt() const;

    models::ExportCalendarModel m_model;
    CalendarTable *m_table;
    CalendarLegend *m_legend;
    ToneLabel *m_empty;
    ToneLabel *m_doubt;
};

} // namespace ui
