// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/localoffsets.h"

#include <QDateTime>
#include <QTimeZone>

#include <limits>
#include <utility>

namespace buckets {

namespace {

constexpr qint64 SecondsPerDay = 86'400;
/// Since 1970, no clock in the tz database (2025b) is changed and changed back in less than 7 days:
/// where it is the same at the beginning and at the end of this, it is so all the while.
constexpr qint64 SpanSeconds = 4 * SecondsPerDay;
/// The clock was changed in that span.
constexpr int Changing = std::numeric_limits<int>::max();
constexpr int Unknown = std::numeric_limits<int>::min();

int askQt(qint64 time)
{
    return QDateTime::fromSecsSinceEpoch(time).offsetFromUtc();
}

/// A zone has one name, mostly; what the clock says in a winter and a summer goes with it for those
/// that have none.
QByteArray zoneNow()
{
    constexpr qint64 Winter = 1'705'320'000; // 2024-01-15T12:00:00Z
    constexpr qint64 Summer = 1'721'044'800; // 2024-07-15T12:00:00Z
    return QTimeZone::systemTimeZoneId() + ' ' + QByteArray::number(askQt(Winter)) + ' '
        + QByteArray::number(askQt(Summer));
}

int offsetOfSpan(qint64 span)
{
    const int atFirst = askQt(span * SpanSeconds);
    return atFirst == askQt((span + 1) * SpanSeconds - 1) ? atFirst : Changing;
}

} // namespace

void LocalOffsets::noticeZone()
{
    QByteArray zone = zoneNow();
    if (zone == m_zone)
        return;
    m_zone = std::move(zone);
    m_offsets.clear();
}

int LocalOffsets::at(quint32 time)
{
    const auto span = static_cast<std::size_t>(time / SpanSeconds);
    if (span >= m_offsets.size())
        m_offsets.resize(span + 1, Unknown);
    if (m_offsets[span] == Unknown)
        m_offsets[span] = offsetOfSpan(static_cast<qint64>(span));
    return m_offsets[span] == Changing ? askQt(time) : m_offsets[span];
}

} // namespace buckets
