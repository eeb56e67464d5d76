// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketorder.h"

#include "browse/bucketcell.h"
#include "browse/buckettablemodel.h"
#include "browse/textranks.h"

#include <algorithm>

namespace browse {

namespace {

constexpr int NoValue = -1;

/// Of the columns with few values; the greater the later.
int smallValue(const BucketTableModel &model, int row, BucketColumn column)
{
    if (column == BucketColumn::PrivateNetworking) {
        const auto answer = model.rows().privateNetworking(row);
        return answer ? static_cast<int>(*answer) : NoValue;
    }
    const QVariant value = model.index(row, static_cast<int>(column)).data(BucketTableModel::ValueRole);
    return value.isValid() ? value.toInt() : NoValue;
}

QDateTime lastExport(const BucketTableModel &model, int row)
{
    return model.index(row, static_cast<int>(BucketColumn::LastExport))
        .data(BucketTableModel::ValueRole)
        .toDateTime();
}

template<class T>
std::weak_ordering compareOptional(bool hasLeft, bool hasRight, const T &left, const T &right,
                                   Qt::SortOrder order)
{
    if (!hasLeft || !hasRight)
        return hasRight <=> hasLeft;
    if (left == right)
        return std::weak_ordering::equivalent;
    return (left < right) == (order == Qt::AscendingOrder) ? std::weak_ordering::less
                                                           : std::weak_ordering::greater;
}

} // namespace

bool BucketOrder::isBefore(int left, int right) const
{
    const std::weak_ordering order = compare(left, right);
    return order == std::weak_ordering::equivalent ? left < right : order < 0;
}

void BucketOrder::sort(std::vector<int> &rows) const
{
    if (isByText())
        sortByText(rows);
    else if (isById())
        sortById(rows);
    else
        std::sort(rows.begin(), rows.end(),
                  [this](int left, int right) { return isBefore(left, right); });
}

std::weak_ordering BucketOrder::compare(int left, int right) const
{
    if (isByText())
        return compareTexts(textOf(left), textOf(right));
    if (isById())
        return compareOptional(true, true, idOf(left), idOf(right), m_order);
    if (m_column == BucketColumn::LastExport) {
        const QDateTime leftTime = lastExport(m_model, left);
        const QDateTime rightTime = lastExport(m_model, right);
        return compareOptional(leftTime.isValid(), rightTime.isValid(), leftTime, rightTime,
                               m_order);
    }
    const int leftValue = smallValue(m_model, left, m_column);
    const int rightValue = smallValue(m_model, right, m_column);
    return compareOptional(leftValue != NoValue, rightValue != NoValue, leftValue, rightValue,
                           m_order);
}

std::weak_ordering BucketOrder::compareTexts(quint32 left, quint32 right) const
{
    if (left == right)
        return std::weak_ordering::equivalent;
    const TextPool &texts = m_model.rows().texts();
    return compareOptional(left != TextPool::None, right != TextPool::None, texts.folded(left),
                           texts.folded(right), m_order);
}

quint32 BucketOrder::textOf(int row) const
{
    const BucketRows &rows = m_model.rows();
    const auto text = BucketCell::textOf(m_column);
    return text ? rows.textIndex(row, *text) : rows.projectNameIndex(row);
}

bool BucketOrder::isByText() const
{
    return m_column == BucketColumn::Project || BucketCell::textOf(m_column);
}

bool BucketOrder::isById() const
{
    return m_column == BucketColumn::Id || m_column == BucketColumn::Registered;
}

/// The registration time is the beginning of the ID.
BucketOrder::IdBytes BucketOrder::idOf(int row) const
{
    constexpr int TimeSize = 4;
    IdBytes bytes = m_model.idAt(row).objectId().bytes();
    if (m_column == BucketColumn::Registered)
        std::fill(bytes.begin() + TimeSize, bytes.end(), quint8(0));
    return bytes;
}

/// Each text is compared once, however many rows have it; the rows are then dealt out by its rank.
void BucketOrder::sortByText(std::vector<int> &rows) const
{
    TextRanks ranks(m_model.rows().texts());
    for (const int row : rows)
        ranks.add(textOf(row));
    ranks.rank();

    const std::size_t end = ranks.end();
    const bool isAscending = m_order == Qt::AscendingOrder;
    const auto placeOf = [&](int row) -> std::size_t {
        const std::size_t rank = ranks.of(textOf(row));
        return isAscending || rank + 1 == end ? rank : end - 2 - rank;
    };
    std::vector<std::size_t> firsts(end + 1);
    for (const int row : rows)
        ++firsts[placeOf(row) + 1];
    for (std::size_t place = 1; place <= end; ++place)
        firsts[place] += firsts[place - 1];
    std::vector<int> sorted(rows.size());
    for (const int row : rows)
        sorted[firsts[placeOf(row)]++] = row;
    rows = std::move(sorted);
}

void BucketOrder::sortById(std::vector<int> &rows) const
{
    std::vector<std::pair<IdBytes, int>> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.emplace_back(idOf(row), row);
    const bool isAscending = m_order == Qt::AscendingOrder;
    std::sort(keys.begin(), keys.end(), [isAscending](const auto &left, const auto &right) {
        if (left.first == right.first)
            return left.second < right.second;
        return (left.first < right.first) == isAscending;
    });
    std::transform(keys.begin(), keys.end(), rows.begin(),
                   [](const auto &key) { return key.second; });
}

} // namespace browse
