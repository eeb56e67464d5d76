// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjobstate.h"
#include "atlas/values/objectid.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace atlas {

/// An export of one snapshot.
using ExportJobId = TypedId<struct ExportJobTag>;

/// One export of a cluster's snapshot into a bucket.
struct ExportJob
{
    /// Why it failed.
    struct StateReason
    {
        QString errorCode;
        QString message;

        friend bool operator==(const StateReason &, const StateReason &) = default;
    };

    /// Collections. Both may be zero, even of a job that has ended well.
    struct Progress
    {
        qint64 exported = 0;
        qint64 total = 0;

        friend bool operator==(const Progress &, const Progress &) = default;
    };

    /// The job of one shard of a sharded cluster.
    struct Component
    {
        QString exportId;
        QString replicaSet;

        friend bool operator==(const Component &, const Component &) = default;
    };

    /// What whoever started the job has written beside it.
    struct CustomData
    {
        QString key;
        QString value;

        friend bool operator==(const CustomData &, const CustomData &) = default;
    };

    ExportJobId id;
    std::optional<BucketId> bucket;
    /// Where in the bucket the snapshot goes; may be empty.
    QString prefix;
    /// UTC.
    std::optional<QDateTime> created;
    /// UTC.
    std::optional<QDateTime> finished;
    ExportJobState state;
    std::optional<StateReason> reason;
    std::optional<Progress> progress;
    std::optional<QString> snapshotId;
    /// None of a replica set.
    QList<Component> components{};
    QList<CustomData> customData{};

    friend bool operator==(const ExportJob &, const ExportJob &) = default;
};

} // namespace atlas
