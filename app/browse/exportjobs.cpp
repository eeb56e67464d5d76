// SPDX-License-Identifier: Apache-2.0
#include "browse/exportjobs.h"

#include "atlas/clusterabsence.h"
#include "atlas/requests.h"
#include "browse/readinglimits.h"
#include "net/client.h"

#include <algorithm>
#include <utility>

namespace browse {

namespace {

/// The role is too low; Atlas says so with either status.
bool isForbidden(const atlas::ApiError &error)
{
    constexpr int Unauthorized = 401;
    constexpr int Forbidden = 403;
    return error.kind == atlas::ApiError::Kind::Api
        && (error.status == Unauthorized || error.status == Forbidden);
}

bool isNewer(const ClusterExportJob &one, const ClusterExportJob &other)
{
    const auto time = [](const atlas::ExportJob &job) {
        return job.created.value_or(job.id.createdAt());
    };
    return std::pair(time(one.job), one.job.id) > std::pair(time(other.job), other.job.id);
}

} // namespace

ExportJobs::ExportJobs(net::Client &client, atlas::ProjectId project,
                       const atlas::CallOptions &options, QObject *parent)
    : QObject(parent), m_client(client), m_project(project), m_options(options),
      m_queue(limits::CallsAtATime)
{
    connect(&m_queue, &CallQueue::drained, this, [this] {
        sortJobs();
        setState(State::Ready);
    });
}

int ExportJobs::missingClusters() const
{
    return static_cast<int>(std::count_if(m_clusters.begin(), m_clusters.end(),
                                          [](const Entry &entry) { return !entry.isRead; }));
}

void ExportJobs::read(const QList<atlas::ClusterName> &clusters)
{
    if (!m_queue.isEmpty())
        return;
    // Those that turned out to export nothing are not waited for any more.
    m_clusters.removeIf([&clusters](const auto &entry) { return !clusters.contains(entry.key()); });
    QList<atlas::ClusterName> missing;
    for (const atlas::ClusterName &cluster : clusters) {
        if (!m_clusters[cluster].isRead)
            missing.append(cluster);
    }
    setState(State::Reading);
    readAll(missing);
}

void ExportJobs::readUnfinished(atlas::BucketId bucket)
{
    if (m_state != State::Ready || !m_queue.isEmpty())
        return;
    QList<atlas::ClusterName> clusters;
    for (const ClusterExportJob &job : jobsTo(bucket)) {
        if (!job.job.state.isEnded() && !clusters.contains(job.cluster))
            clusters.append(job.cluster);
    }
    if (!clusters.isEmpty())
        readAll(clusters);
}

/// The first call alone shows whether the credential may see jobs: then the refusal comes once.
void ExportJobs::readAll(const QList<atlas::ClusterName> &clusters)
{
    m_failuresInARow = 0;
    if (clusters.isEmpty()) {
        setState(State::Ready);
        return;
    }
    m_afterFirst = clusters.sliced(1);
    readJobs(clusters.constFirst(), {}, {});
}

void ExportJobs::stop()
{
    if (m_queue.isEmpty())
        return;
    endEarly();
    setState(State::Ready);
}

void ExportJobs::forget()
{
    m_queue.clear();
    m_afterFirst.clear();
    m_clusters.clear();
    m_jobs.clear();
    setState(State::Unread);
}

void ExportJobs::readJobs(const atlas::ClusterName &cluster, atlas::PageNumber page,
                          const Jobs &earlier)
{
    const atlas::PageRequest request{page, limits::largestPage(), true, m_options};
    m_queue.add([this, cluster, page, request, earlier](const CallQueue::Ended &ended) {
        return m_client.send<Page>(
            atlas::listExportJobs(m_project, cluster, request), this,
            [this, cluster, page, earlier, ended](const atlas::Result<Page> &answer) {
                receive(cluster, page, earlier, answer);
                ended();
            });
    });
}

void ExportJobs::receive(const atlas::ClusterName &cluster, atlas::PageNumber page, Jobs jobs,
                         const atlas::Result<Page> &answer)
{
    if (!answer) {
        noteFailure(cluster, answer.error());
        return;
    }
    const qsizetype before = jobs.size();
    for (const atlas::ExportJob &job : answer->results)
        jobs.insert(job.id, job);
    if (jobs.size() == before || !limits::hasMore(*answer))
        receiveJobs(cluster, jobs);
    else if (page.value() < limits::MostPages)
        readJobs(cluster, limits::after(page), jobs);
    else
        noteFailure(cluster, limits::endless());
}

void ExportJobs::receiveJobs(const atlas::ClusterName &cluster, const Jobs &jobs)
{
    m_clusters[cluster] = {true, jobs};
    m_failuresInARow = 0;
    for (const atlas::ClusterName &next : std::exchange(m_afterFirst, {}))
        readJobs(next, {}, {});
}

void ExportJobs::noteFailure(const atlas::ClusterName &cluster, const atlas::ApiError &error)
{
    if (atlas::clusterAbsenceIn(error) != atlas::ClusterAbsence::None) {
        receiveJobs(cluster, {});
        return;
    }
    Q_EMIT failed(error);
    if (isForbidden(error)) {
        endEarly();
        m_error = error;
        setState(State::Forbidden);
    } else if (++m_failuresInARow >= limits::MostFailuresInARow) {
        endEarly();
        setState(State::Ready);
    } else {
        for (const atlas::ClusterName &next : std::exchange(m_afterFirst, {}))
            readJobs(next, {}, {});
    }
}

void ExportJobs::endEarly()
{
    m_queue.clear();
    m_afterFirst.clear();
    sortJobs();
}

void ExportJobs::sortJobs()
{
    m_jobs.clear();
    for (auto it = m_clusters.cbegin(); it != m_clusters.cend(); ++it) {
        for (const atlas::ExportJob &job : it->jobs) {
            if (job.bucket)
                m_jobs[*job.bucket].append({it.key(), job});
        }
    }
    for (QList<ClusterExportJob> &jobs : m_jobs)
        std::sort(jobs.begin(), jobs.end(), isNewer);
}

void ExportJobs::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace browse
