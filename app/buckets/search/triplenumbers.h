// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/chunkedlist.h"

#include <QtGlobal>

#include <array>
#include <cstdlib>
#include <memory>

namespace buckets {

/// Numbers triples of numbers in the order in which they come, each once.
class TripleNumbers
{
public:
    using Triple = std::array<quint32, 3>;

    /// Takes up to `most` different triples: there is no growing, which would take long at once.
    explicit TripleNumbers(std::size_t most = 0);

    /// Numbers begin at 0, without gaps.
    quint32 numberOf(const Triple &triple);
    /// How many triples have a number.
    std::size_t size() const { return m_triples.size(); }
    /// `number` must be below size().
    const Triple &operator[](std::size_t number) const { return m_triples[number]; }

private:
    struct FreeTable
    {
        void operator()(quint32 *table) const { std::free(table); }
    };

    ChunkedList<Triple> m_triples;
    /// Open addressing: a number plus one, 0 where nothing is. Its size is a power of two.
    std::unique_ptr<quint32[], FreeTable> m_table;
    std::size_t m_mask = 0;
};

} // namespace buckets
