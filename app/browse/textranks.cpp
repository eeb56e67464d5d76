// SPDX-License-Identifier: Apache-2.0
#include "browse/textranks.h"

#include <algorithm>
#include <utility>

namespace browse {

namespace {

struct Key
{
    quint64 beginning = 0;
    QByteArrayView text;
    TextPool::Index index = TextPool::None;

    friend bool operator<(const Key &left, const Key &right)
    {
        return left.beginning == right.beginning ? left.text < right.text
                                                 : left.beginning < right.beginning;
    }
};

/// Eight bytes from `from` on as a number that compares as they do.
quint64 numberOf(QByteArrayView text, qsizetype from)
{
    quint64 number = 0;
    for (qsizetype i = from; i < from + qsizetype(sizeof(number)); ++i)
        number = number << 8 | (i < text.size() ? static_cast<uchar>(text[i]) : 0U);
    return number;
}

qsizetype commonStart(QByteArrayView left, QByteArrayView right, qsizetype most)
{
    const auto end = left.begin() + std::min({most, left.size(), right.size()});
    return std::mismatch(left.begin(), end, right.begin()).first - left.begin();
}

} // namespace

void TextRanks::rank()
{
    std::vector<Key> keys;
    keys.reserve(m_added.size());
    for (const TextPool::Index index : m_added)
        keys.push_back({0, m_texts.folded(index), index});
    qsizetype common = keys.empty() ? 0 : keys.front().text.size();
    for (const Key &key : keys)
        common = commonStart(keys.front().text, key.text, common);
    for (Key &key : keys)
        key.beginning = numberOf(key.text, common);
    std::sort(keys.begin(), keys.end());

    std::size_t next = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i == 0 || keys[i - 1] < keys[i])
            ++next;
        m_ranks[keys[i].index] = static_cast<quint32>(next - 1);
    }
    m_end = next + 1;
}

} // namespace browse
