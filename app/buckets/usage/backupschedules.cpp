// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/backupschedules.h"

#include "atlas/calls/requests.h"
#include "atlas/errors/clusterabsence.h"
#include "buckets/reading/readinglimits.h"
#include "net/calls/client.h"

namespace buckets {

namespace {

BackupSchedules::Reading readingFor(atlas::ClusterAbsence absence)
{
    switch (absence) {
    case atlas::ClusterAbsence::None:
        return BackupSchedules::Reading::Failed;
    case atlas::ClusterAbsence::Gone:
        return BackupSchedules::Reading::Gone;
    case atlas::ClusterAbsence::NoBackup:
        return BackupSchedules::Reading::NoBackup;
    case atlas::ClusterAbsence::Flex:
        return BackupSchedules::Reading::Flex;
    }
    Q_UNREACHABLE();
}

void count(BackupSchedules::Tally &tally, const BackupSchedules::Entry &entry)
{
    switch (entry.reading) {
    case BackupSchedules::Reading::Unread:
        ++tally.unread;
        return;
    case BackupSchedules::Reading::Read:
        ++tally.read;
        if (entry.schedule.autoExportEnabled && !entry.schedule.exportTo)
            ++tally.withoutBucket;
        return;
    case BackupSchedules::Reading::NoBackup:
        ++(entry.details.isFree ? tally.free : tally.noBackup);
        return;
    case BackupSchedules::Reading::Flex:
        ++tally.flex;
        return;
    case BackupSchedules::Reading::Gone:
        ++tally.gone;
        return;
    case BackupSchedules::Reading::Failed:
        ++tally.failed;
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

BackupSchedules::BackupSchedules(net::Client &client, atlas::ProjectId project, QObject *parent)
    : QObject(parent), m_client(client), m_project(project), m_queue(limits::CallsAtATime)
{
    connect(&m_queue, &CallQueue::drained, this, [this] { setState(State::Ready); });
    connect(&m_queue, &CallQueue::waitingChanged, this, &BackupSchedules::waitingChanged);
}

BackupSchedules::Tally BackupSchedules::tally() const
{
    Tally tally;
    tally.clusters = static_cast<int>(m_entries.size()) + m_clusters.leftOut();
    tally.failed = m_clusters.leftOut();
    tally.isListShifting = m_clusters.wasShifting();
    for (const Entry &entry : m_entries)
        count(tally, entry);
    return tally;
}

Completeness BackupSchedules::completeness() const
{
    Completeness completeness = listCompleteness();
    if (m_state != State::Ready)
        return completeness;
    const Tally known = tally();
    if (known.unread > 0)
        completeness.add(Gap::Stopped);
    if (known.failed > m_clusters.leftOut())
        completeness.add(Gap::Failed);
    return completeness;
}

Completeness BackupSchedules::listCompleteness() const
{
    if (m_state == State::Failed)
        return Completeness::lacking(Gap::Failed);
    if (m_state != State::Ready)
        return {};
    Completeness completeness = Completeness::whole();
    if (m_clusters.leftOut() > 0)
        completeness.add(Gap::LeftOut);
    if (m_clusters.wasShifting())
        completeness.add(Gap::Shifting);
    return completeness;
}

std::optional<atlas::ApiError> BackupSchedules::errorOf(const atlas::ClusterName &cluster) const
{
    const auto error = m_errors.constFind(cluster);
    return error == m_errors.cend() ? std::nullopt : std::optional(*error);
}

void BackupSchedules::showKept(const QList<Entry> &entries,
                               const QHash<atlas::ClusterName, atlas::ApiError> &errors)
{
    m_entries = entries;
    m_errors = errors;
    setState(State::Ready);
}

void BackupSchedules::read()
{
    if (m_state == State::Reading)
        return;
    m_failuresInARow = 0;
    if (isListWhole() && m_clusters.isSound()) {
        readSchedules();
        return;
    }
    m_clusters = {};
    m_entries.clear();
    m_errors.clear();
    setState(State::Reading);
    readClusters();
}

void BackupSchedules::stop()
{
    if (m_state != State::Reading)
        return;
    m_queue.clear();
    setState(isListWhole() ? State::Ready : State::Unread);
}

void BackupSchedules::forget()
{
    m_queue.clear();
    m_clusters = {};
    m_entries.clear();
    m_errors.clear();
    setState(State::Unread);
}

void BackupSchedules::readClusters()
{
    const auto request = atlas::listClusters(m_project, m_clusters.next());
    m_queue.add([this, request](const CallQueue::Ended &ended) {
        return m_client.send<Clusters::Page>(
            request, this,
            [this, ended](const atlas::Result<Clusters::Page> &answer) {
                receiveClusters(answer);
                ended();
            },
            m_queue.effort(), m_queue.priority());
    });
}

void BackupSchedules::receiveClusters(const atlas::Result<Clusters::Page> &answer)
{
    if (!answer && m_clusters.goesOnWithoutCount(answer.error())) {
        readClusters();
        return;
    }
    if (!answer) {
        fail(answer.error());
        return;
    }
    for (const atlas::Cluster &cluster : m_clusters.takeIn(*answer)) {
        const bool hasBackup = cluster.backupEnabled.value_or(true);
        m_entries.append(
            {cluster.name, hasBackup ? Reading::Unread : Reading::NoBackup, {}, cluster});
    }
    if (m_clusters.isEndless())
        fail(limits::endless());
    else if (m_clusters.isOver())
        endClusters();
    else
        readClusters();
}

void BackupSchedules::endClusters()
{
    m_entries.removeIf(
        [this](const Entry &entry) { return !m_clusters.ids().contains(entry.cluster); });
    if (const auto error = m_clusters.leftOutError(atlas::listClusters(m_project, {}).target))
        Q_EMIT failed(*error);
    readSchedules();
}

void BackupSchedules::fail(const atlas::ApiError &error)
{
    m_queue.clear();
    m_error = error;
    setState(State::Failed);
    Q_EMIT failed(m_error);
}

void BackupSchedules::readSchedules()
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].reading == Reading::Failed) {
            m_entries[i].reading = Reading::Unread;
            m_errors.remove(m_entries[i].cluster);
        }
        if (m_entries[i].reading == Reading::Unread)
            readSchedule(i);
    }
    setState(m_queue.isEmpty() ? State::Ready : State::Reading);
}

