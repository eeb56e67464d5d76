// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/sweep.h"

#include <QObject>

#include <array>

namespace buckets {

/// The export buckets of all projects, and all those of one: two sweeps, of which one at most is
/// shown. What was read of all projects stays while one project is looked at; what was read of one
/// is dropped as soon as it is left. Whatever is asked here is about the one that is shown, or was
/// shown last.
class Inventory : public QObject
{
    Q_OBJECT

public:
    using State = Sweep::State;
    using Tally = Sweep::Tally;

    /// `client` and `projects` must outlive this.
    Inventory(net::Client &client, ProjectList &projects, const net::RetryPolicy &retries,
              QObject *parent = nullptr);

    /// The buckets of all projects, shown or not.
    const Sweep &allProjects() const { return m_all; }
    /// All those of one project; closed unless they are shown.
    const Sweep &oneProject() const { return m_one; }

    State state() const { return current().state(); }
    bool isOpen() const { return current().isOpen(); }
    /// Whether it is open and the user looks at it.
    bool isShown() const { return current().isShown(); }
    bool isReading() const { return current().isReading(); }
    /// The one project whose buckets are read; nothing if they are all.
    std::optional<atlas::ProjectId> project() const { return current().project(); }
    Tally tally() const { return current().tally(); }
    /// As Sweep::completeness().
    Completeness completeness() const { return current().completeness(); }
    /// As Sweep::readAt().
    QDateTime readAt() const { return current().readAt(); }
    /// As Sweep::stopReason().
    const std::optional<atlas::ApiError> &stopReason() const { return current().stopReason(); }
    /// The projects that could not be read, in the order of their failing.
    QList<UnreadProject> unreadProjects() const { return current().unreadProjects(); }

    /// The buckets read so far, in the order of their coming.
    BucketStore &buckets() { return current().buckets(); }
    /// The stores of both sweeps. They live as long as this.
    std::array<BucketStore *, 2> stores() { return {&m_all.buckets(), &m_one.buckets()}; }

public Q_SLOTS:
    /// As Sweep::readUnseen(), of all projects.
    void readAllUnseen() { m_all.readUnseen(); }
    /// Reads the buckets of all projects anew, shown or not.
    void refreshAll() { m_all.refresh(); }
    /// As Sweep::retryProject(), of all projects, shown or not.
    void retryProjectOfAll(atlas::ProjectId project) { m_all.retryProject(project); }
    /// As Sweep::letGo(), of all projects.
    void letGoOfAll(atlas::ProjectId project) { m_all.letGo(project); }
    /// Shows the buckets of all projects, and reads those that are not here yet.
    void openAll();
    /// Reads all buckets of one project, and shows them.
    void open(atlas::ProjectId project);
    /// The user looks at something else: reads nothing more for now.
    void hide();
    /// Ends all reading, and keeps nothing.
    void close();
    /// Ends the reading; what has come stays.
    void stop() { current().stop(); }
    /// Goes on where it was stopped.
    void resume() { current().resume(); }
    /// Tries once more what has failed.
    void retry() { current().retry(); }
    /// As retry(), of one project alone.
    void retryProject(atlas::ProjectId project) { current().retryProject(project); }
    /// Reads all anew. What is here stays until it is read.
    void refresh() { current().refresh(); }

Q_SIGNALS:
    /// Anything that can be read here has changed. While reading, it comes now and then.
    void changed();
    /// As Sweep::failed().
    void failed(const atlas::ApiError &error);
    /// As Sweep::projectFailed().
    void projectFailed(atlas::ProjectId project, const atlas::ApiError &error);
    /// As Sweep::projectExempted().
    void projectExempted(atlas::ProjectId project, const atlas::ApiError &answer);
    /// As Sweep::projectRead().
    void projectRead(atlas::ProjectId project, int buckets);

private:
    /// That of one project is open only as long as it is shown.
    const Sweep &current() const { return m_one.isOpen() ? m_one : m_all; }
    Sweep &current() { return m_one.isOpen() ? m_one : m_all; }
    void passOn(Sweep &sweep);

    Sweep m_all;
    Sweep m_one;
};

} // namespace buckets
