// SPDX-License-Identifier: Apache-2.0
#include "insight/check/factsof.h"

#include "atlas/errors/clusterabsence.h"
#include "insight/health/exporttale.h"

namespace insight {

using buckets::BackupSchedules;
using buckets::Completeness;
using buckets::ExportJobs;
using buckets::Gap;
using buckets::RoleReader;

namespace {

template<class T>
Part<T> whole(const T &value = {})
{
    return {value, Completeness::whole()};
}

template<class T>
Part<T> failed(const std::optional<atlas::ApiError> &error)
{
    return {{}, Completeness::lacking(Gap::Failed), error};
}

Part<std::optional<atlas::BackupSchedule>> schedulePart(const BackupSchedules::Entry &entry,
                                                        const std::optional<atlas::ApiError> &error)
{
    using Schedule = std::optional<atlas::BackupSchedule>;
    switch (entry.reading) {
    case BackupSchedules::Reading::Unread:
        return {};
    case BackupSchedules::Reading::Read:
        return whole(Schedule(entry.schedule));
    case BackupSchedules::Reading::NoBackup:
    case BackupSchedules::Reading::Flex:
    case BackupSchedules::Reading::Gone:
        return {{}, Completeness::whole(), error};
    case BackupSchedules::Reading::Failed:
        return failed<Schedule>(error);
    }
    Q_UNREACHABLE();
}

Part<QList<atlas::ExportJob>> jobsPart(const std::optional<ExportJobs::Told> &jobs)
{
    if (!jobs)
        return {};
    if (jobs->isRead)
        return {tellingJobs(jobs->jobs.outlines()), jobs->completeness, jobs->error};
    if (jobs->error)
        return failed<QList<atlas::ExportJob>>(jobs->error);
    return {};
}

bool isGone(const std::optional<atlas::ApiError> &error)
{
    return error && atlas::clusterAbsenceIn(*error) == atlas::ClusterAbsence::Gone;
}

/// Of a project whose jobs may not be seen, the first refusal stands for all.
std::optional<ExportJobs::Told> toldOf(const ExportJobs &jobs, const atlas::ClusterName &cluster)
{
    auto told = jobs.jobsOf(cluster);
    if (told && !told->isRead && !told->error && jobs.state() == ExportJobs::State::Forbidden)
        told->error = jobs.error();
    return told;
}

} // namespace

ClusterFacts clusterFacts(const BackupSchedules::Entry &entry,
                          const std::optional<atlas::ApiError> &scheduleError,
                          const std::optional<ExportJobs::Told> &jobs)
{
    ClusterFacts facts;
    facts.cluster = entry.details;
    facts.cluster.name = entry.cluster;
    facts.schedule = schedulePart(entry, scheduleError);
    facts.jobs = jobsPart(jobs);
    // Deleted between the two calls: what its schedule said holds no longer.
    if (facts.jobs.isWhole() && isGone(facts.jobs.error))
        facts.schedule = {{}, Completeness::whole(), facts.jobs.error};
    return facts;
}

Part<QList<ClusterFacts>> clustersPart(const BackupSchedules &schedules, const ExportJobs *jobs)
{
    Part<QList<ClusterFacts>> part;
    part.completeness = schedules.listCompleteness();
    if (schedules.state() == BackupSchedules::State::Failed)
        part.error = schedules.error();
    part.value.reserve(schedules.entries().size());
    for (const BackupSchedules::Entry &entry : schedules.entries()) {
        part.value.append(clusterFacts(entry, schedules.errorOf(entry.cluster),
                                       jobs ? toldOf(*jobs, entry.cluster) : std::nullopt));
    }
    return part;
}

Part<atlas::CloudProviderRoles> rolesPart(const RoleReader::Knowledge &knowledge)
{
    switch (knowledge.state) {
    case RoleReader::State::Unread:
    case RoleReader::State::Reading:
        return {};
    case RoleReader::State::Ready:
        return whole(knowledge.roles);
    case RoleReader::State::Failed:
        return failed<atlas::CloudProviderRoles>(knowledge.error);
    }
    Q_UNREACHABLE();
}

Part<QList<atlas::ExportBucket>> bucketsPart(const buckets::Sweep &sweep, atlas::ProjectId project)
{
    Part<QList<atlas::ExportBucket>> part;
    if (const buckets::ProjectReading *reading = sweep.readingOf(project)) {
        part.completeness = buckets::completenessOf(*reading);
        if (part.completeness.lacks(Gap::Failed))
            part.error = reading->error;
    }
    const buckets::BucketRows &rows = sweep.buckets().rows();
    for (buckets::BucketRows::ProjectIndex index = 0; index < rows.projectEnd(); ++index) {
        if (rows.project(index) != project)
            continue;
        part.value.reserve(rows.rowsOf(index));
        for (int row = rows.firstRowOf(index); row < rows.endRowOf(index); ++row) {
            if (rows.projectIndexAt(row) == index)
                part.value.append(rows.at(row));
        }
    }
    return part;
}

ProjectFacts factsWithoutBuckets(const atlas::Project &project)
{
    return {project,
            whole<QList<atlas::ExportBucket>>(),
            whole<QList<ClusterFacts>>(),
            whole<atlas::CloudProviderRoles>(),
            whole<QList<atlas::AlertConfiguration>>(),
            whole<QList<atlas::PrivateEndpoint>>()};
}

ProjectFacts factsOfSweep(const buckets::Sweep &sweep, const atlas::Project &project)
{
    const buckets::ProjectReading *reading = sweep.readingOf(project.id);
    if (reading && reading->state == buckets::ProjectReading::State::Exempt)
        return factsWithoutBuckets(project);
    ProjectFacts facts;
    facts.project = project;
    facts.buckets = bucketsPart(sweep, project.id);
    return facts;
}

} // namespace insight
