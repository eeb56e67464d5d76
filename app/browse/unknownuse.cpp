// SPDX-License-Identifier: Apache-2.0
#include "browse/unknownuse.h"

#include "browse/buckettablemodel.h"

#include <vector>

namespace browse {

UnknownUse unknownUseIn(const BucketTableModel &model)
{
    const BucketRows &rows = model.rows();
    // By BucketRows::ProjectIndex: whether all clusters of the project are known.
    std::vector<bool> isKnown;
    for (BucketRows::ProjectIndex project = 0; project < rows.projectEnd(); ++project) {
        const ProjectUsage *usage = model.usageOf(rows.project(project));
        isKnown.push_back(usage && usage->schedules().completeness().isWhole());
    }
    std::vector<int> unknown(isKnown.size());
    for (int row = 0; row < model.rowCount(); ++row) {
        const BucketRows::ProjectIndex project = rows.projectIndexAt(row);
        if (!isKnown[project] && !model.isUsed(row))
            ++unknown[project];
    }
    UnknownUse use;
    for (BucketRows::ProjectIndex project = 0; project < rows.projectEnd(); ++project) {
        if (unknown[project] == 0)
            continue;
        use.buckets += unknown[project];
        use.projects.append(rows.project(project));
    }
    return use;
}

} // namespace browse
