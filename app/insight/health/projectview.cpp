// SPDX-License-Identifier: Apache-2.0
#include "insight/health/projectview.h"

#include "atlas/errors/clusterabsence.h"

#include <algorithm>

namespace insight {

namespace {

template<class T>
atlas::ClusterAbsence absenceIn(const Part<T> &part)
{
    return part.error ? atlas::clusterAbsenceIn(*part.error) : atlas::ClusterAbsence::None;
}

/// An absence is an answer, too.
template<class T>
bool isAnswered(const Part<T> &part)
{
    return part.isWhole() || absenceIn(part) != atlas::ClusterAbsence::None;
}

ClusterView viewOf(const ClusterFacts &facts)
{
    ClusterView view{&facts};
    const bool mayHave = mayHaveSchedule(facts.cluster);
    view.isScheduleKnown = !mayHave || isAnswered(facts.schedule);
    if (mayHave && facts.schedule.isWhole() && facts.schedule.value)
        view.schedule = &*facts.schedule.value;
    view.areJobsKnown = isAnswered(facts.jobs);
    if (facts.jobs.isWhole())
        view.tales = exportTales(facts.jobs.value);
    return view;
}

} // namespace

bool mayHaveSchedule(const atlas::Cluster &cluster)
{
    return cluster.backupEnabled.value_or(true) && !cluster.isFree;
}

bool isGone(const ClusterFacts &cluster)
{
    return absenceIn(cluster.schedule) == atlas::ClusterAbsence::Gone
        || absenceIn(cluster.jobs) == atlas::ClusterAbsence::Gone;
}

ProjectView::ProjectView(const ProjectFacts &facts, const QDateTime &now)
    : m_facts(facts), m_now(now)
{
    m_buckets.reserve(facts.buckets.value.size());
    for (const atlas::ExportBucket &bucket : facts.buckets.value)
        m_buckets.insert(bucket.id, &bucket);
    for (const ClusterFacts &cluster : facts.clusters.value) {
        if (isGone(cluster))
            continue;
        m_clusters.append(viewOf(cluster));
        const ClusterView &view = m_clusters.constLast();
        m_hasAutoExport = m_hasAutoExport || view.hasAutoExport();
        if (const auto target = view.target())
            m_exporters[*target].append(m_clusters.size() - 1);
    }
    m_areSchedulesKnown = facts.clusters.isWhole()
        && std::all_of(m_clusters.cbegin(), m_clusters.cend(),
                       [](const ClusterView &view) { return view.isScheduleKnown; });
}

QList<const ClusterView *> ProjectView::exportersTo(atlas::BucketId bucket) const
{
    QList<const ClusterView *> exporters;
    for (const qsizetype index : m_exporters.value(bucket))
        exporters.append(&m_clusters[index]);
    return exporters;
}

QString ProjectView::nameOf(atlas::BucketId id) const
{
    const atlas::ExportBucket *known = bucket(id);
    return known && !known->name().isEmpty() ? known->name() : id.toHex();
}

} // namespace insight
