// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"
#include "buckets/rows/bucketcellkind.h"

#include <QAbstractTableModel>

namespace buckets {
class BucketStore;
class BucketsInUse;
class ProjectUsage;
} // namespace buckets

namespace models {

/// The export buckets of a BucketStore as a table, with what is known of their use. Selections
/// survive where the store says that rows only change.
class BucketTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = atlas::BucketField;
    using CellKind = buckets::BucketCellKind;
    static constexpr int ColumnCount = atlas::BucketFieldCount;

    /// Both must outlive this.
    BucketTableModel(const buckets::BucketStore &store, const buckets::BucketsInUse &use,
                     QObject *parent = nullptr);

    /// What it shows.
    const buckets::BucketStore &store() const { return m_store; }
    /// What it shows of the use of its buckets.
    const buckets::BucketsInUse &use() const { return m_use; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void tellOfChange(int first, int last, Column firstColumn, Column lastColumn);
    const buckets::ProjectUsage *usageOf(int row) const;

    const buckets::BucketStore &m_store;
    const buckets::BucketsInUse &m_use;
};

} // namespace models
