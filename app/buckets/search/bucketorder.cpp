// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketorder.h"

#include "buckets/fields/bucketcell.h"
#include "buckets/rows/bucketrows.h"
#include "buckets/search/numbersort.h"
#include "buckets/search/textranks.h"
#include "buckets/usage/bucketsinuse.h"

#include <QDateTime>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

namespace buckets {

namespace {

/// The greatest, so that rows without a value come last.
constexpr quint64 NoNumber = std::numeric_limits<quint64>::max();

quint64 upwards(qint64 value)
{
    return static_cast<quint64>(value) ^ (quint64(1) << 63);
}

const quint8 *idBytes(const BucketRows &rows, int row)
{
    return rows.idAt(row).objectId().bytes().data();
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
    else
        sortByNumbers(rows);
}

/// Looks for the place of each: they are few.
void BucketOrder::merge(std::vector<int> &rows, const std::vector<int> &more) const
{
    std::vector<int> merged;
    merged.reserve(rows.size() + more.size());
    auto from = rows.cbegin();
    for (const int row : more) {
        const auto place = std::upper_bound(
            from, rows.cend(), row, [this](int left, int right) { return isBefore(left, right); });
        merged.insert(merged.end(), from, place);
        merged.push_back(row);
        from = place;
    }
    merged.insert(merged.end(), from, rows.cend());
    rows = std::move(merged);
}

std::weak_ordering BucketOrder::compare(int left, int right) const
{
    if (isByText())
        return compareTexts(textOf(left), textOf(right));
    const std::weak_ordering order = numberOf(left) <=> numberOf(right);
    return order == std::weak_ordering::equivalent && m_column == atlas::BucketField::Id
        ? lastNumberOf(left) <=> lastNumberOf(right)
        : order;
}

std::weak_ordering BucketOrder::compareTexts(TextPool::Index left, TextPool::Index right) const
{
    if (left == TextPool::None || right == TextPool::None)
        return (left == TextPool::None) <=> (right == TextPool::None);
    const TextPool &texts = m_rows.texts();
    const QByteArrayView leftText = texts.folded(left);
    const QByteArrayView rightText = texts.folded(right);
    if (left == right || leftText == rightText)
        return std::weak_ordering::equivalent;
    return (leftText < rightText) == (m_order == Qt::AscendingOrder) ? std::weak_ordering::less
                                                                     : std::weak_ordering::greater;
}

TextPool::Index BucketOrder::textOf(int row) const
{
    return m_column == atlas::BucketField::Project ? m_rows.projectNameIndex(row)
                                                   : m_rows.packed(row).texts.all()[m_place];
}

/// The greater the later, if they ascend; nothing for rows without a value.
std::optional<quint64> BucketOrder::ascendingNumber(int row) const
{
    if (atlas::infoOf(m_column).source == atlas::FieldSource::Flag) {
        const auto answer = m_rows.flag(row, m_column);
        return answer ? std::optional<quint64>(*answer ? 1 : 0) : std::nullopt;
    }
    if (m_column == atlas::BucketField::UsedBy) {
        const auto users = m_use.userCount(m_rows.projectAt(row), m_rows.idAt(row));
        return users ? std::optional<quint64>(upwards(*users)) : std::nullopt;
    }
    // Registered: the beginning of the ID.
    return qFromBigEndian<quint32>(idBytes(m_rows, row));
}

/// The greater the later.
quint64 BucketOrder::numberOf(int row) const
{
    if (m_column == atlas::BucketField::Id) {
        const auto first = qFromBigEndian<quint64>(idBytes(m_rows, row));
        return m_order == Qt::AscendingOrder ? first : ~first;
    }
    if (m_column == atlas::BucketField::LastExport)
        return lastExportNumber(row);
    const auto ascending = ascendingNumber(row);
    if (!ascending)
        return NoNumber;
    return m_order == Qt::AscendingOrder ? *ascending : NoNumber - 1 - *ascending;
}

/// Exports that fail come first, whichever way it goes. Those of which none has worked count as
/// having worked before all others.
quint64 BucketOrder::lastExportNumber(int row) const
{
    constexpr quint64 NotInTrouble = quint64(1) << 62;
    constexpr qint64 Latest = (qint64(1) << 62) - 1;
    const auto told = m_use.lastExport(m_rows.projectAt(row), m_rows.idAt(row));
    if (!told)
        return NoNumber;
    const bool isTrouble = told->state == LastExport::State::Failed;
    const std::optional<QDateTime> &worked =
        isTrouble ? told->failures.constFirst().worked : told->worked;
    const qint64 time =
        worked ? std::clamp(worked->toMSecsSinceEpoch(), qint64(0), Latest) : qint64(0);
    return (isTrouble ? 0 : NotInTrouble)
        + static_cast<quint64>(m_order == Qt::AscendingOrder ? time : Latest - time);
}

/// Of an ID, which is longer than a number.
quint64 BucketOrder::lastNumberOf(int row) const
{
    const auto last = qFromBigEndian<quint32>(idBytes(m_rows, row) + sizeof(quint64));
    return m_order == Qt::AscendingOrder ? last : ~last;
}

bool BucketOrder::isByText() const
{
    const atlas::FieldSource source = atlas::infoOf(m_column).source;
    return source == atlas::FieldSource::Text || source == atlas::FieldSource::Project;
}

/// Each text is compared once, however many rows have it; the rows are then dealt out by its rank.
void BucketOrder::sortByText(std::vector<int> &rows) const
{
    TextRanks ranks(m_rows.texts());
    std::vector<TextPool::Index> texts(rows.size());
    std::transform(rows.begin(), rows.end(), texts.begin(),
                   [this](int row) { return textOf(row); });
    for (const TextPool::Index text : texts)
        ranks.add(text);
    ranks.rank();

    const std::size_t end = ranks.end();
    const bool isAscending = m_order == Qt::AscendingOrder;
    const auto placeOf = [&](TextPool::Index text) -> std::size_t {
        const std::size_t rank = ranks.of(text);
        return isAscending || rank + 1 == end ? rank : end - 2 - rank;
    };
    std::vector<std::size_t> firsts(end + 1);
    for (const TextPool::Index text : texts)
        ++firsts[placeOf(text) + 1];
    for (std::size_t place = 1; place <= end; ++place)
        firsts[place] += firsts[place - 1];
    std::vector<int> sorted(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        sorted[firsts[placeOf(texts[i])]++] = rows[i];
    rows = std::move(sorted);
}

void BucketOrder::sortByNumbers(std::vector<int> &rows) const
{
    std::vector<NumberedRow> numbered;
    numbered.reserve(rows.size());
    if (m_column == atlas::BucketField::Id) {
        for (const int row : rows)
            numbered.push_back({lastNumberOf(row), row});
        sortByNumber(numbered);
        for (NumberedRow &row : numbered)
            row.number = numberOf(row.row);
    } else {
        for (const int row : rows)
            numbered.push_back({numberOf(row), row});
    }
    sortByNumber(numbered);
    std::transform(numbered.begin(), numbered.end(), rows.begin(),
                   [](const NumberedRow &row) { return row.row; });
}

} // namespace buckets
