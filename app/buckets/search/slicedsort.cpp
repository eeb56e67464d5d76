// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/slicedsort.h"

#include <algorithm>

namespace buckets {

namespace {

constexpr std::size_t RunSize = 256;
constexpr std::size_t MergedPerStep = 1024;

} // namespace

SlicedSort::SlicedSort(std::vector<quint32> numbers, IsBefore isBefore)
    : m_numbers(std::move(numbers)), m_isBefore(std::move(isBefore))
{
    m_merged.reserve(m_numbers.size());
}

bool SlicedSort::step()
{
    if (m_width == 0)
        sortRun();
    else
        mergeSome();
    return m_width == 0 || m_width < m_numbers.size();
}

void SlicedSort::sortRun()
{
    const std::size_t end = std::min(m_nextRun + RunSize, m_numbers.size());
    const auto at = [this](std::size_t i) {
        return m_numbers.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::stable_sort(at(m_nextRun), at(end), m_isBefore);
    m_nextRun = end;
    if (m_nextRun == m_numbers.size()) {
        m_width = RunSize;
        beginMerging();
    }
}

void SlicedSort::beginMerging()
{
    m_merged.clear();
    m_begin = 0;
    m_left = 0;
    m_right = std::min(m_width, m_numbers.size());
}

void SlicedSort::mergeSome()
{
    const std::size_t size = m_numbers.size();
    const std::size_t enough = std::min(m_merged.size() + MergedPerStep, size);
    while (m_merged.size() < enough) {
        const std::size_t middle = std::min(m_begin + m_width, size);
        const std::size_t end = std::min(middle + m_width, size);
        if (m_left == middle && m_right == end) {
            m_begin = end;
            m_left = end;
            m_right = std::min(end + m_width, size);
        } else if (m_left == middle
                   || (m_right < end && m_isBefore(m_numbers[m_right], m_numbers[m_left]))) {
            m_merged.push_back(m_numbers[m_right++]);
        } else {
            m_merged.push_back(m_numbers[m_left++]);
        }
    }
    if (m_merged.size() == size) {
        m_numbers.swap(m_merged);
        m_width *= 2;
        beginMerging();
    }
}

} // namespace buckets
