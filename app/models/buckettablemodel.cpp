// SPDX-License-Identifier: Apache-2.0
#include "models/buckettablemodel.h"

#include "buckets/fields/bucketcell.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "insight/advice/usagecell.h"
#include "models/celldata.h"
#include "models/roles.h"

namespace models {

using Column = BucketTableModel::Column;

BucketTableModel::BucketTableModel(const buckets::BucketStore &store,
                                   const buckets::BucketsInUse &use, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_use(use)
{
    connect(&store, &buckets::BucketStore::rowsAboutToBeAdded, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&store, &buckets::BucketStore::rowsAdded, this, [this] { endInsertRows(); });
    connect(&store, &buckets::BucketStore::rowsAboutToBeRemoved, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&store, &buckets::BucketStore::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(&store, &buckets::BucketStore::aboutToBeReset, this, [this] { beginResetModel(); });
    connect(&store, &buckets::BucketStore::wasReset, this, [this] { endResetModel(); });
    connect(&store, &buckets::BucketStore::rowsChanged, this, &BucketTableModel::tellOfChange);
    connect(&use, &buckets::BucketsInUse::changed, this, [this] {
        if (rowCount() > 0)
            tellOfChange(0, rowCount() - 1, Column::UsedBy, Column::LastExport);
    });
}

void BucketTableModel::tellOfChange(int first, int last, Column firstColumn, Column lastColumn)
{
    Q_EMIT dataChanged(index(first, static_cast<int>(firstColumn)),
                       index(last, static_cast<int>(lastColumn)));
}

int BucketTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_store.rowCount();
}

int BucketTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BucketTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    if (role == StaleRole)
        return m_store.isStale();
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    if (column == Column::UsedBy)
        return cellData(insight::usedByCell(usageOf(row), m_store.idAt(row)), role);
    if (column == Column::LastExport)
        return cellData(insight::lastExportCell(usageOf(row), m_store.idAt(row)), role);
    const bool isPending = column == Column::Region && m_store.isRegionPending(row);
    return cellData(buckets::BucketCell(m_store.rows(), row, column, isPending), role);
}

QVariant BucketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    return atlas::titleOf(static_cast<Column>(section));
}

const buckets::ProjectUsage *BucketTableModel::usageOf(int row) const
{
    return m_use.usageOf(m_store.projectAt(row));
}

} // namespace models
