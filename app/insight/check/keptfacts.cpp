// SPDX-License-Identifier: Apache-2.0
#include "insight/check/keptfacts.h"

#include "buckets/reading/bucketrole.h"
#include "insight/health/projectview.h"

namespace insight {

namespace {

/// A schedule that exports nothing and names no bucket is kept as none.
std::optional<KeptSchedule> keptSchedule(const ClusterFacts &cluster)
{
    const auto &schedule = cluster.schedule.value;
    if (!schedule || (!schedule->autoExportEnabled && !schedule->exportTo))
        return std::nullopt;
    KeptSchedule kept;
    kept.cluster = cluster.cluster.name;
    kept.isOn = schedule->autoExportEnabled;
    if (schedule->exportTo) {
        kept.bucket = schedule->exportTo->bucket;
        kept.frequency = schedule->exportTo->frequency.apiText();
    }
    return kept;
}

template<class Role>
void keepRoles(const QList<Role> &roles, const QString &provider, QList<KeptRole> &kept)
{
    for (const Role &role : roles)
        kept.append(
            {role.roleId, provider, buckets::standingOf(role) == buckets::RoleStanding::Usable});
}

QList<KeptRole> keptRoles(const atlas::CloudProviderRoles &roles)
{
    QList<KeptRole> kept;
    keepRoles(roles.aws, QStringLiteral("AWS"), kept);
    keepRoles(roles.azure, QStringLiteral("AZURE"), kept);
    keepRoles(roles.gcp, QStringLiteral("GCP"), kept);
    return kept;
}

KeptProject keptProject(const ProjectFacts &facts)
{
    KeptProject kept;
    kept.id = facts.project.id;
    kept.name = facts.project.name;
    kept.hasAllBuckets = facts.buckets.isWhole();
    kept.buckets = facts.buckets.value;
    kept.hasAllClusters = facts.clusters.isWhole();
    for (const ClusterFacts &cluster : facts.clusters.value) {
        if (isGone(cluster) || !mayHaveSchedule(cluster.cluster))
            continue;
        if (!cluster.schedule.isWhole())
            kept.unreadClusters.append(cluster.cluster.name);
        else if (const auto schedule = keptSchedule(cluster))
            kept.schedules.append(*schedule);
    }
    kept.hasAllRoles = facts.roles.isWhole();
    kept.roles = keptRoles(facts.roles.value);
    return kept;
}

} // namespace

ProjectFacts provedBy(const ExportSpans &spans, ProjectFacts facts)
{
    for (ClusterFacts &cluster : facts.clusters.value) {
        if (const auto schedule = keptSchedule(cluster))
            cluster.unchangedSince = spans.since(facts.project.id, *schedule);
    }
    return facts;
}

KeptReading keptReading(const Facts &facts)
{
    KeptReading reading;
    reading.at = facts.now;
    reading.hasAllProjects = facts.areAllProjectsKnown;
    for (const ProjectFacts &project : facts.projects)
        reading.projects.append(keptProject(project));
    return reading;
}

} // namespace insight
