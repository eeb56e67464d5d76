// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/atlaserror.h"
#include "tests/atlassim/world/exportjob.h"

#include <QList>

namespace atlassim {

enum class ClusterType { ReplicaSet, Sharded, GeoSharded };

enum class ClusterKind {
    Ordinary,
    /// The calls about its backups answer 400 CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API.
    Flex,
    /// Listed, but the calls about its backups answer 404 CLUSTER_NOT_FOUND.
    Gone,
};

/// How often snapshots are exported.
enum class ExportFrequency { Daily, Weekly, Monthly, Yearly };

/// The schedule's `export`.
struct ExportTarget
{
    QString exportBucketId;
    ExportFrequency frequency{ExportFrequency::Monthly};
};

enum class SnapshotFrequency { Hourly, Daily, Weekly, Monthly, Yearly };

/// One item of the schedule's policy: how often a snapshot is taken, how long it is kept.
struct SnapshotRule
{
    SnapshotFrequency frequency;
    /// Every so many hours, or on that day.
    int interval{1};
    /// Days, for all that is taken less than daily weeks, months or years.
    int retention{7};
};

/// When a cluster's snapshots are taken and where they go.
struct BackupSchedule
{
    bool autoExportEnabled{false};
    /// May be left over from a time when exports were on.
    std::optional<ExportTarget> target{};
    std::optional<QDateTime> nextSnapshot{};
    QList<SnapshotRule> rules{};
};

/// A cluster of a project, with its schedule and its export jobs in any order.
struct Cluster
{
    QString id;
    QString name{};
    ClusterType type{ClusterType::ReplicaSet};
    ClusterKind kind{ClusterKind::Ordinary};
    /// Without it the calls about its backups answer 404 BACKUP_CONFIG_NOT_FOUND.
    bool backupEnabled{true};
    bool paused{false};
    QString stateName{QStringLiteral("IDLE")};
    QString providerName{QStringLiteral("AWS")};
    QString regionName{QStringLiteral("US_EAST_1")};
    /// Of the same provider.
    QStringList otherRegions{};
    QDateTime created{};
    BackupSchedule schedule{};
    QList<ExportJob> exportJobs{};
    /// What every call about its backups answers, if it is set.
    std::optional<AtlasError> refusal{};
};

} // namespace atlassim
