// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/backupschedules.h"
#include "buckets/usage/exportjobs.h"

#include <QObject>

namespace buckets {

/// One look at how the clusters of a project use its export buckets: their schedules first, then
/// their jobs.
class UsageReading : public QObject
{
    Q_OBJECT

public:
    /// `client` must outlive this.
    UsageReading(net::Client &client, atlas::ProjectId project, QObject *parent = nullptr);

    const BackupSchedules &schedules() const { return m_schedules; }
    const ExportJobs &jobs() const { return m_jobs; }

    bool isReading() const;
    /// Whether nothing has been read yet.
    bool isUnread() const { return m_schedules.state() == BackupSchedules::State::Unread; }
    /// Whether schedules and jobs have been read, as far as they can be.
    bool isKnown() const;
    /// Whether something could not be read, and a retry may help.
    bool hasFailed() const;

    /// Reads what is missing: everything at first, what has failed later.
    void read();
    /// Reads anew the jobs to this bucket that had not ended.
    void readUnfinishedJobs(atlas::BucketId bucket) { m_jobs.readUnfinished(bucket); }
    /// Ends the reading; what has arrived stays.
    void stop();

Q_SIGNALS:
    /// Anything that can be read here has changed.
    void changed();
    /// A call has failed.
    void failed(const atlas::ApiError &error);

private:
    void readJobsAfterSchedules();

    BackupSchedules m_schedules;
    ExportJobs m_jobs;
    bool m_wantsJobs = false;
};

} // namespace buckets
