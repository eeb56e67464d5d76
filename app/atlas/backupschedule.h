// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportfrequency.h"
#include "atlas/objectid.h"

#include <QDateTime>

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

    bool autoExportEnabled = false;
    /// Kept by Atlas while `autoExportEnabled` is off, too.
    std::optional<Export> exportTo;
    /// UTC.
    std::optional<QDateTime> nextSnapshot;

    friend bool operator==(const BackupSchedule &, const BackupSchedule &) = default;
};

} // namespace atlas
