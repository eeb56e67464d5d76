// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/registeredmatcher.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace buckets {

namespace {

constexpr int SecondsPerMinute = 60;
constexpr int MinutesPerHour = 60;

bool canBeInTime(const QByteArray &word)
{
    return word.count(' ') <= 1 && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= '0' && c <= '9') || c == '-' || c == ':' || c == ' ';
           });
}

/// As `HH:mm`; Qt's own takes a millisecond for all the minutes of a day.
QByteArray timeText(int minute)
{
    const auto digit = [](int number) {
        return static_cast<char>('0' + number % 10);
    };
    const int hour = minute / MinutesPerHour;
    const int rest = minute % MinutesPerHour;
    const std::array text{digit(hour / 10), digit(hour), ':', digit(rest / 10), digit(rest)};
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

RegisteredMatcher::RegisteredMatcher(const QByteArray &word, LocalOffsets &offsets)
    : m_dayPart(word), m_minutePart(word), m_hasSpace(word.contains(' ')), m_offsets(offsets),
      m_isPossible(canBeInTime(word))
{
    if (m_hasSpace) {
        const qsizetype space = word.indexOf(' ');
        m_dayPart = word.first(space);
        m_minutePart = word.sliced(space + 1);
    }
    for (int minute = 0; m_isPossible && minute < MinutesPerDay; ++minute) {
        const QByteArray text = timeText(minute);
        m_minutes[static_cast<std::size_t>(minute)] =
            m_hasSpace ? text.startsWith(m_minutePart) : text.contains(m_minutePart);
    }
}

bool RegisteredMatcher::matches(quint32 time)
{
    constexpr qint64 Day = qint64(MinutesPerDay) * SecondsPerMinute;
    // Shifted by a day, so that no time zone makes it negative.
    const qint64 local = qint64(time) + m_offsets.at(time) + Day;
    const bool isInMinute = m_minutes[static_cast<std::size_t>(local % Day / SecondsPerMinute)];
    if (isInMinute != m_hasSpace)
        return isInMinute;
    return isInDay(static_cast<std::size_t>(local / Day));
}

/// `day` is counted from the last of 1969.
bool RegisteredMatcher::isInDay(std::size_t day)
{
    if (day >= m_days.size())
        m_days.resize(day + 1, Answer::Unknown);
    if (m_days[day] == Answer::Unknown)
        m_days[day] = answerFor(day);
    return m_days[day] == Answer::Yes;
}

RegisteredMatcher::Answer RegisteredMatcher::answerFor(std::size_t day) const
{
    const QByteArray text =
        QDate(1969, 12, 31).addDays(static_cast<qint64>(day)).toString(Qt::ISODate).toLatin1();
    const bool isIn = m_hasSpace ? text.endsWith(m_dayPart) : text.contains(m_dayPart);
    return isIn ? Answer::Yes : Answer::No;
}

} // namespace buckets
