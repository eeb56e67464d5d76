// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/duplicateorder.h"

namespace buckets {

namespace {

/// Duplicates first, then what is both, then what is shared alone.
int kindOf(const DuplicateGroup &group)
{
    return (group.isShared() ? 1 : 0) + (group.isDuplicate() ? 0 : 1);
}

} // namespace

bool DuplicateOrder::isBefore(const DuplicateGroup &left, const DuplicateGroup &right) const
{
    if (const auto order = compare(left, right); order != 0)
        return order < 0;
    if (left.count != right.count)
        return left.count > right.count;
    for (const auto text :
         {&DuplicateGroup::name, &DuplicateGroup::provider, &DuplicateGroup::roleId}) {
        if (const auto order = compareTexts(left.*text, right.*text); order != 0)
            return order < 0;
    }
    return left.place < right.place;
}

std::weak_ordering DuplicateOrder::compare(const DuplicateGroup &left,
                                           const DuplicateGroup &right) const
{
    const auto inOrder = [this](std::weak_ordering order) {
        return m_order == Qt::AscendingOrder ? order : 0 <=> order;
    };
    const auto ofTexts = [&](TextPool::Index one, TextPool::Index other) {
        const bool isMissing = one == TextPool::None || other == TextPool::None;
        const std::weak_ordering order = compareTexts(one, other);
        return isMissing ? order : inOrder(order);
    };
    switch (m_column) {
    case DuplicateColumn::Name:
        return ofTexts(left.name, right.name);
    case DuplicateColumn::Provider:
        return ofTexts(left.provider, right.provider);
    case DuplicateColumn::RoleId:
        return ofTexts(left.roleId, right.roleId);
    case DuplicateColumn::Registrations:
        return inOrder(left.count <=> right.count);
    case DuplicateColumn::Unused: {
        const bool isKnown = left.unknown < left.count;
        const bool isOtherKnown = right.unknown < right.count;
        return isKnown && isOtherKnown ? inOrder(left.unused <=> right.unused)
                                       : isOtherKnown <=> isKnown;
    }
    case DuplicateColumn::Projects:
        return inOrder(left.projects <=> right.projects);
    case DuplicateColumn::Kind:
        return inOrder(kindOf(left) <=> kindOf(right));
    case DuplicateColumn::Ids:
        return inOrder(left.registrations->id <=> right.registrations->id);
    }
    Q_UNREACHABLE();
}

/// A text that is missing comes last.
std::weak_ordering DuplicateOrder::compareTexts(TextPool::Index left, TextPool::Index right) const
{
    if (left == right)
        return std::weak_ordering::equivalent;
    if (left == TextPool::None || right == TextPool::None)
        return right <=> left;
    const QByteArrayView one = m_texts.folded(left);
    const QByteArrayView other = m_texts.folded(right);
    if (one == other)
        return std::weak_ordering::equivalent;
    return one < other ? std::weak_ordering::less : std::weak_ordering::greater;
}

} // namespace buckets
