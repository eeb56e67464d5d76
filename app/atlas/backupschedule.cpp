// SPDX-License-Identifier: Apache-2.0
#include "atlas/backupschedule.h"

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
        && !snapshots->contains(exportTo->frequency);
}

} // namespace atlas
