// SPDX-License-Identifier: Apache-2.0
#include "browse/registeredmatcher.h"

#include <QDate>
#include <QTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

constexpr int SecondsPerMinute = 60;

bool canBeInTime(const QByteArray &word)
{
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == ':'; });
}

} // namespace

RegisteredMatcher::RegisteredMatcher(const QByteArray &word, LocalOffsets &offsets)
    : m_word(word), m_offsets(offsets), m_isPossible(canBeInTime(word))
{
    for (int minute = 0; m_isPossible && minute < MinutesPerDay; ++minute) {
        const QTime time(minute / 60, minute % 60);
        m_minutes[static_cast<std::size_t>(minute)] =
            time.toString(u"HH:mm"_s).toLatin1().contains(m_word);
    }
}

bool RegisteredMatcher::matches(quint32 time)
{
    constexpr qint64 SecondsPerDay = qint64(MinutesPerDay) * SecondsPerMinute;
    // Shifted by a day, so that no time zone makes it negative.
    const qint64 local = qint64(time) + m_offsets.at(time) + SecondsPerDay;
    const auto minute = static_cast<std::size_t>(local % SecondsPerDay / SecondsPerMinute);
    return m_minutes[minute] || isInDay(local / SecondsPerDay - 1);
}

bool RegisteredMatcher::isInDay(qint64 day)
{
    const auto known = m_days.find(day);
    if (known != m_days.end())
        return known->second;
    const QString text = QDate(1970, 1, 1).addDays(day).toString(u"yyyy-MM-dd"_s);
    return m_days.emplace(day, text.toLatin1().contains(m_word)).first->second;
}

} // namespace browse
