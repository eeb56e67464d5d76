// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "atlas/values/backupschedule.h"
#include "atlas/values/cluster.h"
#include "atlas/values/pagerequest.h"
#include "buckets/reading/callqueue.h"
#include "buckets/reading/completeness.h"
#include "buckets/reading/steadyreading.h"

#include <QHash>
#include <QList>

#include <optional>

namespace net {
class Client;
}

namespace buckets {

/// The backup schedules of one project's clusters, which say where snapshots are exported to.
class BackupSchedules : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unread,
        Reading,
        /// All has been asked for; tally() says what could not be read.
        Ready,
        /// Not even the list of clusters could be read.
        Failed,
    };

    /// What is known of a cluster's schedule.
    enum class Reading {
        Unread,
        Read,
        /// No failure: the cluster has no backup, so it exports nothing.
        NoBackup,
        /// No failure: flex clusters export nothing.
        Flex,
        /// No failure: the cluster is gone since the list was read.
        Gone,
        Failed,
    };

    struct Entry
    {
        atlas::ClusterName cluster;
        Reading reading = Reading::Unread;
        /// Meaningful with Reading::Read.
        atlas::BackupSchedule schedule;
        /// What the list of clusters tells.
        atlas::Cluster details{};

        /// What is known that the cluster has to do with a bucket.
        atlas::BackupSchedule::Use useOf(atlas::BucketId bucket) const
        {
            return reading == Reading::Read ? schedule.useOf(bucket)
                                            : atlas::BackupSchedule::Use::None;
        }
        /// Whether nothing is exported although automatic export is on: the schedule never exports,
        /// or the cluster is paused.
        bool isIdle() const
        {
            return reading == Reading::Read && schedule.autoExportEnabled
                && (schedule.neverExports() || details.paused.value_or(false));
        }
    };

    /// How many clusters there are, and of how many what is known. A cluster that the list names in
    /// no way that could be read counts as failed.
    struct Tally
    {
        int clusters = 0;
        int read = 0;
        int unread = 0;
        int failed = 0;
        int noBackup = 0;
        /// Free clusters without backup, which can have none.
        int free = 0;
        int flex = 0;
        int gone = 0;
        /// Of those that were read: automatic export is on, but goes to no bucket.
        int withoutBucket = 0;
        /// Of the clusters: there may be more, for the list changed all the while it was read.
        bool isListShifting = false;

        /// Whether every cluster's exports are known.
        bool isComplete() const { return unread == 0 && failed == 0 && !isListShifting; }
    };

    /// `client` must outlive this.
    BackupSchedules(net::Client &client, atlas::ProjectId project, QObject *parent = nullptr);

    atlas::ProjectId project() const { return m_project; }
    State state() const { return m_state; }
    /// Why the list of clusters could not be read; meaningful in State::Failed.
    const atlas::ApiError &error() const { return m_error; }
    /// In the order that Atlas lists them.
    const QList<Entry> &entries() const { return m_entries; }
    Tally tally() const;
    /// Whether what is known here is all about all clusters.
    Completeness completeness() const;
    /// Whether entries() are all clusters, whatever is known of them.
    Completeness listCompleteness() const;
    /// What the call for a cluster's schedule failed with, also where that is no failure.
    std::optional<atlas::ApiError> errorOf(const atlas::ClusterName &cluster) const;
    /// Of the reading under way.
    CallLoad load() const { return m_queue.load(); }

    /// Knows these clusters, which are all, from an earlier day; `errors` as errorOf(). Only before
    /// anything is read.
    void showKept(const QList<Entry> &entries,
                  const QHash<atlas::ClusterName, atlas::ApiError> &errors);
    /// Reads what is missing: everything at first, what has failed later.
    void read();
    /// Whether nobody has asked yet for what is read from now on: it waits behind all else, and
    /// nothing is tried again.
    void setAhead(bool ahead) { m_queue.setAhead(ahead); }
    /// Somebody has asked for what is being read ahead.
    void insist() { m_queue.insist(m_client); }
    /// Ends the reading; what has arrived stays.
    void stop();
    /// Stops, and knows nothing any more.
    void forget();

Q_SIGNALS:
    /// Anything that can be read here has changed.
    void changed();
    /// A call has failed, and says nothing that is known for harmless.
    void failed(const atlas::ApiError &error);
    /// What load() tells as runnable has changed.
    void waitingChanged();

private:
    using Clusters = SteadyReading<atlas::Cluster, &atlas::Cluster::name>;

    void readClusters();
    void receiveClusters(const atlas::Result<Clusters::Page> &answer);
    void endClusters();
    void fail(const atlas::ApiError &error);
    void readSchedules();
    void readSchedule(qsizetype index);
    void receiveSchedule(qsizetype index, const atlas::Result<atlas::BackupSchedule> &answer);
    void noteFailure(qsizetype index, const atlas::ApiError &error);
    bool isListWhole() const { return m_clusters.isOver(); }
    void setState(State state);

    net::Client &m_client;
    atlas::ProjectId m_project;
    State m_state = State::Unread;
    atlas::ApiError m_error;
    Clusters m_clusters;
    QList<Entry> m_entries;
    /// Of the clusters whose schedules did not come.
    QHash<atlas::ClusterName, atlas::ApiError> m_errors;
    int m_failuresInARow = 0;
    CallQueue m_queue;
};

} // namespace buckets
