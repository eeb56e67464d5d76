// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketusage.h"
#include "buckets/usage/lastexport.h"
#include "buckets/usage/usagereading.h"

#include <QSet>
#include <QTimer>

#include <optional>

namespace buckets {

/// How the clusters of one project use its export buckets. What is known of it stays until it has
/// been read anew.
class ProjectUsage : public QObject
{
    Q_OBJECT

public:
    /// `client` must outlive this.
    ProjectUsage(net::Client &client, atlas::ProjectId project, QObject *parent = nullptr);

    atlas::ProjectId project() const { return m_project; }
    const BackupSchedules &schedules() const { return m_known->schedules(); }
    const ExportJobs &jobs() const { return m_known->jobs(); }

    bool isReading() const { return m_next || m_known->isReading(); }
    /// Whether it is being read, and of the jobs only some were asked for.
    bool isReadingSomeJobs() const
    {
        return isReading() && (m_next ? m_next : m_known)->isChoosy();
    }
    /// Whether the latest reading is one that nobody has asked for: what fails is nobody's problem.
    bool isAhead() const { return m_isAhead; }
    /// Whether schedules and jobs have been read, as far as they can be.
    bool isKnown() const { return m_known->isKnown(); }
    /// Whether something could not be read, and a retry may help.
    bool hasFailed() const { return m_hasGivenUp || m_known->hasFailed(); }
    /// Whether the user has stopped the reading before its end, and it has not gone on since.
    bool wasStopped() const { return m_wasStopped; }
    /// Whether nothing has been read yet, or what is known is out of date, or the reading was
    /// stopped before its end.
    bool isInterrupted() const;
    /// Whether isInterrupted(), or there are jobs that were not asked for.
    bool isUnread() const { return isInterrupted() || (!m_hasGivenUp && m_known->lacksJobs()); }
    /// Of the reading under way.
    CallLoad load() const { return m_next ? m_next->load() : m_known->load(); }

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
    /// The same of those of the last RecentJobs::Days.
    bool knowsRecentJobs() const;

    /// Knows what was known at `at`, in UTC, on an earlier day, and that it is out of date. Does
    /// nothing if anything has been read, or is being read.
    void showKept(const KeptUsage &kept, const QDateTime &at);
    /// When that was, as long as nothing has been read since; invalid otherwise. UTC.
    QDateTime keptAt() const { return m_keptAt; }
    /// Reads what is missing: everything at first, and when what is known is out of date; what has
    /// failed later. Of the jobs, those that are chosen, or else all.
    void read(const UsageReading::JobsChoice &choice = {});
    /// Reads what is missing because somebody may ask for it soon, behind all that is asked for;
    /// read() makes it as if it were asked for from the start. Does nothing while it is being read.
    void readAhead();
    /// Reads anew the jobs to this bucket that had not ended.
    void readUnfinishedJobs(atlas::BucketId bucket) { m_known->readUnfinishedJobs(bucket); }
    /// Ends the reading for now, because nobody looks: it goes on with the next read(). One with a
    /// choice is not for who looks, and goes on.
    void pause();
    /// Ends the reading because the user wants it so; what has arrived stays.
    void stop();
    /// Ends the reading. What is known whole is out of date from now on, and stays until it has
    /// been read anew; of the rest nothing is known.
    void expire();

Q_SIGNALS:
    /// Anything that can be read here has changed. Comes a moment later, once for many answers.
    void changed();
    /// A call has failed.
    void failed(const atlas::ApiError &error);
    /// isReading() is no longer true. Comes at once.
    void ended();
    /// What load() tells as runnable has changed.
    void waitingChanged();

private:
    void begin(const UsageReading::JobsChoice &choice);
    bool knowsJobs(ExportJobs::Reach reach) const;
    UsageReading *makeReading();
    void show(UsageReading *reading);
    void showNext();
    void dropNext();
    void endReading();
    void changeSoon();
    void noteEnd();

    net::Client &m_client;
    atlas::ProjectId m_project;
    UsageReading *m_known;
    /// What is to take its place; nothing if nothing is read anew.
    UsageReading *m_next = nullptr;
    bool m_isOutOfDate = false;
    QDateTime m_keptAt;
    /// What is known is of an earlier day, and could not be read anew.
    bool m_hasGivenUp = false;
    bool m_isAhead = false;
    bool m_isPaused = false;
    bool m_wasStopped = false;
    bool m_wasReading = false;
    QTimer m_changes;
};

} // namespace buckets
