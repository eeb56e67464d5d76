// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/exportjobs.h"

#include "atlas/calls/requests.h"
#include "atlas/errors/clusterabsence.h"
#include "atlas/errors/missingrole.h"
#include "buckets/reading/readinglimits.h"
#include "net/calls/client.h"

#include <algorithm>
#include <utility>

namespace buckets {

namespace {

bool isNewer(const ClusterExportJob &one, const ClusterExportJob &other)
{
    const auto time = [](const atlas::ExportJob &job) {
        return job.created.value_or(job.id.createdAt());
    };
    return std::pair(time(one.job), one.job.id) > std::pair(time(other.job), other.job.id);
}

} // namespace

ExportJobs::ExportJobs(net::Client &client, atlas::ProjectId project, QObject *parent)
    : QObject(parent), m_client(client), m_project(project), m_queue(limits::CallsAtATime)
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

Completeness ExportJobs::completeness() const
{
    if (m_state == State::Forbidden)
        return Completeness::lacking(Gap::Failed);
    if (m_state != State::Ready)
        return {};
    Completeness completeness = Completeness::whole();
    for (const Entry &entry : m_clusters)
        completeness = completeness | entry.completeness;
    return completeness;
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
    readPage({clusters.constFirst(), {}, {}});
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

void ExportJobs::readPage(const Reading &reading)
{
    m_queue.add([this, reading](const CallQueue::Ended &ended) {
        return m_client.send<List::Page>(
            atlas::listExportJobs(m_project, reading.cluster, reading.list.next()), this,
            [this, reading, ended](const atlas::Result<List::Page> &answer) {
                receive(reading, answer);
                ended();
            },
            net::Client::Effort::Usual, net::Priority::Sweep);
    });
}

void ExportJobs::receive(Reading reading, const atlas::Result<List::Page> &answer)
{
    if (!answer && reading.list.goesOnWithoutCount(answer.error())) {
        readPage(reading);
        return;
    }
    if (!answer) {
        noteFailure(reading.cluster, answer.error());
        return;
    }
    reading.jobs += reading.list.takeIn(*answer);
    if (reading.list.isEndless())
        noteFailure(reading.cluster, limits::endless());
    else if (reading.list.isOver())
        endList(reading);
    else
        readPage(reading);
}

void ExportJobs::endList(const Reading &reading)
{
    Entry entry{true, reading.jobs, Completeness::whole()};
    entry.jobs.removeIf(
        [&reading](const atlas::ExportJob &job) { return !reading.list.ids().contains(job.id); });
    if (reading.list.wasShifting())
        entry.completeness.add(Gap::Shifting);
    const auto request = atlas::listExportJobs(m_project, reading.cluster, {});
    if (const auto error = reading.list.leftOutError(request.target)) {
        entry.completeness.add(Gap::LeftOut);
        Q_EMIT failed(*error);
    }
    receiveJobs(reading.cluster, entry);
}

void ExportJobs::receiveJobs(const atlas::ClusterName &cluster, const Entry &entry)
{
    m_clusters[cluster] = entry;
    m_failuresInARow = 0;
    readAfterFirst();
}

void ExportJobs::noteFailure(const atlas::ClusterName &cluster, const atlas::ApiError &error)
{
    if (atlas::clusterAbsenceIn(error) != atlas::ClusterAbsence::None) {
        receiveJobs(cluster, {true, {}, Completeness::whole()});
        return;
    }
    m_error = error;
    Q_EMIT failed(error);
    if (atlas::meansMissingRole(error)) {
        endEarly();
        setState(State::Forbidden);
    } else if (++m_failuresInARow >= limits::MostFailuresInARow) {
        endEarly();
        setState(State::Ready);
    } else {
        readAfterFirst();
    }
}

void ExportJobs::readAfterFirst()
{
    for (const atlas::ClusterName &cluster : std::exchange(m_afterFirst, {}))
        readPage({cluster, {}, {}});
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

} // namespace buckets
