// SPDX-License-Identifier: Apache-2.0
#include "buckets/jobs/jobindex.h"

#include "buckets/jobs/recentjobs.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace buckets {

JobIndex::JobIndex(const QHash<atlas::ClusterName, JobList> &clusters)
{
    struct Aged
    {
        QDateTime made;
        atlas::ExportJobId id;
        Place place;
    };
    QHash<atlas::BucketId, QList<Aged>> all;
    for (auto cluster = clusters.cbegin(); cluster != clusters.cend(); ++cluster) {
        const int number = static_cast<int>(m_clusters.size());
        m_clusters.append({cluster.key(), *cluster});
        for (int i = 0; i < static_cast<int>(cluster->size()); ++i) {
            const atlas::ExportJob job = cluster->outline(i);
            if (job.bucket)
                all[*job.bucket].append({madeAt(job), job.id, {number, i}});
        }
    }
    for (auto bucket = all.begin(); bucket != all.end(); ++bucket) {
        std::sort(bucket->begin(), bucket->end(), [](const Aged &one, const Aged &other) {
            return std::tie(one.made, one.id) > std::tie(other.made, other.id);
        });
        QList<Place> &places = m_places[bucket.key()];
        places.reserve(bucket->size());
        for (const Aged &job : std::as_const(*bucket))
            places.append(job.place);
    }
}

QList<ClusterExportJob> JobIndex::jobsTo(atlas::BucketId bucket) const
{
    QHash<int, QList<atlas::ExportJob>> unpacked;
    QList<ClusterExportJob> jobs;
    const QList<Place> places = m_places.value(bucket);
    jobs.reserve(places.size());
    for (const Place &place : places) {
        const Cluster &cluster = m_clusters[place.cluster];
        QList<atlas::ExportJob> &all = unpacked[place.cluster];
        if (all.isEmpty())
            all = cluster.jobs.jobs();
        jobs.append({cluster.name, all.at(place.job)});
    }
    return jobs;
}

QList<ClusterExportJob> JobIndex::outlinesTo(atlas::BucketId bucket, qsizetype most) const
{
    QList<ClusterExportJob> outlines;
    const QList<Place> places = m_places.value(bucket);
    const qsizetype count = std::min(places.size(), most);
    outlines.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const Cluster &cluster = m_clusters[places[i].cluster];
        outlines.append({cluster.name, cluster.jobs.outline(places[i].job)});
    }
    return outlines;
}

} // namespace buckets
