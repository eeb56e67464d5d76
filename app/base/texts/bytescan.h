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

/// Whether there is a control character in the text, or one of `Others`.
template<char... Others>
bool hasSpecial(QByteArrayView text)
{
    constexpr quint8 FirstPrintable = ' ';
    if (text.size() < EightBytes::Size) {
        return std::any_of(text.begin(), text.end(), [](char c) {
            return static_cast<quint8>(c) < FirstPrintable || ((c == Others) || ...);
        });
    }
    const auto specialsAt = [](const char *at) {
        const EightBytes bytes(at);
        return bytes.lessThan(FirstPrintable) | (bytes.equalTo(Others) | ...);
    };
    const char *last = text.end() - EightBytes::Size;
    quint64 found = specialsAt(last);
    for (const char *at = text.begin(); at < last; at += EightBytes::Size)
        found |= specialsAt(at);
    return found != 0;
}

inline bool isAscii(QByteArrayView text)
{
    const char *at = text.begin();
    quint64 found = 0;
    for (; text.end() - at >= EightBytes::Size; at += EightBytes::Size)
        found |= EightBytes(at).beyondAscii();
    return found == 0
        && std::all_of(at, text.end(), [](char c) { return static_cast<quint8>(c) < 0x80; });
}

} // namespace base
