// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportfrequency.h"

#include <QList>
#include <QString>

#include <optional>

namespace atlas {

/// How long snapshots are kept.
struct Retention
{
    /// Atlas's own word, e.g. `days`; may be empty.
    QString unit;
    /// So many units; 0 if Atlas did not say.
    int value = 0;

    friend bool operator==(const Retention &, const Retention &) = default;
};

/// One item of a schedule's policy: how often snapshots are taken, and how long they are kept.
struct SnapshotRule
{
    QString id;
    ExportFrequency frequency;
    /// Hourly: every so many hours. Weekly: 1 (Monday) to 7. Monthly: the day, or 40 for the last
    /// one. Yearly: 1 (1 January) to 12 (1 December). 0 if Atlas did not say.
    int interval = 0;
    Retention retention;

    friend bool operator==(const SnapshotRule &, const SnapshotRule &) = default;
};

/// Where snapshots are copied to within Atlas, and which.
struct SnapshotCopy
{
    /// Atlas's own words, e.g. `AWS` and `US_WEST_2`.
    QString provider;
    QString region;
    /// Of the zone, or of the replication specification in older versions of the API.
    QString zoneId;
    /// Atlas's own words, e.g. `DAILY`.
    QStringList frequencies{};
    QList<SnapshotRule> rules{};
    /// So many of the newest are copied; nothing if Atlas did not say.
    std::optional<int> newest{};
    std::optional<bool> copiesOplog{};

    friend bool operator==(const SnapshotCopy &, const SnapshotCopy &) = default;
};

/// What a schedule tells besides its export. Nothing where Atlas did not say.
struct ScheduleDetails
{
    std::optional<QString> policyId{};
    /// When snapshots are taken: hour of the day and minute of the hour, UTC.
    std::optional<int> hour{};
    std::optional<int> minute{};
    /// How many days back a continuous backup can be restored to.
    std::optional<int> restoreWindowDays{};
    /// Whether the path in the bucket holds the names of organisation and project, not their IDs.
    std::optional<bool> usesNamesInPrefix{};
    QList<SnapshotCopy> copies{};
    std::optional<bool> copiesByPolicyItem{};
    std::optional<bool> copiesByItself{};
    /// How many days longer snapshots of a frequency are kept.
    struct ExtraRetention
    {
        ExportFrequency frequency;
        int days = 0;

        friend bool operator==(const ExtraRetention &, const ExtraRetention &) = default;
    };
    QList<ExtraRetention> extraRetention{};

    friend bool operator==(const ScheduleDetails &, const ScheduleDetails &) = default;
};

} // namespace atlas
