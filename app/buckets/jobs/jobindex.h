// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/clustername.h"
#include "buckets/jobs/joblist.h"

#include <QHash>
#include <QList>

namespace buckets {

/// A job, and whose snapshot it exports.
struct ClusterExportJob
{
    atlas::ClusterName cluster;
    atlas::ExportJob job;

    friend bool operator==(const ClusterExportJob &, const ClusterExportJob &) = default;
};

/// The jobs of some clusters by the bucket that they are to, newest first.
class JobIndex
{
public:
    /// Of all clusters at once. Jobs to no bucket are left out.
    explicit JobIndex(const QHash<atlas::ClusterName, JobList> &clusters = {});

    QList<atlas::BucketId> buckets() const { return m_places.keys(); }
    qsizetype countTo(atlas::BucketId bucket) const { return m_places.value(bucket).size(); }
    /// The jobs to a bucket.
    QList<ClusterExportJob> jobsTo(atlas::BucketId bucket) const;
    /// Their outlines; of so many at most.
    QList<ClusterExportJob> outlinesTo(atlas::BucketId bucket, qsizetype most) const;

private:
    struct Cluster
    {
        atlas::ClusterName name;
        JobList jobs;
    };
    /// Where a job stands, in m_clusters and there.
    struct Place
    {
        int cluster = 0;
        int job = 0;
    };

    QList<Cluster> m_clusters;
    QHash<atlas::BucketId, QList<Place>> m_places;
};

} // namespace buckets