void BackupSchedules::readSchedule(qsizetype index)
{
    m_queue.add([this, index](const CallQueue::Ended &ended) {
        return m_client.send<atlas::BackupSchedule>(
            atlas::getBackupSchedule(m_project, m_entries[index].cluster), this,
            [this, index, ended](const atlas::Result<atlas::BackupSchedule> &answer) {
                receiveSchedule(index, answer);
                ended();
            },
            m_queue.effort(), m_queue.priority());
    });
}

void BackupSchedules::receiveSchedule(qsizetype index,
                                      const atlas::Result<atlas::BackupSchedule> &answer)
{
    if (answer) {
        m_entries[index].reading = Reading::Read;
        m_entries[index].schedule = *answer;
        m_failuresInARow = 0;
    } else {
        noteFailure(index, answer.error());
    }
    Q_EMIT changed();
}

void BackupSchedules::noteFailure(qsizetype index, const atlas::ApiError &error)
{
    Entry &entry = m_entries[index];
    entry.reading = readingFor(atlas::clusterAbsenceIn(error));
    m_errors.insert(entry.cluster, error);
    if (entry.reading != Reading::Failed) {
        m_failuresInARow = 0;
        return;
    }
    Q_EMIT failed(error);
    if (++m_failuresInARow < limits::MostFailuresInARow)
        return;
    // Atlas or the network is down: what is left would only fail as well.
    m_queue.clear();
    for (Entry &left : m_entries) {
        if (left.reading != Reading::Unread)
            continue;
        left.reading = Reading::Failed;
        m_errors.insert(left.cluster, error);
    }
    setState(State::Ready);
}

void BackupSchedules::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace buckets
