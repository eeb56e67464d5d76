// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/pagerequest.h"
#include "buckets/inventory/inventorytally.h"
#include "buckets/inventory/projectline.h"
#include "buckets/reading/completeness.h"
#include "buckets/reading/failurestreak.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/rows/rowbatch.h"
#include "net/pacing/retrypolicy.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <optional>

namespace net {
class Client;
}

namespace buckets {

class ProjectList;

/// All export buckets of all projects, or of one: read to their end, many projects at a time, each
/// as fast as Atlas allows, none held up by another. What cannot be read is listed with its error.
///
/// Each failure ends a try and frees its place; the project comes again when its wait is over. That
/// is why the calls themselves are sent once.
class Sweep : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)

public:
    enum class State {
        /// Nothing is open.
        Closed,
        Reading,
        /// By the user, or because Atlas cannot be reached at all; resume() goes on.
        Stopped,
        /// All has been read, or has failed for good.
        Ready,
    };
    Q_ENUM(State)

    using Tally = InventoryTally;

    /// `client` and `projects` must outlive this.
    Sweep(net::Client &client, ProjectList &projects, const net::RetryPolicy &retries,
          QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isOpen() const { return m_state != State::Closed; }
    /// Whether it is open and the user looks at it.
    bool isShown() const { return isOpen() && m_isShown; }
    bool isReading() const { return m_state == State::Reading; }
    /// The one project whose buckets are read; nothing if they are all.
    std::optional<atlas::ProjectId> project() const { return m_only; }
    Tally tally() const
    {
        Tally tally = tallyOf(m_line.projects());
        tally.buckets = m_buckets.rowCount();
        tally.areProjectsKnown = m_areProjectsKnown;
        return tally;
    }
    /// Whether the buckets here are all that there are.
    Completeness completeness() const
    {
        const bool isStopped = m_state == State::Stopped;
        return isOpen() ? tally().completeness(isStopped) : Completeness();
    }
    /// How the reading of a project stands; nullptr if it is not among those that are read, or its
    /// last rows are on their way to the store.
    const ProjectReading *readingOf(atlas::ProjectId project) const
    {
        const ProjectReading *reading = m_line.find(project);
        return m_justRead.contains(reading) ? nullptr : reading;
    }
    /// When all was read last. UTC; invalid until then.
    QDateTime readAt() const { return m_readAt; }
    /// When the rows were read that are of an earlier day, and have not been read since; invalid if
    /// there are none. UTC.
    QDateTime keptAt() const { return m_keptAt; }
    /// Why reading was stopped, if the user has not done it.
    const std::optional<atlas::ApiError> &stopReason() const { return m_stopReason; }
    /// The projects that could not be read, in the order of their failing.
    QList<UnreadProject> unreadProjects() const { return unreadIn(m_line.projects()); }

    /// The buckets read so far, in the order of their coming.
    BucketStore &buckets() { return m_buckets; }
    const BucketStore &buckets() const { return m_buckets; }

    /// Shows rows of all projects that were read at `at`, in UTC, until they are read: each
    /// project's are replaced as it comes. Does nothing where rows are here already.
    void showKept(BucketRows &&rows, const QDateTime &at);

public Q_SLOTS:
    /// Shows the buckets of all projects, and reads those that are not here yet.
    void openAll();
    /// Reads all buckets of one project.
    void open(atlas::ProjectId project);
    /// Reads the buckets of all projects that are not here yet, whether the user looks at them or
    /// not; goes on where it was stopped.
    void readUnseen()
    {
        const bool isDone = m_state == State::Ready && m_line.isEmpty() && m_areProjectsKnown;
        if ((isReading() || isDone) && !m_only)
            return;
        const bool isShown = m_isShown && !m_only;
        if (!isOpen() || m_only)
            openAll();
        else
            goOn();
        m_isPaused = false;
        m_isShown = isShown;
    }
    /// The user looks at something else: reads nothing more for now. What is here of all projects
    /// stays for when they are opened again.
    void hide();
    /// Ends all reading, and keeps nothing.
    void close();
    /// Ends the reading; what has come stays.
    void stop();
    /// Goes on where it was stopped.
    void resume();
    /// Tries once more what has failed.
    void retry();
    /// As retry(), of one project alone.
    void retryProject(atlas::ProjectId project);
    /// Reads all anew. What is here stays until it is read.
    void refresh();
    /// Has the buckets of a project no longer that has been read to its end: somebody has taken
    /// them. That it was read stays known.
    void letGo(atlas::ProjectId project)
    {
        m_buckets.removeOthers(project, {});
        ProjectReading *reading = m_line.find(project);
        if (reading && reading->state == ProjectReading::State::Read)
            reading->list.forgetIds();
        if (m_buckets.mayHaveOldTexts()) {
            // Then none waits to become a row.
            m_arrivals.flush();
            m_buckets.forgetTexts();
        }
    }

Q_SIGNALS:
    /// Anything that can be read here has changed. While reading, it comes now and then.
    void changed();
    /// A project could not be read, for good, or none can be; or some of its entries could not.
    void failed(const atlas::ApiError &error);
    /// As failed(), of which project.
    void projectFailed(atlas::ProjectId project, const atlas::ApiError &error);
    /// A project can have no buckets, as `answer` says; nothing is wrong.
    void projectExempted(atlas::ProjectId project, const atlas::ApiError &answer);
    /// A project has been read to its end, and nothing is missing.
    void projectRead(atlas::ProjectId project, int buckets);

private:
    using Buckets = BucketListReading::Page;

    void start(std::optional<atlas::ProjectId> only);
    void readProjects();
    void adoptProjects();
    void adoptAllProjects();
    void removeGoneProjects();
    void dropUnprovedRows();
    void goOn();
    void sendSome();
    void send(ProjectReading &project);
    void receive(ProjectReading &project, const atlas::Result<Buckets> &answer);
    void noteEnd(ProjectReading &project);
    void receivePage(ProjectReading &project, const Buckets &page);
    void endProject(ProjectReading &project);
    void receiveError(ProjectReading &project, const atlas::ApiError &error);
    void tellOfRead();
    void exemptProject(ProjectReading &project, const atlas::ApiError &answer);
    void failProject(ProjectReading &project, const atlas::ApiError &error);
    void takeUpDelayed();
    void endIfDone();
    void cancelCalls();
    void cancelCall(ProjectReading &project);
    void setState(State state);

    net::Client &m_client;
    ProjectList &m_projects;
    net::RetryPolicy m_retries;
    BucketStore m_buckets;
    RowBatch m_arrivals{m_buckets};
    /// Read to their end, and not told yet.
    QList<const ProjectReading *> m_justRead;
    State m_state = State::Closed;
    std::optional<atlas::ProjectId> m_only;
    std::optional<atlas::ApiError> m_stopReason;
    QDateTime m_readAt;
    QDateTime m_keptAt;
    bool m_isShown = false;
    /// Reading was stopped by hide().
    bool m_isPaused = false;
    bool m_areProjectsKnown = false;
    ProjectLine m_line;
    int m_underWay = 0;
    /// Of these, whose answers are here, so that others can use their connections.
    int m_answered = 0;
    FailureStreak m_streak;
    quint64 m_failures = 0;
    QTimer m_delay;
};

} // namespace buckets
