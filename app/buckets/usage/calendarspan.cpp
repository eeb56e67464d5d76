// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/calendarspan.h"

#include "atlas/values/utc.h"

#include <algorithm>

namespace buckets {

namespace {

constexpr qint64 MillisecondsOfDay = 24LL * 60 * 60 * 1000;

} // namespace

CalendarSpan::CalendarSpan(const QDateTime &now) : m_now(now.toUTC())
{
    const QDate today = m_now.date();
    m_first = QDate(today.year(), today.month(), 1).addMonths(1 - Months);
    m_begin = begin().toMSecsSinceEpoch();
    for (int month = 0; month < Months; ++month) {
        m_monthStarts[static_cast<std::size_t>(month)] =
            static_cast<int>(m_first.daysTo(m_first.addMonths(month)));
    }
    m_monthStarts[Months] = static_cast<int>(m_first.daysTo(today)) + 1;
}

int CalendarSpan::monthOf(int day) const
{
    const auto next = std::upper_bound(m_monthStarts.begin(), m_monthStarts.end(), day);
    return static_cast<int>(next - m_monthStarts.begin()) - 1;
}

/// Without a calendar: there may be a million jobs.
std::optional<int> CalendarSpan::dayOf(const QDateTime &time) const
{
    const qint64 since = time.toMSecsSinceEpoch() - m_begin;
    if (since < 0 || since >= days() * MillisecondsOfDay)
        return std::nullopt;
    return static_cast<int>(since / MillisecondsOfDay);
}

QDateTime CalendarSpan::begin() const
{
    return {m_first, QTime(0, 0), atlas::Utc};
}

} // namespace buckets
