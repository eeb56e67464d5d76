// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace atlassim {

enum class ExportState { Queued, InProgress, Successful, Failed, Cancelled };

/// Why a job failed.
struct StateReason
{
    QString errorCode;
    QString message;
};

/// The job of one shard.
struct ExportComponent
{
    QString exportId;
    QString replicaSetName;
};

/// What was written beside a job that was started by hand.
struct CustomDatum
{
    QString key;
    QString value;
};

/// One export of one snapshot to a bucket.
struct ExportJob
{
    QString id;
    QString exportBucketId{};
    QString snapshotId{};
    /// Where in the bucket the export goes.
    QString prefix{};
    QDateTime createdAt{};
    /// Set once the job has ended.
    std::optional<QDateTime> finishedAt{};
    ExportState state{ExportState::Queued};
    std::optional<StateReason> stateReason{};
    /// Of a sharded cluster alone.
    QList<ExportComponent> components{};
    QList<CustomDatum> customData{};
    int exportedCollections{0};
    int totalCollections{0};

    /// Puts the job in progress, with so many collections exported.
    void advanceTo(int collections);

    /// Ends the job with all its collections exported.
    void succeed(const QDateTime &at);

    /// Ends the job with the collections exported that are.
    void fail(const QDateTime &at, const StateReason &reason);
    void cancel(const QDateTime &at);
};

} // namespace atlassim
