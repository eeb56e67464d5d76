// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/numbersort.h"

#include <algorithm>
#include <array>
#include <utility>

namespace buckets {

namespace {

constexpr std::size_t DigitBits = 8;
constexpr std::size_t Digits = sizeof(quint64) * 8 / DigitBits;
constexpr std::size_t DigitValues = std::size_t(1) << DigitBits;

std::size_t digitOf(quint64 number, std::size_t digit)
{
    return number >> (digit * DigitBits) & (DigitValues - 1);
}

} // namespace

/// Deals them out by one digit after the other, the lowest first.
void sortByNumber(std::vector<NumberedRow> &rows)
{
    std::array<std::array<std::size_t, DigitValues>, Digits> counts{};
    for (const NumberedRow &row : rows) {
        for (std::size_t digit = 0; digit < Digits; ++digit)
            ++counts[digit][digitOf(row.number, digit)];
    }
    std::vector<NumberedRow> sorted(rows.size());
    for (std::size_t digit = 0; digit < Digits; ++digit) {
        auto &places = counts[digit];
        if (std::find(places.begin(), places.end(), rows.size()) != places.end())
            continue; // They all have the same one there.
        std::size_t next = 0;
        for (std::size_t &place : places)
            next += std::exchange(place, next);
        for (const NumberedRow &row : rows)
            sorted[places[digitOf(row.number, digit)]++] = row;
        rows.swap(sorted);
    }
}

} // namespace buckets
