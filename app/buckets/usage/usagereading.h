// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/backupschedules.h"
#include "buckets/usage/exportjobs.h"

#include <QObject>

#include <functional>
#include <optional>

namespace buckets {

/// How the clusters of a project used its buckets on an earlier day.
struct KeptUsage
{
    /// All clusters.
    QList<BackupSchedules::Entry> clusters{};
    /// As BackupSchedules::errorOf().
    QHash<atlas::ClusterName, atlas::ApiError> errors{};
    QHash<atlas::ClusterName, ExportJobs::Told> jobs{};
    /// Why jobs might not be seen.
    std::optional<atlas::ApiError> refusal{};
};

/// One look at how the clusters of a project use its export buckets: their schedules first, then
/// their jobs.
class UsageReading : public QObject
{
    Q_OBJECT

public:
    /// Of which clusters jobs are wanted, once all schedules are known; the recent ones are enough.
    using JobsChoice = std::function<QList<atlas::ClusterName>(const BackupSchedules &)>;

    /// `client` must outlive this.
    UsageReading(net::Client &client, atlas::ProjectId project, QObject *parent = nullptr);

    const BackupSchedules &schedules() const { return m_schedules; }
    const ExportJobs &jobs() const { return m_jobs; }

    bool isReading() const;
    /// Whether the latest reading had a choice.
    bool isChoosy() const { return m_choice != nullptr; }
    /// Whether nothing has been read yet.
    bool isUnread() const { return m_schedules.state() == BackupSchedules::State::Unread; }
    /// Whether schedules and jobs have been read, as far as they can be.
    bool isKnown() const;
    /// Whether something could not be read, and a retry may help.
    bool hasFailed() const;

    /// Whether there are jobs that were not asked for; recent ones, or any.
    bool lacksJobs(ExportJobs::Reach reach = ExportJobs::Reach::All) const;
    /// Of the reading under way.
    CallLoad load() const { return m_schedules.load() + m_jobs.load(); }

    /// What was known on an earlier day. Only before anything is read.
    void showKept(const KeptUsage &kept);
    /// Reads what is missing: everything at first, what has failed later. Of the jobs those that
    /// are chosen; without a choice all, which comes after a reading under way that has one.
    void read(const JobsChoice &choice = {});
    /// Whether nobody has asked yet for what is read from now on: it waits behind all else, and
    /// nothing is tried again.
    void setAhead(bool ahead);
    /// Somebody has asked for what is being read ahead.
    void insist();
    /// Reads anew the jobs to this bucket that had not ended.
    void readUnfinishedJobs(atlas::BucketId bucket) { m_jobs.readUnfinished(bucket); }
    /// Ends the reading; what has arrived stays.
    void stop();

Q_SIGNALS:
    /// Anything that can be read here has changed.
    void changed();
    /// A call has failed.
    void failed(const atlas::ApiError &error);
    /// What load() tells as runnable has changed.
    void waitingChanged();

private:
    void readJobsAfterSchedules();
    void readRest();

    BackupSchedules m_schedules;
    ExportJobs m_jobs;
    JobsChoice m_choice;
    bool m_wantsJobs = false;
    bool m_wantsRest = false;
};

} // namespace buckets
