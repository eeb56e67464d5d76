// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketcolumn.h"
#include "browse/bucketroles.h"
#include "browse/bucketrows.h"
#include "browse/projectusage.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>

#include <utility>

namespace browse {

class BucketCell;
struct UsageCell;

/// Export buckets as a table.
class BucketTableModel : public QAbstractTableModel, public BucketRoles
{
    Q_OBJECT

public:
    using Column = BucketColumn;
    using CellKind = BucketCellKind;
    static constexpr int ColumnCount = BucketColumnCount;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these buckets of a project, and no others. The selection survives if they are those
    /// shown already.
    void setBuckets(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets);
    /// Shows these buckets of a project, too: new ones as the last rows, known ones where they are.
    /// Returns how many are new.
    int addBuckets(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets);
    /// A bucket as a row for addRows(). Valid until the rows are cleared or set anew.
    BucketRow packed(atlas::ProjectId project, const atlas::ExportBucket &bucket);
    BucketRow packed(atlas::ProjectId project, const atlas::ScannedBucket &bucket);
    /// As addBuckets(), of any projects.
    int addRows(const QList<BucketRow> &rows);
    /// Shows the buckets of a project no longer that are not in `here`, all of which are. Views are
    /// told of each run of rows; where there are many, that all is new, which takes them less long.
    void removeOthers(atlas::ProjectId project, const QSet<atlas::BucketId> &here);
    /// Shows the buckets of these projects alone; as removeOthers().
    void removeOtherProjects(const QSet<atlas::ProjectId> &here);
    /// What a project of these rows, or of rows to come, is called.
    void nameProject(atlas::ProjectId project, const QString &name);
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

    /// Shows how a project's buckets are used, and follows it. What is known of others stays.
    void setUsage(const ProjectUsage &usage);
    /// As ProjectUsage::isUsed(). `row` must be in [0, rowCount()).
    std::optional<bool> isUsed(int row) const;
    /// nullptr if nothing is known of it.
    const ProjectUsage *usageOf(atlas::ProjectId project) const;

    /// The rows as they are kept, for who reads many of them.
    const BucketRows &rows() const { return m_rows; }
    /// `row` must be in [0, rowCount()).
    atlas::BucketId idAt(int row) const { return m_rows.idAt(row); }
    /// `row` must be in [0, rowCount()).
    atlas::ExportBucket bucketAt(int row) const { return m_rows.at(row); }
    /// `row` must be in [0, rowCount()).
    atlas::ProjectId projectAt(int row) const { return m_rows.projectAt(row); }
    /// The row of a bucket; -1 if it is not here.
    int rowOf(atlas::BucketId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    /// A bucket of a project, and the row it is in.
    using Place = std::pair<BucketRows::ProjectIndex, atlas::BucketId>;
    using Places = QHash<Place, int>;

    void allChanged();
    void columnsChanged(Column first, Column last);
    void usageChanged();
    UsageCell usageCell(int row, Column column) const;
    BucketCell cell(int row, Column column) const;
    void update(int row, const BucketRow &bucket);
    BucketRows::ProjectIndex projectIndex(atlas::ProjectId project);
    Places placesIn(const QList<BucketRow> &rows) const;
    void takeOut(const std::vector<int> &rows);
    BucketRow completed(const BucketRow &bucket);
    BucketRow withRegion(BucketRow bucket);

    BucketRows m_rows;
    bool m_stale = false;
    /// Also of projects that have no row here just now.
    QHash<atlas::ProjectId, QString> m_projectNames;
    /// What single-bucket answers have told, and lists leave out.
    QHash<atlas::BucketId, QString> m_regions;
    QSet<atlas::BucketId> m_pendingRegions;
    QHash<atlas::ProjectId, QPointer<const ProjectUsage>> m_usages;
};

} // namespace browse
