// SPDX-License-Identifier: Apache-2.0
#include "insight/health/rolerules.h"

#include "buckets/reading/bucketrole.h"
#include "insight/health/findingwords.h"

#include <QCoreApplication>

namespace insight {

namespace {

using buckets::RoleStanding;

/// Since when there is a role that was never authorized, if Atlas tells.
std::optional<QDateTime> createdOf(const buckets::BucketRole &role)
{
    if (const auto *aws = std::get_if<atlas::AwsRole>(&role))
        return aws->history.created;
    if (const auto *gcp = std::get_if<atlas::GcpRole>(&role))
        return gcp->history.created;
    return std::nullopt;
}

/// Calls `visit` with a finding, without its words, for each bucket whose role stands so. How bad
/// that is depends on whether exports go there: where that is not known, nothing is said.
template<class Visit>
void forEachRole(RoleStanding standing, const Rule &rule, const ProjectView &project,
                 const Visit &visit)
{
    const ProjectFacts &facts = project.facts();
    if (!facts.roles.isWhole())
        return;
    for (const atlas::ExportBucket &bucket : facts.buckets.value) {
        if (buckets::roleStandingOf(bucket, facts.roles.value) != standing)
            continue;
        const bool isUsed = !project.exportersTo(bucket.id).isEmpty();
        if (!isUsed && !project.areSchedulesKnown())
            continue;
        Finding finding = rule.findingIn(facts, isUsed ? rule.worst : rule.mildest);
        finding.bucket = bucket.id;
        finding.bucketName = bucket.name();
        visit(finding, bucket);
    }
}

} // namespace

void findGoneRoles(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachRole(RoleStanding::Gone, rule, project,
                [&](Finding &finding, const atlas::ExportBucket &bucket) {
                    finding.message = findingWords(
                        QT_TRANSLATE_NOOP("insight::Finding",
                                          "Bucket %1 uses role %2, which this project no longer "
                                          "has, so exports to it fail."),
                        {project.nameOf(bucket.id),
                         bucket.text(atlas::BucketField::RoleId).value_or(QString())});
                    finding.nextStep = findingWords(QT_TRANSLATE_NOOP(
                        "insight::Finding",
                        "In Atlas, under Integrations of the project, set up the role again, then "
                        "register the bucket with the new role."));
                    found.append(finding);
                });
}

void findUnauthorizedRoles(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachRole(RoleStanding::NotAuthorized, rule, project,
                [&](Finding &finding, const atlas::ExportBucket &bucket) {
                    finding.since = createdOf(buckets::roleOf(bucket, project.facts().roles.value));
                    finding.message = findingWords(
                        QT_TRANSLATE_NOOP("insight::Finding",
                                          "Bucket %1 uses role %2, which was never authorized, so "
                                          "exports to it fail."),
                        {project.nameOf(bucket.id),
                         bucket.text(atlas::BucketField::RoleId).value_or(QString())});
                    finding.nextStep = findingWords(
                        QT_TRANSLATE_NOOP("insight::Finding",
                                          "In Atlas, under Integrations of the project, finish the "
                                          "authorization of this role."));
                    found.append(finding);
                });
}

} // namespace insight
