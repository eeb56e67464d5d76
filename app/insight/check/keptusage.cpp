// SPDX-License-Identifier: Apache-2.0
#include "insight/check/keptusage.h"

#include "atlas/errors/clusterabsence.h"
#include "atlas/errors/missingrole.h"

namespace insight {

using buckets::BackupSchedules;
using buckets::ExportJobs;
using buckets::Gap;

namespace {

BackupSchedules::Reading readingOf(const Part<std::optional<atlas::BackupSchedule>> &schedule)
{
    if (schedule.value)
        return BackupSchedules::Reading::Read;
    if (!schedule.isWhole())
        return schedule.error ? BackupSchedules::Reading::Failed : BackupSchedules::Reading::Unread;
    if (!schedule.error)
        return BackupSchedules::Reading::NoBackup;
    switch (atlas::clusterAbsenceIn(*schedule.error)) {
    case atlas::ClusterAbsence::Gone:
        return BackupSchedules::Reading::Gone;
    case atlas::ClusterAbsence::Flex:
        return BackupSchedules::Reading::Flex;
    case atlas::ClusterAbsence::NoBackup:
    case atlas::ClusterAbsence::None:
        break;
    }
    return BackupSchedules::Reading::NoBackup;
}

/// Older jobs than the check asked for may be there.
std::optional<ExportJobs::Told> toldOf(const Part<QList<atlas::ExportJob>> &jobs)
{
    if (jobs.completeness.lacks(Gap::Unread))
        return std::nullopt;
    const bool hasFailed = jobs.completeness.lacks(Gap::Failed);
    return ExportJobs::Told{!hasFailed, jobs.value, jobs.completeness, !hasFailed, jobs.error};
}

} // namespace

std::optional<buckets::KeptUsage> keptUsage(const ProjectFacts &facts)
{
    if (!facts.clusters.isWhole())
        return std::nullopt;
    buckets::KeptUsage kept;
    for (const ClusterFacts &cluster : facts.clusters.value) {
        BackupSchedules::Entry entry{
            cluster.cluster.name, readingOf(cluster.schedule), {}, cluster.cluster};
        if (cluster.schedule.value)
            entry.schedule = *cluster.schedule.value;
        kept.clusters.append(entry);
        if (cluster.schedule.error)
            kept.errors.insert(entry.cluster, *cluster.schedule.error);
        const auto told = toldOf(cluster.jobs);
        if (!told)
            continue;
        kept.jobs.insert(entry.cluster, *told);
        if (!told->isRead && told->error && atlas::meansMissingRole(*told->error))
            kept.refusal = told->error;
    }
    return kept;
}

} // namespace insight
