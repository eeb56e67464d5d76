// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/exporttale.h"
#include "insight/health/facts.h"

#include <QHash>

namespace insight {

/// What is known of a cluster, as rules look at it. Views into ClusterFacts, which must outlive it.
struct ClusterView
{
    const ClusterFacts *facts = nullptr;
    /// Whether it is known what it exports: its schedule was read, or it can have none.
    bool isScheduleKnown = false;
    /// nullptr: it has none, or it is not known.
    const atlas::BackupSchedule *schedule = nullptr;
    /// Whether its jobs of the last 400 days were read. Of a cluster whose schedule is not there,
    /// nobody needs them.
    bool areJobsKnown = false;
    /// By bucket; empty unless `areJobsKnown`.
    QMap<atlas::BucketId, ExportTale> tales{};

    const atlas::ClusterName &name() const { return facts->cluster.name; }
    /// Whether its automatic export is on, wherever it goes.
    bool hasAutoExport() const { return schedule && schedule->autoExportEnabled; }
    /// Whether its automatic export is on and goes to the bucket.
    bool exportsTo(atlas::BucketId bucket) const
    {
        return schedule && schedule->useOf(bucket) == atlas::BackupSchedule::Use::AutoExport;
    }
    /// Where its automatic export goes, if it is on.
    std::optional<atlas::BucketId> target() const
    {
        return hasAutoExport() && schedule->exportTo ? std::optional(schedule->exportTo->bucket)
                                                     : std::nullopt;
    }
};

/// Whether a cluster's schedule is to be read: it may have backups.
bool mayHaveSchedule(const atlas::Cluster &cluster);
/// Whether what was read of it says that it is not there any more.
bool isGone(const ClusterFacts &cluster);

/// What is known of a project, put in order once for all rules. The facts must outlive it.
class ProjectView
{
public:
    ProjectView(const ProjectFacts &facts, const QDateTime &now);

    const ProjectFacts &facts() const { return m_facts; }
    /// UTC.
    const QDateTime &now() const { return m_now; }
    /// Those that are still there, as far as they are known.
    const QList<ClusterView> &clusters() const { return m_clusters; }
    /// nullptr if it is not among those that were read.
    const atlas::ExportBucket *bucket(atlas::BucketId id) const { return m_buckets.value(id); }
    /// The clusters whose automatic export is known to go to the bucket.
    QList<const ClusterView *> exportersTo(atlas::BucketId bucket) const;

    /// Whether all clusters, and what each exports, are known.
    bool areSchedulesKnown() const { return m_areSchedulesKnown; }
    /// Whether automatic export is known to be on somewhere.
    bool hasAutoExport() const { return m_hasAutoExport; }
    /// Whether jobs tell anything: those to buckets that the project does not list are history.
    bool needsJobs(const ClusterView &cluster) const
    {
        return !m_buckets.isEmpty() && cluster.schedule;
    }

    /// How a bucket is called; its ID if that is not known.
    QString nameOf(atlas::BucketId id) const;

private:
    const ProjectFacts &m_facts;
    QDateTime m_now;
    QHash<atlas::BucketId, const atlas::ExportBucket *> m_buckets;
    QList<ClusterView> m_clusters;
    /// Indices of m_clusters, by where their automatic export goes.
    QHash<atlas::BucketId, QList<qsizetype>> m_exporters;
    bool m_areSchedulesKnown = false;
    bool m_hasAutoExport = false;
};

} // namespace insight
