// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/backupschedules.h"
#include "browse/bucketusage.h"
#include "browse/exportjobs.h"
#include "browse/lastexport.h"

#include <QSet>
#include <QTimer>

#include <optional>

namespace browse {

/// How the clusters of one project use its export buckets: their schedules first, then their jobs.
class ProjectUsage : public QObject
{
    Q_OBJECT

public:
    /// `client` must outlive this.
    ProjectUsage(net::Client &client, atlas::ProjectId project, const atlas::CallOptions &options,
                 QObject *parent = nullptr);

    atlas::ProjectId project() const { return m_schedules.project(); }
    const BackupSchedules &schedules() const { return m_schedules; }
    const ExportJobs &jobs() const { return m_jobs; }

    bool isReading() const;
    /// Whether schedules and jobs have been read, as far as they can be.
    bool isKnown() const;
    /// Whether something could not be read, and a retry may help.
    bool hasFailed() const;
    /// Whether the user has stopped the reading before its end, and it has not gone on since.
    bool wasStopped() const { return m_wasStopped; }
    /// Whether nothing has been read yet, or the reading was stopped before its end.
    bool isUnread() const;

    BucketUsage of(atlas::BucketId bucket) const;
    /// Whether automatic exports of any cluster go to the bucket; nothing if that is not known.
    std::optional<bool> isUsed(atlas::BucketId bucket) const;
    /// The buckets that are known to be used.
    QSet<atlas::BucketId> usedBuckets() const;
    /// Whether every cluster's schedule is known, so that all other buckets are not used.
    bool knowsAllUsers() const;
    /// Whether exports to the bucket work, as far as jobs have been read.
    LastExport lastExport(atlas::BucketId bucket) const;
    /// Whether the jobs of every cluster are known that may have some.
    bool knowsAllJobs() const;

    /// Reads what is missing: everything at first, what has failed later.
    void read();
    /// Reads anew the jobs to this bucket that had not ended.
    void readUnfinishedJobs(atlas::BucketId bucket) { m_jobs.readUnfinished(bucket); }
    /// Ends the reading for now, because nobody looks: it goes on with the next read().
    void pause();
    /// Ends the reading because the user wants it so; what has arrived stays.
    void stop();
    /// Forgets everything.
    void forget();
    /// Asks differently from now on.
    void setOptions(const atlas::CallOptions &options);

Q_SIGNALS:
    /// Anything that can be read here has changed. Comes a moment later, once for many answers.
    void changed();
    /// A call has failed.
    void failed(const atlas::ApiError &error);

private:
    void readJobsAfterSchedules();
    void endReading();

    BackupSchedules m_schedules;
    ExportJobs m_jobs;
    bool m_wantsJobs = false;
    bool m_isPaused = false;
    bool m_wasStopped = false;
    QTimer m_changes;
};

} // namespace browse
