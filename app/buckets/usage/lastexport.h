// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/exportjobs.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace buckets {

/// Whether the exports to one bucket work, and when one last did. Looks at each cluster by itself:
/// that the exports of one work does not hide that those of another fail.
struct LastExport
{
    enum class State {
        /// There has been none.
        Never,
        /// The newest worked.
        Worked,
        /// The newest has not ended.
        UnderWay,
        Cancelled,
        /// The newest that has ended, of some cluster, failed.
        Failed,
        /// The newest is in a state that this program does not know.
        Unknown,
    };

    /// A cluster whose newest export to the bucket has failed.
    struct Failure
    {
        atlas::ClusterName cluster;
        /// How many have failed since one worked, or was cancelled; at least 1.
        int inARow = 1;
        /// When the newest failed. UTC.
        QDateTime failed;
        /// When one last worked; nothing: never. UTC.
        std::optional<QDateTime> worked;
        std::optional<atlas::ExportJob::StateReason> reason;

        friend bool operator==(const Failure &, const Failure &) = default;
    };

    State state = State::Never;
    /// When an export last worked; nothing: never. UTC.
    std::optional<QDateTime> worked;
    /// Of the newest job.
    atlas::ExportJobState newest;
    /// The worst first: those of which none has worked, or not for the longest time.
    QList<Failure> failures;
    /// How many clusters have exported to the bucket, or tried to.
    int clusters = 0;

    friend bool operator==(const LastExport &, const LastExport &) = default;
};

/// When the job ended or, if Atlas does not say, was made. UTC.
QDateTime endOf(const atlas::ExportJob &job);

/// What `jobs` to a bucket, newest first, tell. A failure of a cluster that `mayExport` is false of
/// is history, unless nothing has ended since.
LastExport lastExportIn(const QList<ClusterExportJob> &jobs,
                        const std::function<bool(const atlas::ClusterName &)> &mayExport);

} // namespace buckets
