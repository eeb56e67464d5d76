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

bool isNewerJob(const atlas::ExportJob &one, const atlas::ExportJob &other)
{
    return std::pair(madeAt(one), one.id) > std::pair(madeAt(other), other.id);
}

} // namespace

ExportJobs::ExportJobs(net::Client &client, atlas::ProjectId project, QObject *parent)
    : QObject(parent), m_client(client), m_project(project), m_queue(limits::CallsAtATime)
{
    connect(&m_queue, &CallQueue::drained, this, [this] {
        indexJobs();
        setState(State::Ready);
    });
    connect(&m_queue, &CallQueue::waitingChanged, this, &ExportJobs::waitingChanged);
}

std::optional<ExportJobs::Told> ExportJobs::jobsOf(const atlas::ClusterName &cluster) const
{
    const auto told = m_clusters.constFind(cluster);
    return told == m_clusters.cend() ? std::nullopt : std::optional(*told);
}

bool ExportJobs::wereAskedFor(const atlas::ClusterName &cluster, Reach reach) const
{
    const auto told = m_clusters.constFind(cluster);
    return told != m_clusters.cend() && (reach == Reach::Recent || !told->isCut);
}

int ExportJobs::missingClusters() const
{
    return static_cast<int>(std::count_if(m_clusters.begin(), m_clusters.end(),
                                          [](const Told &told) { return !told.isRead; }));
}

Completeness ExportJobs::completeness() const
{
    if (m_state == State::Forbidden)
        return Completeness::lacking(Gap::Failed);
    if (m_state != State::Ready)
        return {};
    Completeness completeness = Completeness::whole();
    for (const Told &told : m_clusters) {
        completeness = completeness | told.completeness;
        if (told.isCut)
            completeness.add(Gap::OtherPages);
    }
    return completeness;
}

void ExportJobs::showKept(const QHash<atlas::ClusterName, Told> &clusters,
                          const std::optional<atlas::ApiError> &refusal)
{
    m_clusters = clusters;
    m_error = refusal.value_or(atlas::ApiError());
    indexJobs();
    setState(refusal ? State::Forbidden : State::Ready);
}

void ExportJobs::read(const QList<atlas::ClusterName> &clusters, Reach reach)
{
    if (!m_queue.isEmpty())
        return;
    // Those that turned out to export nothing are not waited for any more.
    m_clusters.removeIf([&clusters](const auto &told) {
        return !told.value().isRead && !clusters.contains(told.key());
    });
    QList<atlas::ClusterName> missing;
    for (const atlas::ClusterName &cluster : clusters) {
        const Told &told = m_clusters[cluster];
        if (!told.isRead || (told.isCut && reach == Reach::All))
            missing.append(cluster);
    }
    m_reach = reach;
    setState(State::Reading);
    readAll(missing);
}

void ExportJobs::readUnfinished(atlas::BucketId bucket)
{
    if (m_state != State::Ready || !m_queue.isEmpty())
        return;
    QList<atlas::ClusterName> clusters;
    const QList<ClusterExportJob> jobs = outlinesTo(bucket);
    for (const ClusterExportJob &job : jobs) {
        if (!job.job.state.isEnded() && !clusters.contains(job.cluster))
            clusters.append(job.cluster);
    }
    m_reach = Reach::All;
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
    readPage(readingOf(clusters.constFirst()));
}

ExportJobs::Reading ExportJobs::readingOf(const atlas::ClusterName &cluster) const
{
    Reading reading{cluster};
    if (m_reach == Reach::Recent)
        reading.recent = RecentJobs(QDateTime::currentDateTimeUtc().addDays(-RecentJobs::Days));
    return reading;
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
    m_jobs = JobIndex();
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
            m_queue.effort(), m_queue.priority());
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
    if (reading.list.pagesRead() == 0)
        reading.recent.startOver();
    reading.jobs += reading.list.takeIn(*answer, reading.recent.isEnough(*answer));
    if (reading.list.isEndless())
        noteFailure(reading.cluster, limits::endless());
    else if (reading.list.isOver())
        endList(reading);
    else
        readPage(reading);
}

void ExportJobs::endList(const Reading &reading)
{
    Jobs jobs = reading.jobs;
    jobs.removeIf(
        [&reading](const atlas::ExportJob &job) { return !reading.list.ids().contains(job.id); });
    std::sort(jobs.begin(), jobs.end(), isNewerJob);
    Told told{true, jobs, Completeness::whole(), reading.list.isCut()};
    if (reading.list.wasShifting())
        told.completeness.add(Gap::Shifting);
    const auto request = atlas::listExportJobs(m_project, reading.cluster, {});
    if (const auto error = reading.list.leftOutError(request.target)) {
        told.completeness.add(Gap::LeftOut);
        Q_EMIT failed(*error);
    }
    receiveJobs(reading.cluster, told);
}

void ExportJobs::receiveJobs(const atlas::ClusterName &cluster, const Told &told)
{
    m_clusters[cluster] = told;
    m_failuresInARow = 0;
    readAfterFirst();
}

void ExportJobs::noteFailure(const atlas::ClusterName &cluster, const atlas::ApiError &error)
{
    if (atlas::clusterAbsenceIn(error) != atlas::ClusterAbsence::None) {
        receiveJobs(cluster, {true, {}, Completeness::whole(), false, error});
        return;
    }
    m_error = error;
    m_clusters[cluster].error = error;
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
        readPage(readingOf(cluster));
}

void ExportJobs::endEarly()
{
    m_queue.clear();
    m_afterFirst.clear();
    indexJobs();
}

void ExportJobs::indexJobs()
{
    QHash<atlas::ClusterName, JobList> clusters;
    for (auto cluster = m_clusters.cbegin(); cluster != m_clusters.cend(); ++cluster)
        clusters.insert(cluster.key(), cluster->jobs);
    m_jobs = JobIndex(clusters);
}

void ExportJobs::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace buckets
