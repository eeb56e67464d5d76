// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/exportjob.h"

#include <algorithm>

namespace atlassim {

void ExportJob::advanceTo(int collections)
{
    state = ExportState::InProgress;
    stateReason.reset();
    finishedAt.reset();
    exportedCollections = std::clamp(collections, 0, totalCollections);
}

void ExportJob::succeed(const QDateTime &at)
{
    advanceTo(totalCollections);
    state = ExportState::Successful;
    finishedAt = at;
}

void ExportJob::fail(const QDateTime &at, const StateReason &reason)
{
    state = ExportState::Failed;
    stateReason = reason;
    finishedAt = at;
}

void ExportJob::cancel(const QDateTime &at)
{
    state = ExportState::Cancelled;
    stateReason.reset();
    finishedAt = at;
}

} // namespace atlassim
