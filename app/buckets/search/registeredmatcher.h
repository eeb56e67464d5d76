// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/localoffsets.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace buckets {

/// Whether the local time of a registration, as localTimeText() puts it, contains a word. Each day
/// and each minute of the day is written out once, not each row.
class RegisteredMatcher
{
public:
    /// `offsets` must outlive this.
    RegisteredMatcher(const QByteArray &word, LocalOffsets &offsets);

    /// Whether any time can have it: it is made of digits, `-`, `:` and up to one space.
    bool isPossible() const { return m_isPossible; }
    /// `time` in seconds since 1970, in UTC.
    bool matches(quint32 time);

private:
    enum class Answer : quint8 { Unknown, No, Yes };

    bool isInDay(std::size_t day);
    Answer answerFor(std::size_t day) const;

    static constexpr int MinutesPerDay = 24 * 60;

    /// Up to the space, if there is one, and from there on.
    QByteArray m_dayPart;
    QByteArray m_minutePart;
    /// Whether the word goes from the date on into the time of day.
    bool m_hasSpace;
    LocalOffsets &m_offsets;
    bool m_isPossible;
    std::array<bool, MinutesPerDay> m_minutes{};
    /// By day since 1970.
    std::vector<Answer> m_days;
};

} // namespace buckets
