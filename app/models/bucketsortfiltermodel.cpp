// SPDX-License-Identifier: Apache-2.0
#include "models/bucketsortfiltermodel.h"

#include "buckets/rows/bucketstore.h"
#include "buckets/search/sortedtitle.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>
#include <utility>

using namespace std::chrono_literals;

namespace models {

namespace {

constexpr int NoPlace = -1;
/// Answers come one by one, and each changes a cell.
constexpr auto UpdateDelay = 50ms;

bool areAboutUseAlone(int firstColumn, int lastColumn)
{
    const auto *const first = atlas::BucketFields.begin() + firstColumn;
    const auto *const end = atlas::BucketFields.begin() + lastColumn + 1;
    return std::all_of(first, end, [](const atlas::BucketFieldInfo &info) {
        return info.source == atlas::FieldSource::Usage;
    });
}

} // namespace

BucketSortFilterModel::BucketSortFilterModel(QObject *parent) : QAbstractProxyModel(parent)
{
    m_visible.set();
    m_update.setSingleShot(true);
    m_update.setInterval(UpdateDelay);
    connect(&m_update, &QTimer::timeout, this, &BucketSortFilterModel::bringUpToDate);
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
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
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
    m_filterText = text;
    const buckets::BucketQuery query(text);
    if (query == m_query)
        return;
    m_query = query;
    makeMatcher();
    showMatching();
}

void BucketSortFilterModel::setVisibleColumns(const buckets::BucketFieldSet &columns)
{
    if (columns == m_visible)
        return;
    m_visible = columns;
    if (!isFiltering())
        return;
    makeMatcher();
    showMatching();
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

/// Though the source may have rows.
bool BucketSortFilterModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
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
QVariant BucketSortFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_source || orientation != Qt::Horizontal)
        return {};
    if (role == Qt::AccessibleTextRole && m_sortColumn
        && section == static_cast<int>(*m_sortColumn))
        return buckets::sortedTitle(m_source->headerData(section, orientation).toString(),
                                    m_sortOrder);
    return m_source->headerData(section, orientation, role);
}

void BucketSortFilterModel::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < int(atlas::BucketFieldCount);
    m_sortColumn = isColumn ? std::optional(static_cast<atlas::BucketField>(column)) : std::nullopt;
    m_sortOrder = order;
    orderAnew();
    std::vector<int> rows;
    rows.reserve(m_shown.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(rows),
                 [this](int row) { return placeOf(row) != NoPlace; });
    reorder(std::move(rows));
}

/// In the midst of a reset.
void BucketSortFilterModel::startOver()
{
    m_update.stop();
    m_shown.clear();
    m_matcher.reset(); // It knows the texts that were there before.
    makeMatcher();
    orderAnew();
    m_shown = matching(m_order);
    notePlaces();
}

/// Of words that stay nothing is looked for anew: somebody types one of them.
void BucketSortFilterModel::makeMatcher()
{
    std::optional<buckets::BucketMatcher> before = std::exchange(m_matcher, std::nullopt);
    if (!m_source || !isFiltering())
        return;
    m_matcher.emplace(m_source->store().rows(), m_source->use(), m_query, m_visible, m_offsets);
    if (before)
        m_matcher->takeOver(*before);
    m_matcher->update();
}

void BucketSortFilterModel::showMatching()
{
    if (m_source)
        show(matching(m_order));
}

void BucketSortFilterModel::bringUpToDate()
{
    m_update.stop();
    if (m_matcher)
        m_matcher->update();
    if (m_isOrderOld)
        orderAnew();
    showMatching();
}

void BucketSortFilterModel::orderAnew()
{
    m_isOrderOld = false;
    m_order.resize(m_source ? static_cast<std::size_t>(m_source->rowCount()) : 0);
    std::iota(m_order.begin(), m_order.end(), 0);
    inOrder(m_order);
}

