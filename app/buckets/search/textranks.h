// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/textpool.h"

#include <vector>

namespace buckets {

/// The places of some texts of a pool in their order, upper and lower case alike. They are compared
/// as numbers of sixteen bytes, and as texts only where that does not tell.
class TextRanks
{
public:
    /// `texts` must outlive this.
    explicit TextRanks(const TextPool &texts) : m_texts(texts), m_ranks(texts.end(), Unknown) { }

    /// Takes a text in; TextPool::None is in anyway.
    void add(TextPool::Index text)
    {
        if (text != TextPool::None && m_ranks[text] == Unknown) {
            m_ranks[text] = 0;
            m_added.push_back(text);
        }
    }
    /// Puts those that were added in order.
    void rank();

    /// In [0, end()); the same for texts that differ in nothing but their case, and the last for
    /// TextPool::None. `text` must have been added before rank().
    std::size_t of(TextPool::Index text) const
    {
        return text == TextPool::None ? m_end - 1 : m_ranks[text];
    }
    std::size_t end() const { return m_end; }

private:
    static constexpr quint32 Unknown = ~quint32(0);

    const TextPool &m_texts;
    std::vector<quint32> m_ranks;
    std::vector<TextPool::Index> m_added;
    std::size_t m_end = 0;
};

} // namespace buckets
