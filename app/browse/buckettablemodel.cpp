// SPDX-License-Identifier: Apache-2.0
#include "browse/buckettablemodel.h"

#include "browse/bucketcell.h"
#include "browse/celldata.h"
#include "browse/usagecell.h"

#include <utility>

namespace browse {

namespace {

using Column = BucketTableModel::Column;
using CellKind = BucketTableModel::CellKind;

/// Each run costs a walk through all rows, here and in what shows them.
constexpr std::size_t MostRunsTold = 16;

bool isAboutUsage(Column column)
{
    return atlas::infoOf(column).source == atlas::FieldSource::Usage;
}

} // namespace

void BucketTableModel::setBuckets(atlas::ProjectId project,
                                  const QList<atlas::ExportBucket> &buckets)
{
    m_stale = false;
    if (m_rows.haveSameIds(project, buckets)) {
        for (int row = 0; row < m_rows.size(); ++row)
            m_rows.replace(row, completed(packed(project, buckets[row])));
        allChanged();
        return;
    }
    beginResetModel();
    m_rows.clear();
    for (const atlas::ExportBucket &bucket : buckets)
        m_rows.append(completed(packed(project, bucket)));
    endResetModel();
}

int BucketTableModel::addBuckets(atlas::ProjectId project,
                                 const QList<atlas::ExportBucket> &buckets)
{
    QList<BucketRow> rows;
    rows.reserve(buckets.size());
    for (const atlas::ExportBucket &bucket : buckets)
        rows.append(packed(project, bucket));
    return addRows(rows);
}

BucketRow BucketTableModel::packed(atlas::ProjectId project, const atlas::ExportBucket &bucket)
{
    return m_rows.pack(projectIndex(project), bucket);
}

BucketRow BucketTableModel::packed(atlas::ProjectId project, const atlas::ScannedBucket &bucket)
{
    return m_rows.pack(projectIndex(project), bucket);
}

int BucketTableModel::addRows(const QList<BucketRow> &rows)
{
    constexpr int New = -1;
    Places places = placesIn(rows);
    QList<BucketRow> newOnes;
    newOnes.reserve(rows.size());
    for (const BucketRow &listed : rows) {
        const BucketRow bucket = completed(listed);
        const Place place{bucket.project, bucket.id};
        if (const auto row = places.constFind(place); row == places.constEnd()) {
            places.insert(place, New);
            newOnes.append(bucket);
        } else if (*row != New) {
            update(*row, bucket);
        }
    }
    if (newOnes.isEmpty())
        return 0;
    const int first = m_rows.size();
    beginInsertRows({}, first, first + static_cast<int>(newOnes.size()) - 1);
    for (const BucketRow &bucket : std::as_const(newOnes))
        m_rows.append(bucket);
    endInsertRows();
    return static_cast<int>(newOnes.size());
}

void BucketTableModel::update(int row, const BucketRow &bucket)
{
    if (m_rows.packed(row) == bucket)
        return;
    m_rows.replace(row, bucket);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void BucketTableModel::removeOthers(atlas::ProjectId project, const QSet<atlas::BucketId> &here)
{
    const auto index = m_rows.projectIndex(project);
    if (m_rows.rowsOf(index) == here.size())
        return;
    std::vector<int> gone;
    for (int row = m_rows.firstRowOf(index); row < m_rows.endRowOf(index); ++row) {
        if (m_rows.projectIndexAt(row) == index && !here.contains(m_rows.idAt(row)))
            gone.push_back(row);
    }
    takeOut(gone);
}

void BucketTableModel::removeOtherProjects(const QSet<atlas::ProjectId> &here)
{
    std::vector<bool> stays;
    for (BucketRows::ProjectIndex index = 0; index < m_rows.projectEnd(); ++index)
        stays.push_back(here.contains(m_rows.project(index)));
    std::vector<int> gone;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!stays[m_rows.projectIndexAt(row)])
            gone.push_back(row);
    }
    takeOut(gone);
}

void BucketTableModel::takeOut(const std::vector<int> &rows)
{
    // From the end: what is to go keeps its place.
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t end = rows.size(); end > 0; end = runs.back().first) {
        std::size_t begin = end - 1;
        while (begin > 0 && rows[begin - 1] == rows[begin] - 1)
            --begin;
        runs.emplace_back(begin, end);
    }
    if (runs.size() > MostRunsTold) {
        beginResetModel();
        m_rows.remove(rows);
        endResetModel();
        return;
    }
    for (const auto &[begin, end] : runs) {
        beginRemoveRows({}, rows[begin], rows[end - 1]);
        m_rows.remove({rows.begin() + static_cast<std::ptrdiff_t>(begin),
                       rows.begin() + static_cast<std::ptrdiff_t>(end)});
        endRemoveRows();
    }
}

void BucketTableModel::nameProject(atlas::ProjectId project, const QString &name)
{
    if (m_projectNames.value(project) == name)
        return;
    m_projectNames.insert(project, name);
    const auto index = projectIndex(project);
    m_rows.setProjectName(index, name);
    if (m_rows.rowsOf(index) > 0)
        columnsChanged(Column::Project, Column::Project);
}

