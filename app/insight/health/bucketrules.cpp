// SPDX-License-Identifier: Apache-2.0
#include "insight/health/bucketrules.h"

#include "buckets/fields/azureaddress.h"
#include "buckets/usage/lastexport.h"
#include "insight/health/findingwords.h"

#include <QCoreApplication>
#include <QSet>

#include <tuple>
#include <unordered_map>
#include <utility>

namespace insight {

namespace {

/// A bucket that nothing was exported to for so many days is unused.
constexpr int DaysOfUse = 400;

/// What tells a bucket from others: provider, name, role and, of Azure, where it is.
using BucketIdentity = std::tuple<QString, QString, QString, QString>;

BucketIdentity identityOf(const atlas::ExportBucket &bucket)
{
    const bool isAzure = bucket.provider().kind() == atlas::CloudProvider::Kind::Azure;
    const QString url = bucket.text(atlas::BucketField::ServiceUrl).value_or(QString());
    return {bucket.provider().apiText(), bucket.name(),
            bucket.text(atlas::BucketField::RoleId).value_or(QString()),
            isAzure ? buckets::azurePlace(url, bucket.name()) : QString()};
}

struct IdentityHash
{
    std::size_t operator()(const BucketIdentity &identity) const
    {
        return std::apply([](const auto &...part) { return qHashMulti(0, part...); }, identity);
    }
};

/// All registrations of one bucket in a project.
struct Registrations
{
    const atlas::ExportBucket *first = nullptr;
    /// Registered after the first, before the others.
    const atlas::ExportBucket *second = nullptr;
    int count = 0;

    void add(const atlas::ExportBucket &bucket)
    {
        ++count;
        const atlas::ExportBucket *next = &bucket;
        if (!first || next->id < first->id)
            std::swap(first, next);
        if (next && (!second || next->id < second->id))
            second = next;
    }
};

void appendDuplicate(const Rule &rule, const ProjectView &project,
                     const Registrations &registrations, QList<Finding> &found)
{
    Finding finding = rule.findingIn(project.facts(), rule.worst);
    finding.bucket = registrations.first->id;
    finding.bucketName = registrations.first->name();
    finding.since = registrations.second->id.createdAt();
    finding.message = countedFindingWords(
        QT_TRANSLATE_N_NOOP("insight::Finding",
                            "Bucket %1 is registered %Ln time(s) in this project, with the same "
                            "role."),
        registrations.count, {project.nameOf(registrations.first->id)});
    finding.nextStep = findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "Keep the registration that backup schedules use, and remove the others "
                          "with: atlas backups exports buckets delete"));
    found.append(finding);
}

/// The buckets that something was, or may have been, exported to lately. Nothing if a job may have
/// gone to any bucket.
std::optional<QSet<atlas::BucketId>> exportedTo(const ProjectView &project)
{
    QSet<atlas::BucketId> targets;
    const QDateTime from = project.now().addDays(-DaysOfUse);
    for (const ClusterView &cluster : project.clusters()) {
        if (!project.needsJobs(cluster))
            continue;
        if (!cluster.areJobsKnown)
            return std::nullopt;
        for (const atlas::ExportJob &job : cluster.facts->jobs.value) {
            if (buckets::endOf(job) < from)
                continue;
            if (!job.bucket)
                return std::nullopt;
            targets.insert(*job.bucket);
        }
    }
    return targets;
}

} // namespace

void findDuplicates(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    const auto &buckets = project.facts().buckets;
    if (!buckets.isWhole())
        return;
    std::unordered_map<BucketIdentity, Registrations, IdentityHash> groups;
    groups.reserve(static_cast<std::size_t>(buckets.value.size()));
    for (const atlas::ExportBucket &bucket : buckets.value)
        groups[identityOf(bucket)].add(bucket);
    for (const auto &[identity, registrations] : groups) {
        if (registrations.count > 1)
            appendDuplicate(rule, project, registrations, found);
    }
}

void findUnusedBuckets(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    if (!project.areSchedulesKnown())
        return;
    const auto targets = exportedTo(project);
    if (!targets)
        return;
    for (const atlas::ExportBucket &bucket : project.facts().buckets.value) {
        if (targets->contains(bucket.id) || !project.exportersTo(bucket.id).isEmpty())
            continue;
        Finding finding = rule.findingIn(project.facts(), rule.worst);
        finding.bucket = bucket.id;
        finding.bucketName = bucket.name();
        finding.message = countedFindingWords(
            QT_TRANSLATE_N_NOOP("insight::Finding",
                                "No auto export goes to bucket %1, and no cluster of this project "
                                "has exported to it in the last %Ln day(s)."),
            DaysOfUse, {project.nameOf(bucket.id)});
        finding.nextStep =
            findingWords(QT_TRANSLATE_NOOP(
                             "insight::Finding",
                             "If nobody needs the bucket, remove its registration (its files stay) "
                             "with: atlas backups exports buckets delete --bucketId %1"),
                         {bucket.id.toHex()});
        found.append(finding);
    }
}

} // namespace insight
