// SPDX-License-Identifier: Apache-2.0
#include "insight/check/bucketverdict.h"

#include "buckets/usage/projectusage.h"
#include "insight/check/factsof.h"
#include "insight/check/keptfacts.h"
#include "insight/health/rules.h"

#include <algorithm>

namespace insight {

namespace {

using buckets::BucketInspector;

/// What the inspector has read of its bucket's project: of the buckets, the one.
ProjectFacts inspectedFacts(const BucketInspector &inspector, const ProjectFacts *checked)
{
    ProjectFacts facts;
    if (checked)
        facts.project = checked->project;
    facts.project.id = *inspector.project();
    facts.buckets = {{*inspector.bucket()},
                     buckets::Completeness::lacking(buckets::Gap::OtherPages)};
    if (const buckets::ProjectUsage *usage = inspector.usage())
        facts.clusters = clustersPart(usage->schedules(), &usage->jobs());
    facts.roles = rolesPart(inspector.roles());
    return facts;
}

bool hasBucket(const ProjectFacts &facts, atlas::BucketId id)
{
    const QList<atlas::ExportBucket> &all = facts.buckets.value;
    return std::any_of(all.begin(), all.end(), [id](const auto &one) { return one.id == id; });
}

/// All facts of the check, with what the inspector knows in place of what it does not.
Facts factsAround(const BucketInspector &inspector, const ExportCheck &check)
{
    const ProjectFacts *const checked = check.factsOf(*inspector.project());
    Facts facts = check.facts();
    // What has been read since says more than a check of an earlier day.
    const bool isOutdone =
        check.isKept() && inspector.usage() && !inspector.usage()->keptAt().isValid();
    if (checked && !isOutdone && checked->clusters.isWhole()
        && hasBucket(*checked, inspector.bucket()->id))
        return facts;
    facts.projects.removeIf(
        [&inspector](const ProjectFacts &one) { return one.project.id == *inspector.project(); });
    facts.projects.append(inspectedFacts(inspector, checked));
    return facts;
}

/// What is of an earlier day tells of that day: nothing is overdue since, as far as is known.
QDateTime timeOf(const BucketInspector &inspector, const ExportCheck &check, const QDateTime &now)
{
    const buckets::ProjectUsage *const usage = inspector.usage();
    if (usage)
        return usage->keptAt().isValid() ? usage->keptAt() : now;
    return check.isKept() ? check.checkedAt() : now;
}

} // namespace

BucketVerdict verdictOn(const BucketInspector &inspector, const ExportCheck &check,
                        const QDateTime &now)
{
    const atlas::BucketId bucket = inspector.bucket()->id;
    const atlas::ProjectId project = *inspector.project();
    Facts facts = factsAround(inspector, check);
    facts.now = timeOf(inspector, check, now);
    const auto own = std::find_if(facts.projects.cbegin(), facts.projects.cend(),
                                  [project](const auto &one) { return one.project.id == project; });
    BucketVerdict verdict;
    verdict.findings = findingsOf(provedBy(check.exportSpans(), *own), facts.now);
    verdict.findings.removeIf(
        [bucket](const Finding &finding) { return finding.bucket != bucket; });
    verdict.removal = removalVerdictOf(bucket, project, facts);
    return verdict;
}

} // namespace insight
