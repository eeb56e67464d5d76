// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketsortfiltermodel.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>
#include <utility>

using namespace std::chrono_literals;

namespace browse {

namespace {

constexpr int NoPlace = -1;
/// Answers come one by one, and each changes a cell.
constexpr auto RefilterDelay = 50ms;

} // namespace

BucketSortFilterModel::BucketSortFilterModel(QObject *parent) : QAbstractProxyModel(parent)
{
    m_visible.set();
    m_refilter.setSingleShot(true);
    m_refilter.setInterval(RefilterDelay);
    connect(&m_refilter, &QTimer::timeout, this, &BucketSortFilterModel::refilter);
}

void BucketSortFilterModel::setSourceModel(QAbstractItemModel *model)
{
    beginResetModel();
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = qobject_cast<BucketTableModel *>(model);
    QAbstractProxyModel::setSourceModel(m_source);
    connectSource();
    startOver();
    endResetModel();
}

void BucketSortFilterModel::connectSource()
{
    if (!m_source)
        return;
    const auto *source = m_source.data();
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, [this] {
        startOver();
        endResetModel();
    });
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeOutRows(first, last); });
    connect(source, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { closeGap(first, last); });
    connect(source, &QAbstractItemModel::dataChanged, this,
            &BucketSortFilterModel::noteDataChanged);
}

void BucketSortFilterModel::setFilterText(const QString &text)
{
    const BucketQuery query(text);
    if (query == m_query)
        return;
    m_query = query;
    filterAnew();
}

void BucketSortFilterModel::setVisibleColumns(const BucketColumnSet &columns)
{
    if (columns == m_visible)
        return;
    m_visible = columns;
    if (isFiltering())
        filterAnew();
}

QModelIndex BucketSortFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex BucketSortFilterModel::parent(const QModelIndex &) const
{
    return {};
}

int BucketSortFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int BucketSortFilterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_source ? 0 : m_source->columnCount();
}

QModelIndex BucketSortFilterModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid())
        return {};
    Q_ASSERT(checkIndex(proxyIndex));
    return m_source->index(m_shown[static_cast<std::size_t>(proxyIndex.row())],
                           proxyIndex.column());
}

QModelIndex BucketSortFilterModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    const int place = sourceIndex.isValid() ? placeOf(sourceIndex.row()) : NoPlace;
    return place == NoPlace ? QModelIndex() : createIndex(place, sourceIndex.column());
}

/// QAbstractProxyModel asks a cell of the first row, which may not be there.
QVariant BucketSortFilterModel::headerData(int section, Qt::Orientation orientation,
                                           int role) const
{
    return m_source && orientation == Qt::Horizontal
        ? m_source->headerData(section, orientation, role)
        : QVariant();
}

void BucketSortFilterModel::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < BucketColumnCount;
    m_sortColumn = isColumn ? std::optional(static_cast<BucketColumn>(column)) : std::nullopt;
    m_sortOrder = order;
    std::vector<int> rows = m_shown;
    std::sort(rows.begin(), rows.end());
    inOrder(rows);
    reorder(std::move(rows));
}

/// In the midst of a reset.
void BucketSortFilterModel::startOver()
{
    m_refilter.stop();
    m_matcher.reset();
    m_shown.clear();
    if (m_source) {
        if (isFiltering())
            m_matcher.emplace(*m_source, m_query, m_visible, m_offsets);
        m_shown = matching(0, m_source->rowCount());
        inOrder(m_shown);
    }
    notePlaces();
}

void BucketSortFilterModel::filterAnew()
{
    m_matcher.reset();
    if (m_source && isFiltering())
        m_matcher.emplace(*m_source, m_query, m_visible, m_offsets);
    refilter();
}

void BucketSortFilterModel::refilter()
{
    m_refilter.stop();
    if (!m_source)
        return;
    std::vector<int> rows = matching(0, m_source->rowCount());
    inOrder(rows);
    show(std::move(rows));
}

/// The source rows in [first, end) that are to be shown, ascending.
std::vector<int> BucketSortFilterModel::matching(int first, int end)
{
    std::vector<int> rows;
    if (!m_matcher) {
        rows.resize(static_cast<std::size_t>(end - first));
        std::iota(rows.begin(), rows.end(), first);
        return rows;
    }
    m_matcher->update();
    for (int row = first; row < end; ++row) {
        if (m_matcher->matches(row))
            rows.push_back(row);
    }
    return rows;
}

