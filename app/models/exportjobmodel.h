// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"
#include "buckets/usage/exportjobs.h"

#include <QAbstractTableModel>

namespace models {

/// The export jobs to one bucket, newest first: the model of the `Export jobs` table.
class ExportJobModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Cluster,
        State,
        Created,
        Finished,
        Prefix,
        Reason,
        Duration,
        JobId,
        SnapshotId,
    };
    static constexpr int ColumnCount = 9;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these jobs, which go to `bucket`.
    void setJobs(const atlas::ExportBucket &bucket, const QList<buckets::ClusterExportJob> &jobs);
    void clear() { setJobs({}, {}); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    atlas::ExportBucket m_bucket;
    QList<buckets::ClusterExportJob> m_jobs;
};

} // namespace models
