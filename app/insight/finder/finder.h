// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/search/textindex.h"
#include "buckets/rows/bucketrows.h"
#include "insight/finder/place.h"

#include <QList>

namespace buckets {
class BucketStore;
class ProjectList;
class Sweep;
} // namespace buckets

namespace insight {

class ExportCheck;

/// Finds what has been read by its name, or by a part of its ID, as somebody types: projects,
/// buckets, clusters, and what else there is to go to. Knows what was there when it was made, and
/// asks Atlas nothing. A value, of the window's thread.
class Finder
{
public:
    /// What has been read. Needs to live only while a finder is made.
    struct Sources
    {
        const buckets::ProjectList &projects;
        /// Of all projects, as far as they have been read.
        const buckets::Sweep &all;
        /// Those of a page.
        const buckets::BucketStore &page;
        const ExportCheck &check;
    };

    /// `others` are commands and settings; `recent` is what was gone to of late, the latest first.
    Finder(const QList<Place> &others, const QList<Place> &recent);
    /// Of all that has been read, too.
    Finder(const Sources &sources, const QList<Place> &others, const QList<Place> &recent);

    /// The `most` places that fit best, best first; of those that fit as well, what was gone to of
    /// late is first. Nothing typed finds what was gone to of late, and the projects.
    QList<Place> find(const QString &typed, int most) const;

    /// How many it looks through.
    int bucketCount() const { return m_all.size() + m_page.size(); }
    int projectCount() const { return static_cast<int>(m_projects.size()); }

private:
    void addProjects(const buckets::ProjectList &projects);
    void addBuckets(const buckets::BucketRows &rows);
    void addClusters(const ExportCheck &check);
    void addOthers(const QList<Place> &others);
    bool isInSweep(const buckets::BucketRows &rows, atlas::ProjectId project) const;
    quint8 rankOf(const Place &place) const;
    Place placeAt(int number) const;
    Place bucketAt(const buckets::BucketRows &rows, int row) const;
    void addById(const QString &typed, int most, QList<Place> &places) const;

    QList<Place> m_recent;
    /// In the order in which they stand in the index.
    QList<Place> m_projects;
    buckets::BucketRows m_all;
    buckets::BucketRows m_page;
    QList<Place> m_others;
    base::TextIndex m_index;
};

} // namespace insight
