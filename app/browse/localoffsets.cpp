// SPDX-License-Identifier: Apache-2.0
#include "browse/localoffsets.h"

#include <QDateTime>

#include <limits>

namespace browse {

namespace {

constexpr qint64 SecondsPerDay = 86'400;
/// The clock was changed on that day.
constexpr int Changing = std::numeric_limits<int>::max();

int askQt(qint64 time)
{
    return QDateTime::fromSecsSinceEpoch(time).offsetFromUtc();
}

int offsetOfDay(qint64 day)
{
    const int atFirst = askQt(day * SecondsPerDay);
    return atFirst == askQt((day + 1) * SecondsPerDay - 1) ? atFirst : Changing;
}

} // namespace

int LocalOffsets::at(qint64 time)
{
    const qint64 day = time / SecondsPerDay;
    auto found = m_offsets.find(day);
    if (found == m_offsets.end())
        found = m_offsets.emplace(day, offsetOfDay(day)).first;
    return found->second == Changing ? askQt(time) : found->second;
}

} // namespace browse
