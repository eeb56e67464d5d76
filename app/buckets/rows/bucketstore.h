// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"
#include "buckets/rows/bucketrows.h"

#include <QObject>
#include <QSet>

#include <utility>

namespace buckets {

/// Export buckets of a page or of any number of projects, and what is known of them beside the
/// lists: regions told later, and what projects are called. No model of Qt's: who reads them asks
/// rows(), and who shows them follows the signals, which tell all that such a model tells. Each is
/// of a run of rows, however many change. Of the window's thread.
class BucketStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Has these buckets of a project, and no others. If they are those that are here already, rows
    /// only change, so that a selection survives; likewise if some are gone, and new ones are last.
    void setBuckets(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets);
    /// Has these rows, and no others, all possibly out of date.
    void setStaleRows(BucketRows &&rows);
    /// Notes the regions of buckets that lists leave out, as setRegion() does, where none is known.
    void noteRegions(const QList<atlas::ExportBucket> &buckets);
    /// Has these buckets of a project, too: new ones as the last rows, known ones where they are.
    /// Returns how many are new.
    int addBuckets(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets);
    /// Buckets of a project, each of a kind that BucketRows pack, as rows for addRows(). Valid
    /// until the rows are cleared or set anew.
    template<class Buckets>
    QList<BucketRow> packed(atlas::ProjectId project, const Buckets &buckets)
    {
        const BucketRows::ProjectIndex index = projectIndex(project);
        QList<BucketRow> rows;
        rows.reserve(static_cast<qsizetype>(buckets.size()));
        for (const auto &bucket : buckets)
            rows.append(m_rows.pack(index, bucket));
        return rows;
    }
    /// As addBuckets(), of any projects.
    int addRows(const QList<BucketRow> &rows);
    /// Has the buckets of a project no longer that are not in `here`, all of which are. Tells of
    /// each run of rows; where there are many, that all is new, which takes views less long.
    void removeOthers(atlas::ProjectId project, const QSet<atlas::BucketId> &here);
    /// Has the buckets of these projects alone; as removeOthers().
    void removeOtherProjects(const QSet<atlas::ProjectId> &here);
    /// What a project of these rows, or of rows to come, is called.
    void nameProject(atlas::ProjectId project, const QString &name);
    void clear();
    /// Whether forgetTexts() may be worth it, while rows come and go.
    bool mayHaveOldTexts() const { return m_rows.mayHaveOldTexts(); }
    /// While no row was packed that is yet to come: forgets the texts of those that went. Tells
    /// that all is new.
    void forgetTexts()
    {
        Q_EMIT aboutToBeReset();
        m_rows.renewTexts();
        Q_EMIT wasReset();
    }

    /// Marks all rows as possibly out of date, or not.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }

    /// Notes the region of a bucket, for now and for when it is listed again; nothing if the bucket
    /// is known to have none.
    void setRegion(atlas::BucketId bucket, const std::optional<QString> &region);
    /// The buckets whose region is being read; others are no longer.
    void setRegionsPending(const QList<atlas::BucketId> &buckets);
    /// Whether the row's region is being read. `row` must be in [0, rowCount()).
    bool isRegionPending(int row) const { return m_pendingRegions.contains(idAt(row)); }
    /// Whether the list did not tell the bucket's region, and nobody else has. `row` must be in
    /// [0, rowCount()).
    bool lacksRegion(int row) const { return m_rows.lacksRegion(row); }

    /// The rows as they are kept, for who reads many of them. They live as long as this.
    const BucketRows &rows() const { return m_rows; }
    int rowCount() const { return m_rows.size(); }
    /// `row` must be in [0, rowCount()).
    atlas::BucketId idAt(int row) const { return m_rows.idAt(row); }
    /// `row` must be in [0, rowCount()).
    atlas::ExportBucket bucketAt(int row) const { return m_rows.at(row); }
    /// `row` must be in [0, rowCount()).
    atlas::ProjectId projectAt(int row) const { return m_rows.projectAt(row); }
    /// The row of a bucket; -1 if it is not here.
    int rowOf(atlas::BucketId id) const;

Q_SIGNALS:
    // From row `first` to row `last`, both among them.

    /// Rows will be added, as the last ones.
    void rowsAboutToBeAdded(int first, int last);
    void rowsAdded(int first, int last);
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved(int first, int last);
    /// What these rows hold may have changed, in the columns from the first to the last one.
    void rowsChanged(int first, int last, atlas::BucketField firstColumn,
                     atlas::BucketField lastColumn);
    /// All rows will go, and their texts; others may come in their place.
    void aboutToBeReset();
    void wasReset();

private:
    /// A bucket of a project, and the row it is in.
    using Place = std::pair<BucketRows::ProjectIndex, atlas::BucketId>;
    using Places = QHash<Place, int>;

    void noteRegionsOfRows();
    void allChanged();
    void columnsChanged(atlas::BucketField first, atlas::BucketField last);
    void update(int row, const BucketRow &bucket);
    BucketRows::ProjectIndex projectIndex(atlas::ProjectId project);
    bool mayBecome(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets) const;
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
};

} // namespace buckets
