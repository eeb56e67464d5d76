// SPDX-License-Identifier: Apache-2.0
#include "insight/health/wanted.h"

#include <QSet>

#include <algorithm>

namespace insight {

namespace {

/// Whether it is still to be read, or its reading was ended.
template<class T>
bool isToRead(const Part<T> &part)
{
    using buckets::Gap;
    return !part.error && !part.completeness.lacks(Gap::Failed)
        && (part.completeness.lacks(Gap::Unread) || part.completeness.lacks(Gap::Stopped));
}

bool isOnAws(const atlas::Cluster &cluster)
{
    return std::any_of(cluster.regions.begin(), cluster.regions.end(), [](const auto &region) {
        return atlas::CloudProvider::fromApi(region.provider).kind()
            == atlas::CloudProvider::Kind::Aws;
    });
}

/// What an automatic export of a cluster on AWS to a bucket of AWS makes needed.
void addRoute(Wanted &needed, const atlas::ExportBucket &bucket)
{
    if (!bucket.text(atlas::BucketField::Region) && !needed.regions.contains(bucket.id))
        needed.regions.append(bucket.id);
    needed.endpoints =
        needed.endpoints || bucket.flag(atlas::BucketField::PrivateNetworking).value_or(false);
}

void addNeedsOf(Wanted &needed, const ProjectView &project, const ClusterView &cluster)
{
    if (mayHaveSchedule(cluster.facts->cluster))
        needed.schedules.append(cluster.name());
    if (project.needsJobs(cluster))
        needed.jobs.append(cluster.name());
    const auto target = cluster.target();
    const atlas::ExportBucket *bucket = target ? project.bucket(*target) : nullptr;
    if (bucket && bucket->provider().kind() == atlas::CloudProvider::Kind::Aws
        && isOnAws(cluster.facts->cluster))
        addRoute(needed, *bucket);
}

/// Takes out of `names` those whose part need not be read again.
template<class IsToRead>
void keepClusters(QList<atlas::ClusterName> &names, const ProjectFacts &facts,
                  const IsToRead &isToReadOf)
{
    QSet<atlas::ClusterName> open;
    for (const ClusterFacts &cluster : facts.clusters.value) {
        if (isToReadOf(cluster))
            open.insert(cluster.cluster.name);
    }
    names.removeIf([&open](const atlas::ClusterName &name) { return !open.contains(name); });
}

} // namespace

bool Wanted::isNothing() const
{
    return *this == Wanted();
}

Wanted neededOf(const ProjectView &project)
{
    Wanted needed;
    needed.clusters = true;
    needed.roles = !project.facts().buckets.value.isEmpty();
    needed.alerts = project.hasAutoExport();
    for (const ClusterView &cluster : project.clusters())
        addNeedsOf(needed, project, cluster);
    return needed;
}

Wanted wantedOf(const ProjectFacts &soFar)
{
    Wanted wanted = neededOf(ProjectView(soFar, {}));
    wanted.clusters = isToRead(soFar.clusters);
    wanted.roles = wanted.roles && isToRead(soFar.roles);
    wanted.alerts = wanted.alerts && isToRead(soFar.alerts);
    wanted.endpoints = wanted.endpoints && isToRead(soFar.endpoints);
    keepClusters(wanted.schedules, soFar,
                 [](const ClusterFacts &cluster) { return isToRead(cluster.schedule); });
    keepClusters(wanted.jobs, soFar,
                 [](const ClusterFacts &cluster) { return isToRead(cluster.jobs); });
    wanted.regions.removeIf([&soFar](atlas::BucketId bucket) {
        const auto failed = soFar.unreadRegions.constFind(bucket);
        return failed != soFar.unreadRegions.constEnd();
    });
    return wanted;
}

} // namespace insight
