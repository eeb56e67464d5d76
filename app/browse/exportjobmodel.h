// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"
#include "browse/exportjobs.h"

#include <QAbstractTableModel>

namespace browse {

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

    enum Role {
        /// A JobTone, as int.
        ToneRole = Qt::UserRole + 1,
        /// Where the snapshot went, as the provider's tools take it; empty if it cannot be told.
        DestinationRole,
        /// What is doubtful about that, in a sentence; empty if nothing is.
        DestinationDoubtRole,
        /// Why the job failed, in a line; empty if Atlas has not told.
        ReasonRole,
        /// The jobs of the cluster's shards, in a line; empty if there are none.
        ComponentsRole,
        /// What whoever started the job has written beside it, in a line; empty if nothing.
        CustomDataRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these jobs, which go to `bucket`.
    void setJobs(const atlas::ExportBucket &bucket, const QList<ClusterExportJob> &jobs);
    void clear() { setJobs({}, {}); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    atlas::ExportBucket m_bucket;
    QList<ClusterExportJob> m_jobs;
};

} // namespace browse
