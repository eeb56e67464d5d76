// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketcolumn.h"

#include <QAbstractTableModel>

namespace browse {

class BucketStore;
class BucketsInUse;
class ProjectUsage;

/// The export buckets of a BucketStore as a table, with what is known of their use. Selections
/// survive where the store says that rows only change.
class BucketTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = BucketColumn;
    using CellKind = BucketCellKind;
    static constexpr int ColumnCount = BucketColumnCount;

    /// Both must outlive this.
    BucketTableModel(const BucketStore &store, const BucketsInUse &use, QObject *parent = nullptr);

    /// What it shows.
    const BucketStore &store() const { return m_store; }
    /// What it shows of the use of its buckets.
    const BucketsInUse &use() const { return m_use; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void tellOfChange(int first, int last, Column firstColumn, Column lastColumn);
    const ProjectUsage *usageOf(int row) const;

    const BucketStore &m_store;
    const BucketsInUse &m_use;
};

} // namespace browse
