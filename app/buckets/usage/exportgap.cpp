// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/exportgap.h"

namespace buckets {

std::optional<int> mostDaysBetweenExports(const atlas::ExportFrequency &frequency)
{
    using Kind = atlas::ExportFrequency::Kind;
    switch (frequency.kind()) {
    case Kind::Daily:
        return 2;
    case Kind::Weekly:
        return 9;
    case Kind::Monthly:
        return 35;
    case Kind::Yearly:
        return 370;
    case Kind::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<int> mostDaysBetweenExports(const atlas::BackupSchedule &schedule, bool isPaused)
{
    if (isPaused || !schedule.autoExportEnabled || !schedule.exportTo || !schedule.snapshots
        || schedule.neverExports())
        return std::nullopt;
    return mostDaysBetweenExports(schedule.exportTo->frequency);
}

} // namespace buckets
