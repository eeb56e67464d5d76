// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"
#include "atlas/values/fieldvalues.h"
#include "buckets/rows/textpool.h"

#include <Qt>

#include <compare>
#include <optional>
#include <vector>

namespace buckets {

class BucketRows;
class BucketsInUse;

/// The order of a table's rows by one of its columns. Rows that are alike in it keep their order;
/// rows without a value come last, and exports that fail first, whichever way it goes. Texts go by
/// their characters, upper and lower case alike.
class BucketOrder
{
public:
    /// `rows` and `use` must outlive this.
    BucketOrder(const BucketRows &rows, const BucketsInUse &use, atlas::BucketField column,
                Qt::SortOrder order)
        : m_rows(rows), m_use(use), m_column(column), m_place(atlas::placeOf(column)),
          m_order(order)
    { }

    /// Whether row `left` comes before row `right`; never so for a row and itself.
    bool isBefore(int left, int right) const;

    /// Puts rows in order that ascend.
    void sort(std::vector<int> &rows) const;
    /// Puts more rows, which are in order, among rows that are in order.
    void merge(std::vector<int> &rows, const std::vector<int> &more) const;

private:
    std::weak_ordering compare(int left, int right) const;
    std::weak_ordering compareTexts(TextPool::Index left, TextPool::Index right) const;
    TextPool::Index textOf(int row) const;
    std::optional<quint64> ascendingNumber(int row) const;
    quint64 numberOf(int row) const;
    quint64 lastExportNumber(int row) const;
    quint64 lastNumberOf(int row) const;
    bool isByText() const;
    void sortByText(std::vector<int> &rows) const;
    void sortByNumbers(std::vector<int> &rows) const;

    const BucketRows &m_rows;
    const BucketsInUse &m_use;
    atlas::BucketField m_column;
    std::size_t m_place;
    Qt::SortOrder m_order;
};

} // namespace buckets
