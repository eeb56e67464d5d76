// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketrows.h"

#include <QAbstractTableModel>

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
    };
    static constexpr int ColumnCount = 9;

    /// What a cell is, beside its text.
    enum class CellKind {
        Value,
        /// The provider has no such field, or Atlas left it out: shown as a muted dash.
        Absent,
        /// Atlas's list does not tell it.
        NotListed,
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
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these buckets. The selection survives if they are those shown already.
    void setBuckets(const QList<atlas::ExportBucket> &buckets);
    void clear();

    /// Marks all rows as possibly out of date, or not.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }

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

    BucketRows m_rows;
    bool m_stale = false;
};

} // namespace browse
