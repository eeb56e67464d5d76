// SPDX-License-Identifier: Apache-2.0
#include "browse/buckettablemodel.h"

#include "browse/showntext.h"

#include <QLocale>

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
        return bucket.id.createdAt().toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    default:
        return rawValue(bucket, column).toString();
    }
}

QString displayText(const atlas::ExportBucket &bucket, Column column)
{
    switch (cellKind(bucket, column)) {
    case CellKind::Value:
        return valueText(bucket, column);
    case CellKind::Absent:
        return u"—"_s;
    case CellKind::NotListed:
        return BucketTableModel::tr("not listed");
    }
    Q_UNREACHABLE();
}

QVariant toolTip(const atlas::ExportBucket &bucket, Column column)
{
    if (column == Column::Registered) {
        return BucketTableModel::tr("%1 UTC, from the first four bytes of the ID")
            .arg(bucket.id.createdAt().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    }
    if (cellKind(bucket, column) == CellKind::NotListed)
        return BucketTableModel::tr("Atlas lists buckets without their region.");
    return {};
}

} // namespace

void BucketTableModel::setBuckets(const QList<atlas::ExportBucket> &buckets)
{
    m_stale = false;
    if (m_rows.haveSameIds(buckets)) {
        for (int row = 0; row < m_rows.size(); ++row)
            m_rows.replace(row, buckets[row]);
        allChanged();
        return;
    }
    beginResetModel();
    m_rows.clear();
    for (const atlas::ExportBucket &bucket : buckets)
        m_rows.append(bucket);
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
    const atlas::ExportBucket bucket = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(displayText(bucket, column));
    case FullTextRole:
        return displayText(bucket, column);
    case Qt::ToolTipRole:
        return toolTip(bucket, column);
    case ValueRole:
        return rawValue(bucket, column);
    case CellKindRole:
        return static_cast<int>(cellKind(bucket, column));
    case ProviderKindRole:
        return static_cast<int>(bucket.provider.kind());
    case StaleRole:
        return m_stale;
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
    }
    Q_UNREACHABLE();
}

void BucketTableModel::allChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace browse
