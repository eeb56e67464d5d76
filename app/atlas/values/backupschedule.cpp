// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/backupschedule.h"

#include <algorithm>

namespace atlas {

BackupSchedule::Use BackupSchedule::useOf(BucketId bucket) const
{
    if (!exportTo || exportTo->bucket != bucket)
        return Use::None;
    return autoExportEnabled ? Use::AutoExport : Use::LeftOver;
}

bool BackupSchedule::neverExports() const
{
    return autoExportEnabled && exportTo && !exportTo->frequency.apiText().isEmpty() && snapshots
        && std::none_of(snapshots->begin(), snapshots->end(), [this](const SnapshotRule &rule) {
               return rule.frequency == exportTo->frequency;
           });
}

} // namespace atlas
