// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "atlas/values/pagerequest.h"
#include "atlas/values/project.h"
#include "buckets/reading/completeness.h"
#include "buckets/reading/projectexemption.h"
#include "buckets/reading/steadyreading.h"
#include "net/calls/call.h"

#include <QObject>
#include <QPointer>

namespace net {
class Client;
}

namespace buckets {

/// All projects that the credential sees, or some of them, read page by page as far as they go. No
/// model of Qt's: who shows them follows the signals about rows.
class ProjectList : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)

public:
    enum class State { Idle, Loading, Ready, Failed };
    Q_ENUM(State)

    /// A project, and what is known of its buckets.
    struct Entry
    {
        atlas::Project project;
        std::optional<qint64> bucketCount;
        /// HTTP status of the failure to read the buckets; 0 if no answer came.
        std::optional<int> unreadable;
        /// Why it is unreadable, if that is no failure.
        std::optional<ProjectExemption> exemption;
    };

    /// `client` must outlive this.
    explicit ProjectList(net::Client &client, QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Whether they are all projects that the credential sees.
    Completeness completeness() const { return m_completeness; }
    /// Why the load under way does not go on just now; nothing if it does.
    std::optional<net::Waiting> waiting() const;
    /// Why the last load failed; meaningful in State::Failed.
    const atlas::ApiError &error() const { return m_error; }

    int rowCount() const { return static_cast<int>(m_entries.size()); }
    /// `row` must be in [0, rowCount()).
    const Entry &entryAt(int row) const { return m_entries[row]; }
    /// `row` must be in [0, rowCount()).
    const atlas::Project &projectAt(int row) const { return m_entries[row].project; }
    /// Nothing if the project is not in the list.
    std::optional<atlas::Project> project(atlas::ProjectId id) const;
    /// The row of a project; -1 if it is not in the list.
    int rowOf(atlas::ProjectId id) const;

    /// Notes how many buckets a project has.
    void setBucketCount(atlas::ProjectId id, qint64 count);
    /// Notes that a project's buckets could not be read, or that it can have none.
    void setUnreadable(atlas::ProjectId id, const atlas::ApiError &error);

    /// Has these projects alone, in the order of the list, from the next refresh() on. One that the
    /// list lacks is here all the same, without a name: whoever reads it learns from Atlas why.
    void confineTo(const QList<atlas::ProjectId> &projects) { m_only = projects; }
    /// Whether there may be others that it was not asked for.
    bool isConfined() const { return !m_only.isEmpty(); }

public Q_SLOTS:
    /// Reads all projects anew. Those on screen stay until the first page has arrived.
    void refresh();
    /// Ends the load under way; what has arrived stays.
    void stop();

Q_SIGNALS:
    void stateChanged();
    /// The list has been read to its end; completeness() says whether nothing is missing.
    void loaded();
    /// Entries of the list could not be read, and are left out.
    void entriesLeftOut(const atlas::ApiError &error);
    /// A load has failed.
    void failed(const atlas::ApiError &error);

    // From row `first` to row `last`, both among them.

    /// Rows will be added, as the last ones.
    void rowsAboutToBeAdded(int first, int last);
    void rowsAdded(int first, int last);
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved(int first, int last);
    /// What is known of a project has changed.
    void rowChanged(int row);

private:
    using List = SteadyReading<atlas::Project>;

    void load();
    void fail(const atlas::ApiError &error);
    void failForLength();
    void receive(const List::Page &page);
    void endLoad();
    void takeIn(const QList<atlas::Project> &projects);
    void append(const QList<Entry> &newOnes);
    void removeGoneOnes();
    void addUnlistedOnes();
    void setState(State state);

    net::Client &m_client;
    State m_state = State::Idle;
    atlas::ApiError m_error;
    QList<Entry> m_entries;
    /// Empty for all.
    QList<atlas::ProjectId> m_only;
    Completeness m_completeness;
    /// The load under way.
    List m_list;
    /// In the names that its pass over the list has brought so far.
    qsizetype m_characters = 0;
    QPointer<net::Call> m_call;
};

} // namespace buckets
