// SPDX-License-Identifier: Apache-2.0
#include "models/exportcalendarmodel.h"

#include "base/texts/nothingtoshow.h"
#include "models/roles.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

using CalendarReading = buckets::ExportCalendar::Reading;

QString signedNumber(QChar sign, int number)
{
    return sign + QLocale().toString(number);
}

/// `29 ✕1 □2`: successful, failed, missed; of what has no result, `…1`, if there is nothing else.
QString tallySigns(const buckets::ExportTally &tally)
{
    QStringList parts;
    if (tally.succeeded > 0)
        parts.append(QLocale().toString(tally.succeeded));
    if (tally.failed > 0)
        parts.append(signedNumber(u'✕', tally.failed));
    if (tally.missed > 0)
        parts.append(signedNumber(u'□', tally.missed));
    if (parts.isEmpty())
        parts.append(signedNumber(u'…', tally.running + tally.cancelled + tally.unclear));
    return parts.join(u' ');
}

QString tallyWords(const buckets::ExportTally &tally)
{
    QStringList parts;
    const auto add = [&parts](int number, const QString &text) {
        if (number > 0)
            parts.append(text);
    };
    add(tally.succeeded, ExportCalendarModel::tr("%Ln successful", nullptr, tally.succeeded));
    add(tally.failed, ExportCalendarModel::tr("%Ln failed", nullptr, tally.failed));
    add(tally.missed, ExportCalendarModel::tr("%Ln missed", nullptr, tally.missed));
    add(tally.running, ExportCalendarModel::tr("%Ln not finished", nullptr, tally.running));
    add(tally.cancelled, ExportCalendarModel::tr("%Ln cancelled", nullptr, tally.cancelled));
    add(tally.unclear, ExportCalendarModel::tr("%Ln in an unknown state", nullptr, tally.unclear));
    return parts.join(u", "_s);
}

QString monthName(QDate month)
{
    return QLocale().toString(
        month,
        ExportCalendarModel::tr("MMMM yyyy", "a month, as QLocale::toString() takes its format"));
}

/// What is doubtful about the numbers, a sentence a line.
QStringList doubtsOf(const buckets::ExportCalendar &calendar)
{
    if (calendar.jobs == CalendarReading::Partly)
        return {ExportCalendarModel::tr("Some export jobs have not been loaded.")};
    if (!calendar.areMissedKnown)
        return {ExportCalendarModel::tr(
            "Missed exports are not known, because the backup schedule is not.")};
    return {};
}

bool areSameRows(const buckets::ExportCalendars &a, const buckets::ExportCalendars &b)
{
    return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const auto &one, const auto &other) {
                          return one.project.id == other.project.id && one.cluster == other.cluster;
                      });
}

} // namespace

void ExportCalendarModel::setCalendars(const buckets::ExportCalendars &calendars)
{
    const bool isSame = areSameRows(calendars, m_calendars) && calendars.span == m_calendars.span;
    if (!isSame)
        beginResetModel();
    m_calendars = calendars;
    m_sum = calendars.sum();
    if (isSame)
        tellAllChanged();
    else
        endResetModel();
}

int ExportCalendarModel::size() const
{
    const qsizetype clusters = m_calendars.rows.size();
    return clusters == 0 ? 0 : static_cast<int>(clusters) + 1;
}

const buckets::ExportCalendar &ExportCalendarModel::calendarAt(int row) const
{
    return row == 0 ? m_sum : m_calendars.rows[row - 1].calendar;
}

buckets::ExportTally ExportCalendarModel::tallyAt(int row, int column) const
{
    const buckets::ExportCalendar &calendar = calendarAt(row);
    return isMonth(column) ? calendar.months[static_cast<std::size_t>(column - FirstMonthColumn)]
                           : calendar.total();
}

QList<int> ExportCalendarModel::marksAt(int row, int column) const
{
    const QList<buckets::DayMark> &days = calendarAt(row).days;
    QList<int> marks;
    if (days.isEmpty())
        return marks;
    const int month = column - FirstMonthColumn;
    for (int day = m_calendars.span.firstDayOf(month); day < m_calendars.span.firstDayOf(month + 1);
         ++day)
        marks.append(static_cast<int>(days[day]));
    return marks;
}

QString ExportCalendarModel::textOf(int row, int column) const
{
    if (column == ProjectColumn)
        return row == 0 ? tr("All projects") : m_calendars.rows[row - 1].project.name;
    if (column == ClusterColumn)
        return row == 0 ? tr("All clusters") : m_calendars.rows[row - 1].cluster.toString();
    const buckets::ExportTally tally = tallyAt(row, column);
    if (!tally.isEmpty())
        return tallySigns(tally);
    switch (calendarAt(row).jobs) {
    case CalendarReading::NotRead:
        return tr("Not loaded");
    case CalendarReading::Partly:
        return tr("Partly loaded");
    case CalendarReading::Whole:
        return base::nothingToShow();
    }
    Q_UNREACHABLE();
}

QString ExportCalendarModel::toolTipOf(int row, int column) const
{
    if (column < FirstMonthColumn)
        return {};
    const buckets::ExportCalendar &calendar = calendarAt(row);
    if (calendar.jobs == CalendarReading::NotRead)
        return tr("The export jobs have not been loaded.");
    const QString words = tallyWords(tallyAt(row, column));
    QStringList lines;
    if (column == TotalColumn) {
        lines.append(words.isEmpty() ? tr("No exports in these 12 months")
                                     : tr("%1 in 12 months").arg(words));
    } else {
        const QString month = monthName(m_calendars.span.month(column - FirstMonthColumn));
        lines.append(words.isEmpty() ? tr("No exports in %1").arg(month)
                                     : tr("%1 in %2", "numbers, a month").arg(words, month));
    }
    return (lines + doubtsOf(calendar)).join(u'\n');
}

QVariant ExportCalendarModel::valueOf(int row, int column, int role) const
{
    if (role == DayMarksRole && isMonth(column))
        return QVariant::fromValue(marksAt(row, column));
    return {};
}

QVariant ExportCalendarModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.column() >= FirstMonthColumn)
        return toolTipOf(index.row(), index.column());
    return TextTable::data(index, role);
}

QVariant ExportCalendarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == ShortTitleRole && orientation == Qt::Horizontal && isMonth(section))
        return QLocale().toString(m_calendars.span.month(section - FirstMonthColumn).month());
    return TextTable::headerData(section, orientation, role);
}

QString ExportCalendarModel::titleOf(int column) const
{
    switch (column) {
    case ProjectColumn:
        return tr("Project");
    case ClusterColumn:
        return tr("Cluster");
    case TotalColumn:
        return tr("Total");
    default:
        return m_calendars.span.month(column - FirstMonthColumn).toString(u"yyyy-MM");
    }
}

} // namespace models
