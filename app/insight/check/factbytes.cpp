// SPDX-License-Identifier: Apache-2.0
#include "insight/check/factbytes.h"

#include "insight/check/factarchive.h"

#include <utility>

namespace insight {

namespace packing {

template<class A>
void visit(A &a, Is<atlas::FieldViolation> auto &v)
{
    a(v.field, v.description);
}

/// Its texts stay in the language in which they were made.
template<class A>
void visit(A &a, Is<atlas::ApiError> auto &v)
{
    a.choice(v.kind, atlas::ApiError::Kind::Refused);
    a.choice(v.cause, atlas::ApiError::Cause::NoTarget);
    a.choice(v.role, atlas::Role::OrganizationMember);
    a.choice(v.signedBy, atlas::SignedBy::ServiceAccount);
    a(v.status, v.errorCode, v.reason, v.detail, v.parameters, v.fieldViolations, v.retries,
      v.request, v.hasOwnVersion, v.duringSignIn);
}

template<class A>
void visit(A &a, Is<atlas::Project> auto &v)
{
    a(v.id, v.name, v.organizationId, v.created, v.clusterCount);
}

template<class A>
void visit(A &a, Is<atlas::Cluster::Region> auto &v)
{
    a(v.provider, v.name);
}

template<class A>
void visit(A &a, Is<atlas::Cluster> auto &v)
{
    a(v.name, v.id, v.type, v.backupEnabled, v.paused, v.state, v.isFree, v.regions);
}

template<class A>
void visit(A &a, Is<atlas::Retention> auto &v)
{
    a(v.unit, v.value);
}

template<class A>
void visit(A &a, Is<atlas::SnapshotRule> auto &v)
{
    a(v.id, v.frequency, v.interval, v.retention);
}

template<class A>
void visit(A &a, Is<atlas::SnapshotCopy> auto &v)
{
    a(v.provider, v.region, v.zoneId, v.frequencies, v.rules, v.newest, v.copiesOplog);
}

template<class A>
void visit(A &a, Is<atlas::ScheduleDetails::ExtraRetention> auto &v)
{
    a(v.frequency, v.days);
}

template<class A>
void visit(A &a, Is<atlas::ScheduleDetails> auto &v)
{
    a(v.policyId, v.hour, v.minute, v.restoreWindowDays, v.usesNamesInPrefix, v.copies,
      v.copiesByPolicyItem, v.copiesByItself, v.extraRetention);
}

template<class A>
void visit(A &a, Is<atlas::BackupSchedule::Export> auto &v)
{
    a(v.bucket, v.frequency);
}

template<class A>
void visit(A &a, Is<atlas::BackupSchedule> auto &v)
{
    a(v.autoExportEnabled, v.exportTo, v.nextSnapshot, v.snapshots, v.details);
}

template<class A>
void visit(A &a, Is<atlas::ExportJob::StateReason> auto &v)
{
    a(v.errorCode, v.message);
}

template<class A>
void visit(A &a, Is<atlas::ExportJob::Progress> auto &v)
{
    a(v.exported, v.total);
}

template<class A>
void visit(A &a, Is<atlas::ExportJob::Component> auto &v)
{
    a(v.exportId, v.replicaSet);
}

template<class A>
void visit(A &a, Is<atlas::ExportJob::CustomData> auto &v)
{
    a(v.key, v.value);
}

template<class A>
void visit(A &a, Is<atlas::ExportJob> auto &v)
{
    a(v.id, v.bucket, v.prefix, v.created, v.finished, v.state, v.reason, v.progress, v.snapshotId,
      v.components, v.customData);
}

template<class A, class T>
void visitPart(A &a, T &part)
{
    a(part.value, part.completeness, part.error);
}

template<class A, class T>
void visit(A &a, Part<T> &part)
{
    visitPart(a, part);
}

template<class A, class T>
void visit(A &a, const Part<T> &part)
{
    visitPart(a, part);
}

template<class A>
void visit(A &a, Is<ClusterFacts> auto &v)
{
    a(v.cluster, v.schedule, v.jobs);
}

template<class A>
void visit(A &a, Is<atlas::AwsRole> auto &v)
{
    a(v.roleId, v.iamAssumedRoleArn, v.authorized);
}

template<class A>
void visit(A &a, Is<atlas::AzureRole> auto &v)
{
    a(v.roleId);
}

template<class A>
void visit(A &a, Is<atlas::GcpRole> auto &v)
{
    a(v.roleId, v.serviceAccount, v.status);
}

template<class A>
void visit(A &a, Is<atlas::CloudProvider::Kind> auto &v)
{
    a.choice(v, atlas::CloudProvider::Kind::Unknown);
}

template<class A>
void visit(A &a, Is<atlas::CloudProviderRoles> auto &v)
{
    a(v.aws, v.azure, v.gcp, v.listed);
}

template<class A>
void visit(A &a, Is<atlas::AlertConfiguration::Matcher> auto &v)
{
    a(v.field, v.comparison, v.value);
}

template<class A>
void visit(A &a, Is<atlas::AlertConfiguration> auto &v)
{
    a(v.eventType, v.isEnabled, v.recipients, v.matchers, v.id);
}

template<class A>
void visit(A &a, Is<atlas::PrivateEndpoint> auto &v)
{
    a(v.id, v.bucketRegion, v.clusterRegion, v.status, v.error);
}

/// A bucket whose region did not come, and why.
struct UnreadRegion
{
    atlas::BucketId bucket{};
    std::optional<atlas::ApiError> error{};
};

template<class A>
void visit(A &a, Is<UnreadRegion> auto &v)
{
    a(v.bucket, v.error);
}

template<class A, class T>
void visitFacts(A &a, T &facts, QList<UnreadRegion> &regions)
{
    a(facts.project, facts.buckets.completeness, facts.buckets.error, facts.clusters, facts.roles,
      facts.alerts, facts.endpoints, regions);
}

} // namespace packing

namespace {

constexpr auto FactsVersion = QDataStream::Qt_6_0;
/// The first byte. Another form gets another.
constexpr quint8 FormOfFacts = 1;

} // namespace

QByteArray bytesOf(const ProjectFacts &facts)
{
    QList<packing::UnreadRegion> regions;
    for (auto it = facts.unreadRegions.cbegin(); it != facts.unreadRegions.cend(); ++it)
        regions.append({it.key(), it.value()});
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(FactsVersion);
    out << FormOfFacts;
    packing::FactArchive<false> archive(out);
    packing::visitFacts(archive, facts, regions);
    return bytes;
}

std::optional<ProjectFacts> factsIn(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(FactsVersion);
    quint8 form = 0;
    in >> form;
    if (form != FormOfFacts)
        return std::nullopt;
    ProjectFacts facts;
    QList<packing::UnreadRegion> regions;
    packing::FactArchive<true> archive(in);
    packing::visitFacts(archive, facts, regions);
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    for (const packing::UnreadRegion &region : std::as_const(regions))
        facts.unreadRegions.insert(region.bucket, region.error);
    return facts;
}

} // namespace insight
