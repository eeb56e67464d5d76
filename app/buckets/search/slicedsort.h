// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>
#include <utility>
#include <vector>

namespace buckets {

/// Sorts numbers in small steps, so that nothing else has to wait for the whole. Stable.
class SlicedSort
{
public:
    using IsBefore = std::function<bool(quint32 left, quint32 right)>;

    SlicedSort() = default;
    SlicedSort(std::vector<quint32> numbers, IsBefore isBefore);

    /// Does what takes some thousand comparisons. Returns whether there is more to do.
    bool step();
    /// The numbers; in order once no step is left.
    const std::vector<quint32> &numbers() const { return m_numbers; }

private:
    void sortRun();
    void beginMerging();
    void mergeSome();

    std::vector<quint32> m_numbers;
    std::vector<quint32> m_merged;
    IsBefore m_isBefore;
    /// How long the runs are that are in order; 0 while they are made.
    std::size_t m_width = 0;
    std::size_t m_nextRun = 0;
    // Of the two runs that are being merged.
    std::size_t m_begin = 0;
    std::size_t m_left = 0;
    std::size_t m_right = 0;
};

} // namespace buckets
