// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketstore.h"

#include <QByteArray>

namespace bench {

/// Export buckets in any number, as a large organisation has them: every name once, over 250
/// projects. The same on every run.
class ManyBuckets
{
public:
    static constexpr int Projects = 250;
    /// As many as Atlas puts on a page.
    static constexpr int PageSize = 500;

    explicit ManyBuckets(int count) : m_count(count) { }

    /// How many pages there are, a project's one after the other.
    int pages() const;
    atlas::ProjectId projectOf(int page) const;
    QList<atlas::ExportBucket> page(int page) const;

    /// Adds all of them to `store`, page by page.
    void addTo(buckets::BucketStore &store) const;
    /// How many bytes Atlas's answers take.
    qint64 jsonSize() const;

private:
    int pagesOfProject() const;
    int bucketsOfProject() const { return (m_count + Projects - 1) / Projects; }
    atlas::ExportBucket bucket(int serial) const;

    int m_count;
};

} // namespace bench