void BucketSortFilterModel::inOrder(std::vector<int> &rows) const
{
    if (m_source && m_sortColumn)
        BucketOrder(*m_source, *m_sortColumn, m_sortOrder).sort(rows);
}

void BucketSortFilterModel::addRows(int first, int last)
{
    Q_ASSERT(first == static_cast<int>(m_places.size())); // The source adds at its end.
    m_places.resize(static_cast<std::size_t>(last) + 1, NoPlace);
    std::vector<int> rows = matching(first, last + 1);
    if (rows.empty())
        return;
    inOrder(rows);
    const auto middle = static_cast<std::ptrdiff_t>(m_shown.size());
    append(rows);
    if (!m_sortColumn)
        return;
    const BucketOrder order(*m_source, *m_sortColumn, m_sortOrder);
    std::vector<int> merged = m_shown;
    std::inplace_merge(merged.begin(), merged.begin() + middle, merged.end(),
                       [&order](int left, int right) { return order.isBefore(left, right); });
    reorder(std::move(merged));
}

/// They are still there, but no longer here.
void BucketSortFilterModel::takeOutRows(int first, int last)
{
    std::vector<int> rows;
    std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(rows),
                 [first, last](int row) { return row < first || row > last; });
    show(std::move(rows));
}

void BucketSortFilterModel::closeGap(int first, int last)
{
    const int size = last - first + 1;
    for (int &row : m_shown)
        row -= row > last ? size : 0;
    notePlaces();
}

void BucketSortFilterModel::noteDataChanged(const QModelIndex &topLeft,
                                            const QModelIndex &bottomRight)
{
    if (isFiltering())
        m_refilter.start();
    if (topLeft.row() == bottomRight.row()) {
        if (const int place = placeOf(topLeft.row()); place != NoPlace) {
            Q_EMIT dataChanged(createIndex(place, topLeft.column()),
                               createIndex(place, bottomRight.column()));
        }
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(createIndex(0, topLeft.column()),
                           createIndex(rowCount() - 1, bottomRight.column()));
    }
}

/// Shows these source rows in this order. Rows that go are moved to the end first, and rows that
/// come are moved from there, so that views hear of one run each.
void BucketSortFilterModel::show(std::vector<int> rows)
{
    std::vector<bool> isWanted(m_places.size());
    for (const int row : rows)
        isWanted[static_cast<std::size_t>(row)] = true;
    std::vector<int> staying;
    std::vector<int> coming;
    for (const int row : rows)
        (placeOf(row) == NoPlace ? coming : staying).push_back(row);
    const std::size_t stayingCount = staying.size();
    if (stayingCount < m_shown.size()) {
        std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(staying),
                     [&isWanted](int row) { return !isWanted[static_cast<std::size_t>(row)]; });
        reorder(std::move(staying));
        removeTail(m_shown.size() - stayingCount);
    }
    append(coming);
    reorder(std::move(rows));
}

/// `rows` are those shown, in another order.
void BucketSortFilterModel::reorder(std::vector<int> rows)
{
    if (rows == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sourceRows;
    for (const QModelIndex &index : before)
        sourceRows.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    m_shown = std::move(rows);
    notePlaces();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(createIndex(placeOf(sourceRows[static_cast<std::size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void BucketSortFilterModel::append(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    for (const int row : rows) {
        m_places[static_cast<std::size_t>(row)] = rowCount();
        m_shown.push_back(row);
    }
    endInsertRows();
}

void BucketSortFilterModel::removeTail(std::size_t size)
{
    const std::size_t rest = m_shown.size() - size;
    beginRemoveRows({}, static_cast<int>(rest), rowCount() - 1);
    for (std::size_t place = rest; place < m_shown.size(); ++place)
        m_places[static_cast<std::size_t>(m_shown[place])] = NoPlace;
    m_shown.resize(rest);
    endRemoveRows();
}

int BucketSortFilterModel::placeOf(int sourceRow) const
{
    const auto row = static_cast<std::size_t>(sourceRow);
    return row < m_places.size() ? m_places[row] : NoPlace;
}

void BucketSortFilterModel::notePlaces()
{
    m_places.assign(m_source ? static_cast<std::size_t>(m_source->rowCount()) : 0, NoPlace);
    for (std::size_t place = 0; place < m_shown.size(); ++place)
        m_places[static_cast<std::size_t>(m_shown[place])] = static_cast<int>(place);
}

} // namespace browse
