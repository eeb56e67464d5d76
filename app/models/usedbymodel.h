// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusage.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace models {

/// The clusters whose backup schedules export to one bucket, or still name it: the model of the
/// `Used by` table.
class UsedByModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Cluster, AutoExport, Frequency, NextSnapshot };
    static constexpr int ColumnCount = 4;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows who uses `bucket`, as `usage` tells just now; nobody without one.
    void show(const buckets::ProjectUsage *usage, atlas::BucketId bucket);
    void clear() { setEntries({}); }

    /// What is known of the cluster in `row`.
    const buckets::BackupSchedules::Entry &entryAt(int row) const { return m_entries[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    using Entry = buckets::BackupSchedules::Entry;

    void setEntries(const QList<Entry> &entries);

    QList<Entry> m_entries;
};

} // namespace models
