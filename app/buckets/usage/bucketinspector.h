// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"
#include "buckets/reading/bucketreader.h"
#include "buckets/reading/rolereader.h"
#include "buckets/usage/projectusages.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace buckets {

/// All that is known of one bucket, the selected one: what the list tells at once and, when the
/// selection has been still for a moment, what further calls bring.
class BucketInspector : public QObject
{
    Q_OBJECT

public:
    /// How the reading of the single bucket stands.
    enum class State { Unread, Reading, Ready, Failed };

    /// How often unfinished jobs are read anew while they show.
    static constexpr std::chrono::seconds JobInterval{30};

    /// All of these must outlive this.
    BucketInspector(BucketReader &reader, RoleReader &roles, ProjectUsages &usages,
                    QObject *parent = nullptr);

    /// Inspects a bucket that a list has told of.
    void setBucket(atlas::ProjectId project, const atlas::ExportBucket &bucket);
    /// Inspects none.
    void clear();

    /// As the latest answer tells it; nothing if none is inspected.
    const std::optional<atlas::ExportBucket> &bucket() const { return m_bucket; }

    /// Whose bucket it is; nothing if none is inspected.
    std::optional<atlas::ProjectId> project() const { return m_project; }

    State state() const;
    /// Why the bucket could not be read; meaningful in State::Failed.
    const atlas::ApiError &error() const { return m_error; }
    /// The answer for the bucket as Atlas sent it; empty unless it has been read.
    QByteArray body() const;
    RoleReader::Knowledge roles() const;
    /// How the project uses its buckets; nullptr if no bucket is inspected.
    const ProjectUsage *usage() const { return m_usage; }

    bool isReading() const;
    /// Whether the reading was stopped before its end.
    bool wasStopped() const { return m_wasStopped; }
    /// Whether retry() has something to do: something failed, or was stopped.
    bool hasFailed() const;
    /// Reads what could not be read once more.
    void retry();
    /// Forgets all that is known of any bucket, but for its use, which stays until it is read anew;
    /// and reads the inspected one and its project anew.
    void refresh();
    /// Ends the reading; what has arrived stays.
    void stop();

    /// While jobs show, those that have not ended are read again from time to time.
    void setJobsShown(bool shown);
    void setJobInterval(std::chrono::milliseconds interval) { m_jobTimer.setInterval(interval); }

Q_SIGNALS:
    /// Another bucket is inspected, or none.
    void bucketChanged();
    /// bucket(), state(), body() or roles() has changed.
    void detailsChanged();
    /// What usage() tells has changed.
    void usageChanged();
    /// isReading() may have changed.
    void readingChanged();
    /// The bucket could not be read.
    void failed(const atlas::ApiError &error);

private:
    void setProject(std::optional<atlas::ProjectId> project);
    void readUnread();
    void noteArrived(atlas::BucketId bucket);
    void noteFailed(atlas::BucketId bucket, const atlas::ApiError &error);
    bool isInspected(atlas::BucketId bucket) const { return m_bucket && m_bucket->id == bucket; }

    BucketReader &m_reader;
    RoleReader &m_roles;
    ProjectUsages &m_usages;
    std::optional<atlas::ProjectId> m_project;
    std::optional<atlas::ExportBucket> m_bucket;
    QPointer<ProjectUsage> m_usage;
    bool m_hasFailed = false;
    bool m_wasStopped = false;
    atlas::ApiError m_error;
    QTimer m_stillness;
    QTimer m_jobTimer;
};

} // namespace buckets
