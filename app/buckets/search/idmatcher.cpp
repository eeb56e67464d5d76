// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/idmatcher.h"

#include <QtEndian>

#include <algorithm>

namespace buckets {

namespace {

constexpr qsizetype DigitsOfId = 24;
constexpr qsizetype DigitsOfHalf = 16;
/// Up to here a word lies within the first or within the last sixteen digits, wherever it is.
constexpr qsizetype MostDigitsOfNumber = 8;

bool canBeInId(const QByteArray &word)
{
    return !word.isEmpty() && word.size() <= DigitsOfId
        && std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isIn(quint64 digits, quint64 value, quint64 mask, int places)
{
    for (int place = 0; place < places; ++place) {
        if (((digits >> (4 * place)) & mask) == value)
            return true;
    }
    return false;
}

} // namespace

IdMatcher::IdMatcher(const QByteArray &word) : m_word(word), m_isPossible(canBeInId(word))
{
    if (!m_isPossible)
        return;
    const QByteArray beginning = word.first(std::min(word.size(), MostDigitsOfNumber));
    m_value = beginning.toULongLong(nullptr, 16);
    m_mask = (quint64(1) << (4 * beginning.size())) - 1;
    m_places = static_cast<int>(DigitsOfHalf - beginning.size()) + 1;
}

bool IdMatcher::matches(const atlas::ObjectId &id) const
{
    const quint8 *bytes = id.bytes().data();
    const auto first = qFromBigEndian<quint64>(bytes);
    const auto last = qFromBigEndian<quint64>(bytes + 4);
    if (!isIn(first, m_value, m_mask, m_places) && !isIn(last, m_value, m_mask, m_places))
        return false;
    return m_word.size() <= MostDigitsOfNumber || id.toHex().toLatin1().contains(m_word);
}

} // namespace buckets
