// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"
#include "buckets/usage/exportjobs.h"
#include "models/texttable.h"

namespace models {

/// The export jobs to one bucket, newest first: the model of the `Export jobs` table.
class ExportJobModel final : public TextTable
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

    explicit ExportJobModel(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// Shows these jobs, which go to `bucket`.
    void setJobs(const atlas::ExportBucket &bucket, const QList<buckets::ClusterExportJob> &jobs);
    void clear() { setJobs({}, {}); }

private:
    int size() const override { return static_cast<int>(m_jobs.size()); }
    QString titleOf(int column) const override;
    std::optional<QDateTime> timeOf(int row, int column) const override;
    QString textOf(int row, int column) const override;
    QString toolTipOf(int row, int column) const override;
    QVariant valueOf(int row, int column, int role) const override;

    atlas::ExportBucket m_bucket;
    QList<buckets::ClusterExportJob> m_jobs;
};

} // namespace models
