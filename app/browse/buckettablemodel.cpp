// SPDX-License-Identifier: Apache-2.0
#include "browse/buckettablemodel.h"

#include "browse/jobtext.h"
#include "browse/showntext.h"
#include "browse/timetext.h"
#include "browse/usagecell.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using Column = BucketTableModel::Column;
using CellKind = BucketTableModel::CellKind;

template<class T>
QVariant orNothing(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant rawValue(const atlas::ExportBucket &bucket, Column column)
{
    switch (column) {
    case Column::Name:
        return bucket.name;
    case Column::Provider:
        return bucket.provider.apiText();
    case Column::Region:
        return orNothing(bucket.region);
    case Column::RoleId:
        return orNothing(bucket.roleId);
    case Column::PrivateNetworking:
        return orNothing(bucket.requirePrivateNetworking);
    case Column::ServiceUrl:
        return orNothing(bucket.serviceUrl);
    case Column::TenantId:
        return orNothing(bucket.tenantId);
    case Column::Registered:
        return bucket.id.createdAt();
    case Column::Id:
        return bucket.id.toHex();
    case Column::UsedBy:
    case Column::LastExport:
        return {}; // No fields of a bucket: see usageCell().
    }
    Q_UNREACHABLE();
}

CellKind cellKind(const atlas::ExportBucket &bucket, Column column)
{
    if (rawValue(bucket, column).isValid())
        return CellKind::Value;
    const bool regionOmitted =
        column == Column::Region && bucket.provider.kind() == atlas::CloudProvider::Kind::Aws;
    return regionOmitted ? CellKind::NotListed : CellKind::Absent;
}

QString valueText(const atlas::ExportBucket &bucket, Column column)
{
    switch (column) {
    case Column::Provider:
        return bucket.provider.displayName();
    case Column::PrivateNetworking:
        return *bucket.requirePrivateNetworking ? BucketTableModel::tr("required")
                                                : BucketTableModel::tr("not required");
    case Column::Registered:
        return localTimeText(bucket.id.createdAt());
    default:
        return rawValue(bucket, column).toString();
    }
}

QString displayText(const atlas::ExportBucket &bucket, Column column, CellKind kind)
{
    switch (kind) {
    case CellKind::Value:
        return valueText(bucket, column);
    case CellKind::Absent:
        return u"—"_s;
    case CellKind::NotListed:
        return BucketTableModel::tr("not listed");
    case CellKind::Pending:
        return u"…"_s;
    }
    Q_UNREACHABLE();
}

QVariant toolTip(const atlas::ExportBucket &bucket, Column column, CellKind kind)
{
    if (column == Column::Registered) {
        return BucketTableModel::tr("%1, from the first four bytes of the ID")
            .arg(utcTimeText(bucket.id.createdAt()));
    }
    if (kind == CellKind::NotListed)
        return BucketTableModel::tr("Atlas lists buckets without their region.");
    return {};
}

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

} // namespace

void BucketTableModel::setBuckets(const QList<atlas::ExportBucket> &buckets)
{
    m_stale = false;
    if (m_rows.haveSameIds(buckets)) {
        for (int row = 0; row < m_rows.size(); ++row)
            m_rows.replace(row, completed(buckets[row]));
        allChanged();
        return;
    }
    beginResetModel();
    m_rows.clear();
    for (const atlas::ExportBucket &bucket : buckets)
        m_rows.append(completed(bucket));
    endResetModel();
}

void BucketTableModel::clear()
{
    setBuckets({});
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
        m_rows.replace(row, completed(m_rows.at(row)));
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
    return cellKind(m_rows.at(row), Column::Region) == CellKind::NotListed;
}

void BucketTableModel::setUsage(const ProjectUsage *usage)
{
    if (m_usage)
        disconnect(m_usage, nullptr, this, nullptr);
    m_usage = usage;
    const auto show = [this] {
        columnsChanged(Column::UsedBy, Column::LastExport);
    };
    if (usage)
        connect(usage, &ProjectUsage::changed, this, show);
    show();
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
    if (isAboutUsage(column)) {
        const atlas::BucketId bucket = idAt(index.row());
        return usageData(column == Column::UsedBy ? usedByCell(m_usage, bucket)
                                                  : lastExportCell(m_usage, bucket),
                         role);
    }
    return bucketData(m_rows.at(index.row()), column, role);
}

QVariant BucketTableModel::bucketData(const atlas::ExportBucket &bucket, Column column,
                                      int role) const
{
    CellKind kind = cellKind(bucket, column);
    if (kind == CellKind::NotListed && m_pendingRegions.contains(bucket.id))
        kind = CellKind::Pending;
    switch (role) {
    case Qt::DisplayRole:
        return shownText(displayText(bucket, column, kind));
    case FullTextRole:
        return displayText(bucket, column, kind);
    case Qt::ToolTipRole:
        return toolTip(bucket, column, kind);
    case ValueRole:
        return rawValue(bucket, column);
    case CellKindRole:
        return static_cast<int>(kind);
    case ProviderKindRole:
        return static_cast<int>(bucket.provider.kind());
    default:
        return {};
    }
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
    }
    Q_UNREACHABLE();
}

void BucketTableModel::allChanged()
{
    columnsChanged(Column::Name, Column::LastExport);
}

void BucketTableModel::columnsChanged(Column first, Column last)
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, static_cast<int>(first)),
                           index(rowCount() - 1, static_cast<int>(last)));
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
