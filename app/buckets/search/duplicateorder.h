// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/duplicatecolumn.h"
#include "buckets/search/duplicategroups.h"

#include <Qt>

#include <compare>

namespace buckets {

/// How buckets that are registered more than once are sorted by a column: those without a value
/// last, those with the same value by their count, most first, and then by their texts.
class DuplicateOrder
{
public:
    /// `texts` must outlive this.
    DuplicateOrder(const TextPool &texts, DuplicateColumn column, Qt::SortOrder order)
        : m_texts(texts), m_column(column), m_order(order)
    { }

    bool isBefore(const DuplicateGroup &left, const DuplicateGroup &right) const;

private:
    std::weak_ordering compare(const DuplicateGroup &left, const DuplicateGroup &right) const;
    std::weak_ordering compareTexts(TextPool::Index left, TextPool::Index right) const;

    const TextPool &m_texts;
    DuplicateColumn m_column;
    Qt::SortOrder m_order;
};

} // namespace buckets
