// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim::sample {

/// Gives a project clusters with names in a row and jobs from 2025-01 to 2026-08-10, but none from
/// before its bucket was registered. What it returns is good until the next is added.
class ClusterMaker
{
public:
    /// `project` must outlive it.
    ClusterMaker(Project &project, const QString &stem);

    /// Takes snapshots, exports none.
    Cluster &addIdle();

    /// Exports to the project's bucket of that index; all its jobs are Successful.
    Cluster &addExporting(qsizetype bucket, ExportFrequency frequency = ExportFrequency::Monthly);

    /// Adds a Successful job in the middle of each month.
    void exportOnDemand(Cluster &cluster, qsizetype bucket) const;

private:
    void addJobs(Cluster &cluster, qsizetype bucket, QDateTime time, int months) const;
    int number() const { return int(m_project.clusters.size()); }

    Project &m_project;
    QString m_stem;
};

/// The cluster's newest job, or one before it.
ExportJob &recentJob(Cluster &cluster, qsizetype before = 0);

/// Fails the job when a third of its collections is exported.
void failPartly(ExportJob &job, const StateReason &reason);

} // namespace atlassim::sample
