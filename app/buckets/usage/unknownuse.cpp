// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/unknownuse.h"

#include "buckets/rows/bucketrows.h"
#include "buckets/usage/bucketsinuse.h"

#include <vector>

namespace buckets {

namespace {

/// `isAllKnown` tells it of all buckets of a project, `isKnown` of one.
template<class IsAllKnown, class IsKnown>
UnknownUse unknownIn(const BucketRows &rows, const BucketsInUse &use, const IsAllKnown &isAllKnown,
                     const IsKnown &isKnown)
{
    // By BucketRows::ProjectIndex.
    std::vector<bool> isProjectKnown;
    for (BucketRows::ProjectIndex project = 0; project < rows.projectEnd(); ++project) {
        const ProjectUsage *usage = use.usageOf(rows.project(project));
        isProjectKnown.push_back(usage && isAllKnown(*usage));
    }
    std::vector<int> unknown(isProjectKnown.size());
    for (int row = 0; row < rows.size(); ++row) {
        const BucketRows::ProjectIndex project = rows.projectIndexAt(row);
        if (!isProjectKnown[project] && !isKnown(rows.projectAt(row), rows.idAt(row)))
            ++unknown[project];
    }
    UnknownUse found;
    for (BucketRows::ProjectIndex project = 0; project < rows.projectEnd(); ++project) {
        if (unknown[project] == 0)
            continue;
        found.buckets += unknown[project];
        found.projects.append(rows.project(project));
    }
    return found;
}

} // namespace

UnknownUse unknownUseIn(const BucketRows &rows, const BucketsInUse &use)
{
    return unknownIn(
        rows, use,
        [](const ProjectUsage &usage) { return usage.schedules().completeness().isWhole(); },
        [&use](atlas::ProjectId project, atlas::BucketId bucket) {
            return use.isUsed(project, bucket).has_value();
        });
}

UnknownUse unknownExportsIn(const BucketRows &rows, const BucketsInUse &use)
{
    return unknownIn(
        rows, use, [](const ProjectUsage &usage) { return usage.knowsAllJobs(); },
        [&use](atlas::ProjectId project, atlas::BucketId bucket) {
            return use.lastExport(project, bucket).has_value();
        });
}

} // namespace buckets
