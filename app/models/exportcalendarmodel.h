// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/exportcalendars.h"
#include "models/texttable.h"

namespace models {

/// Exports over time: a row for all clusters together, then a row a cluster, and a column a month.
/// A cell says in numbers how its exports went, and in its tooltip in words.
class ExportCalendarModel final : public TextTable
{
    Q_OBJECT

public:
    /// Before and after the months.
    static constexpr int ProjectColumn = 0;
    static constexpr int ClusterColumn = 1;
    static constexpr int FirstMonthColumn = 2;
    static constexpr int TotalColumn = FirstMonthColumn + buckets::CalendarSpan::Months;
    static constexpr int ColumnCount = TotalColumn + 1;

    static constexpr bool isMonth(int column)
    {
        return column >= FirstMonthColumn && column < TotalColumn;
    }

    explicit ExportCalendarModel(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// Shows these. Without any row there is none for all of them, either. What is selected stays
    /// selected if the rows are of the same clusters.
    void setCalendars(const buckets::ExportCalendars &calendars);
    const buckets::ExportCalendars &calendars() const { return m_calendars; }

    /// For months and totals, what is spoken is the words.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    int size() const override;
    QString titleOf(int column) const override;
    QString textOf(int row, int column) const override;
    QString toolTipOf(int row, int column) const override;
    QVariant valueOf(int row, int column, int role) const override;

    const buckets::ExportCalendar &calendarAt(int row) const;
    buckets::ExportTally tallyAt(int row, int column) const;
    QList<int> marksAt(int row, int column) const;

    buckets::ExportCalendars m_calendars;
    /// Of all rows.
    buckets::ExportCalendar m_sum;
};

} // namespace models
