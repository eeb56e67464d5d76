// SPDX-License-Identifier: Apache-2.0
#include "browse/localoffsets.h"

#include <QDateTime>

#include <limits>

namespace browse {

namespace {

constexpr int SecondsPerDay = 86'400;
/// The clock was changed on that day.
constexpr int Changing = std::numeric_limits<int>::max();
constexpr int Unknown = std::numeric_limits<int>::min();

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

int LocalOffsets::at(quint32 time)
{
    const std::size_t day = time / SecondsPerDay;
    if (day >= m_offsets.size())
        m_offsets.resize(day + 1, Unknown);
    if (m_offsets[day] == Unknown)
        m_offsets[day] = offsetOfDay(static_cast<qint64>(day));
    return m_offsets[day] == Changing ? askQt(time) : m_offsets[day];
}

} // namespace browse
