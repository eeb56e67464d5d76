// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/triplenumbers.h"

#include <bit>
#include <cstdlib>

namespace buckets {

namespace {

/// The numbers are small and close to each other: their bits have to be spread.
std::size_t spread(const TripleNumbers::Triple &triple)
{
    constexpr quint64 Factor = 0x9e3779b97f4a7c15ULL; // 2^64 over the golden ratio
    quint64 hash = 0;
    for (const quint32 part : triple)
        hash = (std::rotl(hash, 5) ^ part) * Factor;
    return static_cast<std::size_t>(hash ^ hash >> 32);
}

/// No more than half of it is ever in use.
std::size_t tableSize(std::size_t most)
{
    return std::bit_ceil(2 * most + 1);
}

} // namespace

/// Zeros from calloc() are made when they are looked at, and not all at once.
TripleNumbers::TripleNumbers(std::size_t most)
    : m_table(static_cast<quint32 *>(std::calloc(tableSize(most), sizeof(quint32)))),
      m_mask(tableSize(most) - 1)
{
    Q_CHECK_PTR(m_table.get());
}

quint32 TripleNumbers::numberOf(const Triple &triple)
{
    std::size_t place = spread(triple) & m_mask;
    for (; m_table[place] != 0; place = (place + 1) & m_mask) {
        const quint32 number = m_table[place] - 1;
        if (m_triples[number] == triple)
            return number;
    }
    const auto number = static_cast<quint32>(m_triples.size());
    m_triples.append(triple);
    m_table[place] = number + 1;
    return number;
}

} // namespace buckets
