// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportfrequency.h"
#include "atlas/values/objectid.h"
#include "atlas/values/scheduledetails.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace atlas {

/// When a cluster's snapshots are taken, and where they are exported to.
struct BackupSchedule
{
    /// Where exports go, and how often.
    struct Export
    {
        BucketId bucket;
        ExportFrequency frequency;

        friend bool operator==(const Export &, const Export &) = default;
    };

    /// What a schedule has to do with a bucket.
    enum class Use : quint8 {
        None,
        /// Automatic export to the bucket is on: the schedule uses it.
        AutoExport,
        /// The schedule still names the bucket, but automatic export is off: nothing is exported,
        /// and the bucket is not used.
        LeftOver,
    };

    bool autoExportEnabled = false;
    /// May be left over from a time when `autoExportEnabled` was on.
    std::optional<Export> exportTo;
    /// The next snapshot of any kind, which need not be one that is exported. UTC.
    std::optional<QDateTime> nextSnapshot;
    /// How often snapshots are taken, an entry for each item of the policy; nothing if Atlas did
    /// not say.
    std::optional<QList<SnapshotRule>> snapshots;
    ScheduleDetails details{};

    /// What the schedule has to do with `bucket`. Whether a bucket is used is decided here alone.
    Use useOf(BucketId bucket) const;
    /// Whether nothing is ever exported, although automatic export is on: of the snapshots that are
    /// taken, none is of the frequency that is exported. False if Atlas did not tell enough.
    bool neverExports() const;

    friend bool operator==(const BackupSchedule &, const BackupSchedule &) = default;
};

} // namespace atlas
