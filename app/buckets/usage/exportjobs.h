// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "atlas/values/pagerequest.h"
#include "buckets/jobs/jobindex.h"
#include "buckets/jobs/recentjobs.h"
#include "buckets/reading/callqueue.h"
#include "buckets/reading/completeness.h"
#include "buckets/reading/steadyreading.h"

#include <QHash>
#include <QList>

#include <limits>
#include <optional>

namespace net {
class Client;
}

namespace buckets {

/// The export jobs of one project's clusters.
class ExportJobs : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unread,
        Reading,
        /// All has been asked for; missingClusters() says of how many nothing came.
        Ready,
        /// The credential may not see jobs: that takes Project Backup Manager.
        Forbidden,
    };

    /// How far back jobs are read.
    enum class Reach {
        All,
        /// Those of the last RecentJobs::Days, and what comes with them.
        Recent,
    };

    /// What is known of the jobs of one cluster.
    struct Told
    {
        /// Whether they have been read, as far as they were asked for.
        bool isRead = false;
        /// Newest first.
        JobList jobs{};
        /// What is missing of them, once they are read. Those that were not asked for are not.
        Completeness completeness{};
        /// Whether older ones were not asked for.
        bool isCut = false;
        /// What the call failed with, also where that is no failure: then there are none.
        std::optional<atlas::ApiError> error{};
    };

    /// `client` must outlive this.
    ExportJobs(net::Client &client, atlas::ProjectId project, QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Why jobs may not be seen or, in other states, why those of the latest cluster are missing
    /// whose jobs could not be read. Meaningful in State::Forbidden, and while any are missing.
    const atlas::ApiError &error() const { return m_error; }

    /// The buckets that jobs are to.
    QList<atlas::BucketId> buckets() const { return m_jobs.buckets(); }
    /// Whether there are any to a bucket.
    bool hasJobsTo(atlas::BucketId bucket) const { return m_jobs.countTo(bucket) > 0; }
    /// The jobs to a bucket, newest first.
    QList<ClusterExportJob> jobsTo(atlas::BucketId bucket) const { return m_jobs.jobsTo(bucket); }
    /// As jobsTo(), but their outlines alone, and no more than `most`.
    QList<ClusterExportJob> outlinesTo(atlas::BucketId bucket,
                                       qsizetype most = std::numeric_limits<qsizetype>::max()) const
    {
        return m_jobs.outlinesTo(bucket, most);
    }
    /// Nothing unless they were asked for.
    std::optional<Told> jobsOf(const atlas::ClusterName &cluster) const;
    /// Whether they were asked for, so far back.
    bool wereAskedFor(const atlas::ClusterName &cluster, Reach reach) const;
    /// Of how many clusters that were asked for no jobs are known.
    int missingClusters() const;
    /// Whether what is known here are all jobs of all clusters that were asked for.
    Completeness completeness() const;

    /// Of the reading under way.
    CallLoad load() const { return m_queue.load(); }

    /// Knows these jobs from an earlier day; `refusal`: they may not be seen. Only before anything
    /// is read.
    void showKept(const QHash<atlas::ClusterName, Told> &clusters,
                  const std::optional<atlas::ApiError> &refusal);
    /// Reads the jobs of these clusters, as far as they have not been read.
    void read(const QList<atlas::ClusterName> &clusters, Reach reach = Reach::All);
    /// Reads anew the jobs of the clusters that have unfinished ones to this bucket. What is known
    /// stays until then, and so does the state.
    void readUnfinished(atlas::BucketId bucket);
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
    using List = SteadyReading<atlas::ExportJob>;
    using Jobs = QList<atlas::ExportJob>;

    /// The jobs of one cluster, as far as they have been read.
    struct Reading
    {
        atlas::ClusterName cluster;
        List list{};
        Jobs jobs{};
        RecentJobs recent{};
    };

    void readPage(const Reading &reading);
    void receive(Reading reading, const atlas::Result<List::Page> &answer);
    void endList(const Reading &reading);
    void receiveJobs(const atlas::ClusterName &cluster, const Told &told);
    Reading readingOf(const atlas::ClusterName &cluster) const;
    void readAfterFirst();
    void noteFailure(const atlas::ClusterName &cluster, const atlas::ApiError &error);
    void readAll(const QList<atlas::ClusterName> &clusters);
    void endEarly();
    void indexJobs();
    void setState(State state);

    net::Client &m_client;
    atlas::ProjectId m_project;
    State m_state = State::Unread;
    atlas::ApiError m_error;
    QHash<atlas::ClusterName, Told> m_clusters;
    /// Of the reading under way.
    Reach m_reach = Reach::All;
    /// What wait for the answer to the first call, which tells whether the others make sense.
    QList<atlas::ClusterName> m_afterFirst;
    /// As of the end of the last reading: what is read is read to its end first.
    JobIndex m_jobs;
    int m_failuresInARow = 0;
    CallQueue m_queue;
};

} // namespace buckets
