// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketrows.h"
#include "browse/projectusage.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>

namespace browse {

/// Export buckets as a table.
class BucketTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Name,
        Provider,
        Region,
        RoleId,
        PrivateNetworking,
        ServiceUrl,
        TenantId,
        Registered,
        Id,
        UsedBy,
        LastExport,
    };
    static constexpr int ColumnCount = 11;

    /// What a cell is, beside its text.
    enum class CellKind {
        Value,
        /// The provider has no such field, or Atlas left it out: shown as a muted dash.
        Absent,
        /// Atlas's list does not tell it.
        NotListed,
        /// It is being read: shown as a muted `…`.
        Pending,
    };

    enum Role {
        /// The raw value: text as Atlas wrote it, a time, a truth value; nothing if absent.
        ValueRole = Qt::UserRole + 1,
        /// A CellKind, as int.
        CellKindRole,
        /// An atlas::CloudProvider::Kind, as int, for the whole row.
        ProviderKindRole,
        /// Whether the row may be out of date.
        StaleRole,
        /// The JobTones of the latest export jobs, oldest first, as a QList<int>; of column
        /// LastExport.
        JobStripRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these buckets. The selection survives if they are those shown already.
    void setBuckets(const QList<atlas::ExportBucket> &buckets);
    void clear();

    /// Marks all rows as possibly out of date, or not.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }

    /// Notes the region of a bucket, for now and for when it is listed again; nothing if the bucket
    /// is known to have none.
    void setRegion(atlas::BucketId bucket, const std::optional<QString> &region);
    /// The buckets whose region is being read; others are no longer.
    void setRegionsPending(const QList<atlas::BucketId> &buckets);
    /// Whether the list did not tell the bucket's region, and nobody else has. `row` must be in
    /// [0, rowCount()).
    bool lacksRegion(int row) const;

    /// Shows how the buckets are used, and follows it; nullptr for not known.
    void setUsage(const ProjectUsage *usage);

    /// `row` must be in [0, rowCount()).
    atlas::BucketId idAt(int row) const { return m_rows.idAt(row); }
    /// `row` must be in [0, rowCount()).
    atlas::ExportBucket bucketAt(int row) const { return m_rows.at(row); }
    /// The row of a bucket; -1 if it is not here.
    int rowOf(atlas::BucketId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void allChanged();
    void columnsChanged(Column first, Column last);
    QVariant bucketData(const atlas::ExportBucket &bucket, Column column, int role) const;
    atlas::ExportBucket completed(atlas::ExportBucket bucket) const;

    BucketRows m_rows;
    bool m_stale = false;
    /// What single-bucket answers have told, and lists leave out.
    QHash<atlas::BucketId, QString> m_regions;
    QSet<atlas::BucketId> m_pendingRegions;
    QPointer<const ProjectUsage> m_usage;
};

} // namespace browse
