// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjob.h"

#include <QList>
#include <QMap>

namespace insight {

/// What the jobs of one cluster to one bucket tell. The jobs are those that it was made of, and
/// must outlive it; nullptr: none.
struct ExportTale
{
    /// The newest that has ended.
    const atlas::ExportJob *ended = nullptr;
    /// The newest that was successful.
    const atlas::ExportJob *worked = nullptr;
    /// The newest of all.
    const atlas::ExportJob *newest = nullptr;
    /// Those that are queued or in progress, newest first.
    QList<const atlas::ExportJob *> waiting{};
    /// Newer than `ended` or `worked`, and in a state that this program does not know: it may have
    /// ended, or been successful.
    const atlas::ExportJob *unclearSinceEnded = nullptr;
    const atlas::ExportJob *unclearSinceWorked = nullptr;

    /// Whether the newest that has ended is known to have failed.
    bool hasFailed() const;
    /// How many have been waiting or under way since before `then`.
    int stuckCount(const QDateTime &then) const;
};

/// When a job was made. UTC.
QDateTime startOf(const atlas::ExportJob &job);

/// What `jobs`, newest first, tell of each bucket that they name.
QMap<atlas::BucketId, ExportTale> exportTales(const QList<atlas::ExportJob> &jobs);

/// Of `jobs`, newest first, those that rules go by: they tell the same tales, and of each bucket,
/// and of none, when a job last ended. Few of the hundreds that a cluster has.
QList<atlas::ExportJob> tellingJobs(const QList<atlas::ExportJob> &jobs);

} // namespace insight
