// SPDX-License-Identifier: Apache-2.0
#include "browse/buckettablemodel.h"

#include "browse/bucketcell.h"
#include "browse/jobtext.h"
#include "browse/showntext.h"
#include "browse/usagecell.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using Column = BucketTableModel::Column;
using CellKind = BucketTableModel::CellKind;

/// Each run costs a walk through all rows, here and in what shows them.
constexpr std::size_t MostRunsTold = 16;

bool isAboutUsage(Column column)
{
    return column == Column::UsedBy || column == Column::LastExport;
}

QVariant tonesOf(const QList<atlas::ExportJobState> &jobs)
{
    QList<int> tones;
    for (const atlas::ExportJobState &job : jobs)
        tones.append(static_cast<int>(toneOf(job)));
    return QVariant::fromValue(tones);
}

QVariant usageData(const UsageCell &cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return shownText(cell.text);
    case FullTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip;
    case Qt::AccessibleTextRole:
        return cell.jobs.isEmpty() ? cell.text : cell.text + u". "_s + cell.toolTip;
    case BucketTableModel::ValueRole:
        return cell.value;
    case BucketTableModel::CellKindRole:
        return static_cast<int>(cell.kind);
    case BucketTableModel::JobStripRole:
        return tonesOf(cell.jobs);
    default:
        return {};
    }
}

QVariant bucketData(const BucketCell &cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return shownText(cell.text());
    case FullTextRole:
        return cell.text();
    case Qt::ToolTipRole:
        return cell.toolTip();
    case BucketTableModel::ValueRole:
        return cell.value();
    case BucketTableModel::CellKindRole:
        return static_cast<int>(cell.kind());
    case BucketTableModel::ProviderKindRole:
        return static_cast<int>(cell.provider().kind());
    default:
        return {};
    }
}

} // namespace

void BucketTableModel::setBuckets(atlas::ProjectId project,
                                  const QList<atlas::ExportBucket> &buckets)
{
    m_stale = false;
    if (m_rows.haveSameIds(project, buckets)) {
        for (int row = 0; row < m_rows.size(); ++row)
            m_rows.replace(row, completed(buckets[row]));
        allChanged();
        return;
    }
    beginResetModel();
    m_rows.clear();
    const auto index = projectIndex(project);
    for (const atlas::ExportBucket &bucket : buckets)
        m_rows.append(index, completed(bucket));
    endResetModel();
}

int BucketTableModel::addBuckets(atlas::ProjectId project,
                                 const QList<atlas::ExportBucket> &buckets)
{
    const auto index = projectIndex(project);
    const QHash<atlas::BucketId, int> known = rowsOf(index);
    QSet<atlas::BucketId> seen;
    QList<const atlas::ExportBucket *> newOnes;
    for (const atlas::ExportBucket &bucket : buckets) {
        if (const auto row = known.constFind(bucket.id); row != known.constEnd()) {
            update(*row, completed(bucket));
        } else if (!seen.contains(bucket.id)) {
            seen.insert(bucket.id);
            newOnes.append(&bucket);
        }
    }
    if (newOnes.isEmpty())
        return 0;
    const int first = m_rows.size();
    beginInsertRows({}, first, first + static_cast<int>(newOnes.size()) - 1);
    for (const atlas::ExportBucket *bucket : std::as_const(newOnes))
        m_rows.append(index, completed(*bucket));
    endInsertRows();
    return static_cast<int>(newOnes.size());
}

void BucketTableModel::update(int row, const atlas::ExportBucket &bucket)
{
    if (m_rows.at(row) == bucket)
        return;
    m_rows.replace(row, bucket);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void BucketTableModel::removeOthers(atlas::ProjectId project, const QSet<atlas::BucketId> &here)
{
    const auto index = m_rows.projectIndex(project);
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
        atlas::ExportBucket changed = m_rows.at(row);
        if (region)
            changed.region = region;
        m_rows.replace(row, changed);
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

void BucketTableModel::setUsage(const ProjectUsage *usage)
{
    if (!usage) {
        for (const auto &known : std::as_const(m_usages)) {
            if (known)
                disconnect(known, nullptr, this, nullptr);
        }
        m_usages.clear();
    } else if (m_usages.value(usage->project()) != usage) {
        m_usages.insert(usage->project(), usage);
        connect(usage, &ProjectUsage::changed, this, &BucketTableModel::usageChanged);
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
    if (!usage)
        return std::nullopt;
    const BucketUsage use = usage->of(idAt(row));
    return use.clusters == 0 && !use.isComplete ? std::nullopt : std::optional(use.clusters > 0);
}

QString BucketTableModel::usageText(int row, Column column) const
{
    return usageCell(row, column).text;
}

QVariant BucketTableModel::usageValue(int row, Column column) const
{
    return usageOf(projectAt(row)) ? usageCell(row, column).value : QVariant();
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
        return usageData(usageCell(index.row(), column), role);
    return bucketData(cell(index.row(), column), role);
}

QVariant BucketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Provider:
        return tr("Provider");
    case Column::Region:
        return tr("Region");
    case Column::RoleId:
        return tr("Role ID");
    case Column::PrivateNetworking:
        return tr("Private networking");
    case Column::ServiceUrl:
        return tr("Service URL");
    case Column::TenantId:
        return tr("Tenant ID");
    case Column::Registered:
        return tr("Registered");
    case Column::Id:
        return tr("ID");
    case Column::UsedBy:
        return tr("Used by");
    case Column::LastExport:
        return tr("Last export");
    case Column::Project:
        return tr("Project");
    }
    Q_UNREACHABLE();
}

void BucketTableModel::allChanged()
{
    columnsChanged(Column::Name, Column::Project);
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

QHash<atlas::BucketId, int> BucketTableModel::rowsOf(BucketRows::ProjectIndex project) const
{
    QHash<atlas::BucketId, int> found;
    found.reserve(m_rows.rowsOf(project));
    for (int row = m_rows.firstRowOf(project); row < m_rows.endRowOf(project); ++row) {
        if (m_rows.projectIndexAt(row) == project)
            found.insert(m_rows.idAt(row), row);
    }
    return found;
}

/// With what the list leaves out, as far as it has been told otherwise.
atlas::ExportBucket BucketTableModel::completed(atlas::ExportBucket bucket) const
{
    const auto known = m_regions.constFind(bucket.id);
    if (!bucket.region && known != m_regions.constEnd())
        bucket.region = *known;
    return bucket;
}

} // namespace browse
