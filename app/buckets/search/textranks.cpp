// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/textranks.h"

#include <QtEndian>

#include <algorithm>
#include <compare>
#include <cstddef>

namespace buckets {

namespace {

/// Some bytes of a text, as numbers that compare as they do.
struct Part
{
    quint64 first = 0;
    quint64 second = 0;

    friend auto operator<=>(const Part &, const Part &) = default;
};

/// A text, in half a cache line.
class Key
{
public:
    Key(QByteArrayView text, TextPool::Index index)
        : m_begin(text.data()), m_size(static_cast<quint32>(text.size())), m_index(index)
    { }

    QByteArrayView text() const { return {m_begin, static_cast<qsizetype>(m_size)}; }
    TextPool::Index index() const { return m_index; }

    Part part;

private:
    const char *m_begin;
    quint32 m_size;
    TextPool::Index m_index;
};

using KeyIterator = std::vector<Key>::iterator;

constexpr qsizetype NumberSize = sizeof(quint64);
constexpr qsizetype PartSize = 2 * NumberSize;
/// Texts that have more parts in common than this are compared as they are.
constexpr int MostParts = 4;
/// Fewer are compared as they are.
constexpr std::ptrdiff_t FewKeys = 8;

/// The bytes from `from` on; NULs behind the end of the text.
quint64 numberOf(QByteArrayView text, qsizetype from)
{
    if (from + NumberSize <= text.size())
        return qFromBigEndian<quint64>(text.data() + from);
    quint64 number = 0;
    for (qsizetype i = from; i < from + NumberSize; ++i)
        number = number << 8 | (i < text.size() ? static_cast<uchar>(text[i]) : 0U);
    return number;
}

Part partOf(QByteArrayView text, qsizetype from)
{
    return {numberOf(text, from), numberOf(text, from + NumberSize)};
}

qsizetype commonStart(QByteArrayView left, QByteArrayView right, qsizetype most)
{
    const auto end = left.begin() + std::min({most, left.size(), right.size()});
    return std::mismatch(left.begin(), end, right.begin()).first - left.begin();
}

void sortAsTexts(KeyIterator begin, KeyIterator end)
{
    std::sort(begin, end,
              [](const Key &left, const Key &right) { return left.text() < right.text(); });
}

/// Sorts by one part of the texts after the other: each part is fetched from the texts once, which
/// lie anywhere in memory. All the texts are alike before `from`.
void sortByParts(KeyIterator begin, KeyIterator end, qsizetype from, int parts)
{
    if (end - begin < FewKeys || parts == 0)
        return sortAsTexts(begin, end);
    std::for_each(begin, end, [from](Key &key) { key.part = partOf(key.text(), from); });
    std::sort(begin, end, [](const Key &left, const Key &right) { return left.part < right.part; });
    while (begin != end) {
        const auto same = std::find_if(
            begin, end, [part = begin->part](const Key &key) { return key.part != part; });
        if (same - begin > 1)
            sortByParts(begin, same, from + PartSize, parts - 1);
        begin = same;
    }
}

} // namespace

void TextRanks::rank()
{
    std::vector<Key> keys;
    keys.reserve(m_added.size());
    for (const TextPool::Index index : m_added)
        keys.emplace_back(m_texts.folded(index), index);
    qsizetype common = keys.empty() ? 0 : keys.front().text().size();
    for (const Key &key : keys)
        common = commonStart(keys.front().text(), key.text(), common);
    sortByParts(keys.begin(), keys.end(), common, MostParts);

    std::size_t next = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        // Each text is in the pool once, the folded ones, too.
        if (i == 0 || keys[i - 1].text().data() != keys[i].text().data())
            ++next;
        m_ranks[keys[i].index()] = static_cast<quint32>(next - 1);
    }
    m_end = next + 1;
}

} // namespace buckets
