// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/localoffsets.h"

#include <QByteArray>

#include <array>
#include <unordered_map>

namespace browse {

/// Whether the local time of a registration, as localTimeText() puts it, has a word in its date or
/// in its time of day. Each day and each minute of the day is written out once, not each row.
class RegisteredMatcher
{
public:
    /// `offsets` must outlive this.
    RegisteredMatcher(const QByteArray &word, LocalOffsets &offsets);

    /// Whether any time can have it: it is made of digits, `-` and `:`.
    bool isPossible() const { return m_isPossible; }
    /// `time` in seconds since 1970, in UTC.
    bool matches(quint32 time);

private:
    bool isInDay(qint64 day);

    static constexpr int MinutesPerDay = 24 * 60;

    QByteArray m_word;
    LocalOffsets &m_offsets;
    bool m_isPossible;
    std::array<bool, MinutesPerDay> m_minutes{};
    std::unordered_map<qint64, bool> m_days;
};

} // namespace browse
