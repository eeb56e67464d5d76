// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <cstring>

namespace base {

/// Eight bytes that are looked at together, as one number. Most texts hold nothing special, and to
/// see that byte by byte would take longer than to write them.
class EightBytes
{
public:
    static constexpr qsizetype Size = 8;

    explicit EightBytes(const char *bytes) { std::memcpy(&m_word, bytes, Size); }

    /// Not 0 if any byte is less than `limit`, which is 128 at most.
    quint64 lessThan(quint8 limit) const { return anyLess(m_word, limit); }
    /// Not 0 if any byte is 128 or more.
    quint64 beyondAscii() const { return m_word & EachHighest; }
    /// Not 0 if any byte is this one.
    quint64 equalTo(char byte) const
    {
        return anyLess(m_word ^ (EachOne * static_cast<quint8>(byte)), 1);
    }

private:
    static constexpr quint64 EachOne = 0x0101010101010101;
    static constexpr quint64 EachHighest = 0x8080808080808080;

    static quint64 anyLess(quint64 word, quint8 limit)
    {
        return (word - EachOne * limit) & ~word & EachHighest;
    }

    quint64 m_word = 0;
};

/// Whether a byte of the text, or eight of them, are found by `isIn` and `areIn`.
template<class IsIn, class AreIn>
bool anyByte(QByteArrayView text, IsIn isIn, AreIn areIn)
{
    if (text.size() < EightBytes::Size)
        return std::any_of(text.begin(), text.end(), isIn);
    const char *last = text.end() - EightBytes::Size;
    quint64 found = areIn(EightBytes(last));
    for (const char *at = text.begin(); at < last; at += EightBytes::Size)
        found |= areIn(EightBytes(at));
    return found != 0;
}

constexpr quint8 FirstPrintable = ' ';

/// Whether there is a control character in the text, or one of `Others`.
template<char... Others>
bool hasSpecial(QByteArrayView text)
{
    return anyByte(
        text,
        [](char c) { return static_cast<quint8>(c) < FirstPrintable || ((c == Others) || ...); },
        [](EightBytes bytes) {
            return bytes.lessThan(FirstPrintable) | (bytes.equalTo(Others) | ...);
        });
}

/// Whether the text is printable ASCII without any of `Others`.
template<char... Others>
bool isPlain(QByteArrayView text)
{
    return !anyByte(
        text,
        [](char c) {
            const auto byte = static_cast<quint8>(c);
            return byte < FirstPrintable || byte >= 0x80 || ((c == Others) || ...);
        },
        [](EightBytes bytes) {
            return bytes.lessThan(FirstPrintable) | bytes.beyondAscii()
                | (bytes.equalTo(Others) | ...);
        });
}

} // namespace base