/// Those of these source rows that are to be shown.
std::vector<int> BucketSortFilterModel::matching(const std::vector<int> &rows)
{
    if (!m_matcher)
        return rows;
    std::vector<int> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
                 [this](int row) { return m_matcher->matches(row); });
    return found;
}

void BucketSortFilterModel::inOrder(std::vector<int> &rows) const
{
    if (m_source && m_sortColumn)
        order().sort(rows);
}

/// Both are in order, and `more` are the last in the source.
void BucketSortFilterModel::mergeInto(std::vector<int> &rows, const std::vector<int> &more) const
{
    if (m_sortColumn)
        order().merge(rows, more);
    else
        rows.insert(rows.end(), more.begin(), more.end());
}

/// While the rows are not in that of the source.
buckets::BucketOrder BucketSortFilterModel::order() const
{
    return {m_source->store().rows(), m_source->use(), *m_sortColumn, m_sortOrder};
}

void BucketSortFilterModel::addRows(int first, int last)
{
    Q_ASSERT(first == static_cast<int>(m_places.size())); // The source adds at its end.
    m_places.resize(static_cast<std::size_t>(last) + 1, NoPlace);
    std::vector<int> rows(static_cast<std::size_t>(last - first) + 1);
    std::iota(rows.begin(), rows.end(), first);
    inOrder(rows);
    mergeInto(m_order, rows);
    if (m_matcher)
        m_matcher->update();
    rows = matching(rows);
    if (!m_sortColumn || rows.empty())
        return append(rows);
    std::vector<int> merged = m_shown;
    mergeInto(merged, rows);
    append(rows);
    reorder(std::move(merged));
}

/// They are still there, but no longer here.
void BucketSortFilterModel::takeOutRows(int first, int last)
{
    std::vector<int> rows;
    rows.reserve(m_shown.size());
    std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(rows),
                 [first, last](int row) { return row < first || row > last; });
    show(std::move(rows));
}

void BucketSortFilterModel::closeGap(int first, int last)
{
    const int size = last - first + 1;
    std::erase_if(m_order, [first, last](int row) { return row >= first && row <= last; });
    for (std::vector<int> *rows : {&m_order, &m_shown}) {
        for (int &row : *rows)
            row -= row > last ? size : 0;
    }
    notePlaces();
}

void BucketSortFilterModel::noteDataChanged(const QModelIndex &topLeft,
                                            const QModelIndex &bottomRight)
{
    const int sortedBy = static_cast<int>(m_sortColumn.value_or(atlas::BucketField::Name));
    if (m_sortColumn && topLeft.column() <= sortedBy && sortedBy <= bottomRight.column())
        m_isOrderOld = true;
    const bool isUseAlone = areAboutUseAlone(topLeft.column(), bottomRight.column());
    const bool isFilterTouched = isFiltering() && (!isUseAlone || m_query.asksForUse());
    if (m_isOrderOld || isFilterTouched)
        m_update.start();
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
    std::vector<int> coming;
    std::vector<int> arranged;
    arranged.reserve(m_shown.size());
    for (const int row : rows)
        (placeOf(row) == NoPlace ? coming : arranged).push_back(row);
    if (const std::size_t going = m_shown.size() - arranged.size(); going > 0) {
        std::vector<quint8> isWanted(m_places.size());
        for (const int row : rows)
            isWanted[static_cast<std::size_t>(row)] = 1;
        std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(arranged),
                     [&isWanted](int row) { return isWanted[static_cast<std::size_t>(row)] == 0; });
        reorder(std::move(arranged));
        removeTail(going);
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
    m_shown.swap(rows);
    for (std::size_t place = 0; place < m_shown.size(); ++place)
        m_places[static_cast<std::size_t>(m_shown[place])] = static_cast<int>(place);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(
            createIndex(placeOf(rows[static_cast<std::size_t>(index.row())]), index.column()));
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

} // namespace models
