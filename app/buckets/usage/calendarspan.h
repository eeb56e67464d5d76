// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <array>
#include <optional>

namespace buckets {

/// The days of a calendar of exports: this month until today and the eleven months before, by UTC,
/// as Atlas tells times. A value; any thread.
class CalendarSpan
{
public:
    static constexpr int Months = 12;

    /// `now` is in UTC.
    explicit CalendarSpan(const QDateTime &now = QDateTime::currentDateTimeUtc());

    /// How many days there are, today among them; 366 at most.
    int days() const { return m_monthStarts[Months]; }
    /// The first day of a month, in [0, Months), the oldest first.
    QDate month(int index) const { return m_first.addMonths(index); }
    /// Which day a month begins with; of index `Months`, where the days end.
    int firstDayOf(int month) const { return m_monthStarts[static_cast<std::size_t>(month)]; }
    /// In which month a day is that is in [0, days()).
    int monthOf(int day) const;
    /// Which day a time in UTC is in; nothing if it is in none.
    std::optional<int> dayOf(const QDateTime &time) const;
    /// When the first day begins. UTC.
    QDateTime begin() const;
    /// The moment that it was made for. UTC.
    const QDateTime &now() const { return m_now; }

    friend bool operator==(const CalendarSpan &a, const CalendarSpan &b)
    {
        return a.m_first == b.m_first && a.m_monthStarts == b.m_monthStarts;
    }

private:
    QDateTime m_now;
    QDate m_first;
    qint64 m_begin = 0;
    std::array<int, Months + 1> m_monthStarts{};
};

} // namespace buckets
