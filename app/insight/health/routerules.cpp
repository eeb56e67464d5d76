// SPDX-License-Identifier: Apache-2.0
#include "insight/health/routerules.h"

#include "insight/health/findingwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace insight {

namespace {

using ProviderKind = atlas::CloudProvider::Kind;

/// Buckets write `us-east-1`, clusters and endpoints `US_EAST_1`.
QString regionName(const QString &region)
{
    return region.trimmed().toUpper().replace(u'-', u'_');
}

/// The regions on AWS of a cluster; nothing if they are not all known.
std::optional<QStringList> awsRegionsOf(const atlas::Cluster &cluster)
{
    QStringList regions;
    for (const atlas::Cluster::Region &region : cluster.regions) {
        if (atlas::CloudProvider::fromApi(region.provider).kind() != ProviderKind::Aws)
            continue;
        if (region.name.isEmpty())
            return std::nullopt;
        regions.append(regionName(region.name));
    }
    return regions.isEmpty() ? std::nullopt : std::optional(regions);
}

/// An automatic export within AWS, whose regions are known.
struct Route
{
    const ClusterView &cluster;
    const atlas::ExportBucket &bucket;
    QStringList clusterRegions;
    QString bucketRegion;
};

template<class Visit>
void forEachRoute(const ProjectView &project, const Visit &visit)
{
    for (const ClusterView &cluster : project.clusters()) {
        const auto target = cluster.target();
        const atlas::ExportBucket *bucket = target ? project.bucket(*target) : nullptr;
        if (!bucket || bucket->provider().kind() != ProviderKind::Aws)
            continue;
        const auto regions = awsRegionsOf(cluster.facts->cluster);
        const QString region =
            regionName(bucket->text(atlas::BucketField::Region).value_or(QString()));
        if (regions && !region.isEmpty())
            visit(Route{cluster, *bucket, *regions, region});
    }
}

Finding routeFinding(const Rule &rule, const ProjectView &project, const Route &route)
{
    Finding finding = rule.findingIn(project.facts(), rule.worst);
    finding.cluster = route.cluster.name();
    finding.bucket = route.bucket.id;
    finding.bucketName = route.bucket.name();
    return finding;
}

/// Cluster and bucket, and where they are.
std::vector<atlas::Wording> endsOf(const ProjectView &project, const Route &route)
{
    return {route.cluster.name().toString(), project.nameOf(route.bucket.id),
            route.clusterRegions.join(QStringLiteral(", ")), route.bucketRegion};
}

bool leadsThere(const atlas::PrivateEndpoint &endpoint, const Route &route)
{
    return endpoint.isActive() && regionName(endpoint.bucketRegion) == route.bucketRegion
        && route.clusterRegions.contains(regionName(endpoint.clusterRegion));
}

} // namespace

void findOtherRegions(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachRoute(project, [&](const Route &route) {
        if (route.clusterRegions.contains(route.bucketRegion))
            return;
        Finding finding = routeFinding(rule, project, route);
        finding.message = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "Cluster %1 in %3 exports to bucket %2 in %4, which adds costs for "
                              "data transfer."),
            endsOf(project, route));
        finding.nextStep = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "Register a bucket in %2, then set it with: atlas backups schedule "
                              "update --clusterName %1 --exportBucketId ID"),
            {route.cluster.name().toString(), route.clusterRegions.constFirst()});
        found.append(finding);
    });
}

void findMissingEndpoints(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    const auto &endpoints = project.facts().endpoints;
    if (!endpoints.isWhole())
        return;
    forEachRoute(project, [&](const Route &route) {
        const bool isPrivate =
            route.bucket.flag(atlas::BucketField::PrivateNetworking).value_or(false);
        if (!isPrivate
            || std::any_of(endpoints.value.begin(), endpoints.value.end(),
                           [&route](const auto &endpoint) { return leadsThere(endpoint, route); }))
            return;
        Finding finding = routeFinding(rule, project, route);
        finding.message = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "Bucket %2 requires private networking, but no active private "
                              "endpoint leads from cluster %1 in %3 to %4, so exports fail."),
            endsOf(project, route));
        finding.nextStep = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "In Atlas, create a private endpoint for backup exports from %1 to "
                              "%2, or turn off private networking for the bucket."),
            {route.clusterRegions.constFirst(), route.bucketRegion});
        found.append(finding);
    });
}

} // namespace insight