void BucketTableModel::clear()
{
    m_stale = false;
    if (m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void BucketTableModel::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    allChanged();
}

void BucketTableModel::setRegion(atlas::BucketId bucket, const std::optional<QString> &region)
{
    m_pendingRegions.remove(bucket);
    if (region)
        m_regions.insert(bucket, *region);
    if (const int row = rowOf(bucket); row >= 0) {
        m_rows.replace(row, withRegion(m_rows.packed(row)));
        const QModelIndex cell = index(row, static_cast<int>(Column::Region));
        Q_EMIT dataChanged(cell, cell);
    }
}

void BucketTableModel::setRegionsPending(const QList<atlas::BucketId> &buckets)
{
    const QSet<atlas::BucketId> pending(buckets.begin(), buckets.end());
    if (pending == m_pendingRegions)
        return;
    m_pendingRegions = pending;
    columnsChanged(Column::Region, Column::Region);
}

bool BucketTableModel::lacksRegion(int row) const
{
    return BucketCell(m_rows, row, Column::Region).kind() == CellKind::NotListed;
}

void BucketTableModel::setUsage(const ProjectUsage &usage)
{
    if (m_usages.value(usage.project()) != &usage) {
        m_usages.insert(usage.project(), &usage);
        connect(&usage, &ProjectUsage::changed, this, &BucketTableModel::usageChanged);
    }
    usageChanged();
}

void BucketTableModel::usageChanged()
{
    columnsChanged(Column::UsedBy, Column::LastExport);
}

const ProjectUsage *BucketTableModel::usageOf(atlas::ProjectId project) const
{
    return m_usages.isEmpty() ? nullptr : m_usages.value(project).data();
}

std::optional<bool> BucketTableModel::isUsed(int row) const
{
    const ProjectUsage *usage = usageOf(projectAt(row));
    return usage ? usage->isUsed(idAt(row)) : std::nullopt;
}

UsageCell BucketTableModel::usageCell(int row, Column column) const
{
    return column == Column::UsedBy ? usedByCell(usageOf(projectAt(row)), idAt(row))
                                    : lastExportCell(usageOf(projectAt(row)), idAt(row));
}

int BucketTableModel::rowOf(atlas::BucketId id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.idAt(row) == id)
            return row;
    }
    return -1;
}

int BucketTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int BucketTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BucketTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const auto column = static_cast<Column>(index.column());
    if (role == StaleRole)
        return m_stale;
    if (isAboutUsage(column))
        return cellData(usageCell(index.row(), column), role);
    return cellData(cell(index.row(), column), role);
}

QVariant BucketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    return atlas::titleOf(static_cast<Column>(section));
}

void BucketTableModel::allChanged()
{
    columnsChanged(Column::Name, static_cast<Column>(ColumnCount - 1));
}

void BucketTableModel::columnsChanged(Column first, Column last)
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, static_cast<int>(first)),
                           index(rowCount() - 1, static_cast<int>(last)));
}

BucketCell BucketTableModel::cell(int row, Column column) const
{
    const bool isPending = column == Column::Region && m_pendingRegions.contains(idAt(row));
    return {m_rows, row, column, isPending};
}

BucketRows::ProjectIndex BucketTableModel::projectIndex(atlas::ProjectId project)
{
    const auto index = m_rows.projectIndex(project);
    const auto name = m_projectNames.constFind(project);
    if (name != m_projectNames.constEnd() && m_rows.projectName(index) == TextPool::None)
        m_rows.setProjectName(index, *name);
    return index;
}

/// Where the buckets are that are here, of all projects that `rows` are of. With room for `rows`.
BucketTableModel::Places BucketTableModel::placesIn(const QList<BucketRow> &rows) const
{
    Places places;
    places.reserve(rows.size());
    std::vector<bool> areNoted(m_rows.projectEnd());
    for (const BucketRow &bucket : rows) {
        if (areNoted[bucket.project])
            continue;
        areNoted[bucket.project] = true;
        for (int row = m_rows.firstRowOf(bucket.project); row < m_rows.endRowOf(bucket.project);
             ++row) {
            if (m_rows.projectIndexAt(row) == bucket.project)
                places.insert({bucket.project, m_rows.idAt(row)}, row);
        }
    }
    return places;
}

/// With what the list leaves out, as far as it has been told otherwise.
BucketRow BucketTableModel::completed(const BucketRow &bucket)
{
    return bucket.text(Column::Region) == TextPool::None ? withRegion(bucket) : bucket;
}

/// With what it has been told of the region, if anything.
BucketRow BucketTableModel::withRegion(BucketRow bucket)
{
    if (m_regions.isEmpty())
        return bucket;
    if (const auto known = m_regions.constFind(bucket.id); known != m_regions.constEnd())
        bucket.text(Column::Region) = m_rows.keepText(*known);
    return bucket;
}

} // namespace browse
