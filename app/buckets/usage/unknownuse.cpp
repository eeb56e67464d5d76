// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/unknownuse.h"

#include "buckets/rows/bucketrows.h"
#include "buckets/usage/bucketsinuse.h"

#include <vector>

namespace buckets {

UnknownUse unknownUseIn(const BucketRows &rows, const BucketsInUse &use)
{
    // By BucketRows::ProjectIndex: whether all clusters of the project are known.
    std::vector<bool> isKnown;
    for (BucketRows::ProjectIndex project = 0; project < rows.projectEnd(); ++project) {
        const ProjectUsage *usage = use.usageOf(rows.project(project));
        isKnown.push_back(usage && usage->schedules().completeness().isWhole());
    }
    std::vector<int> unknown(isKnown.size());
    for (int row = 0; row < rows.size(); ++row) {
        const BucketRows::ProjectIndex project = rows.projectIndexAt(row);
        if (!isKnown[project] && !use.isUsed(rows.projectAt(row), rows.idAt(row)))
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

} // namespace buckets
