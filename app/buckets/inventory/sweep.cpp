// SPDX-License-Identifier: Apache-2.0
#include "buckets/inventory/sweep.h"

#include "buckets/reading/bucketrowsrequest.h"
#include "buckets/reading/projectlist.h"
#include "buckets/reading/readinglimits.h"
#include "net/calls/client.h"

#include <QRandomGenerator>

#include <utility>

namespace buckets {

using ReadingState = ProjectReading::State;

Sweep::Sweep(net::Client &client, ProjectList &projects, const net::RetryPolicy &retries,
             QObject *parent)
    : QObject(parent), m_client(client), m_projects(projects), m_retries(retries)
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &Sweep::takeUpDelayed);
    connect(&m_arrivals, &RowBatch::flushed, this, &Sweep::tellOfRead);
    connect(&m_projects, &ProjectList::rowsAdded, this, &Sweep::adoptProjects);
    connect(&m_projects, &ProjectList::keptListed, this, &Sweep::adoptProjects);
    connect(&m_projects, &ProjectList::loaded, this, &Sweep::adoptAllProjects);
    connect(&m_projects, &ProjectList::failed, this, &Sweep::endIfDone);
}

void Sweep::openAll()
{
    if (isOpen() && !m_only) {
        m_isShown = true;
        if (std::exchange(m_isPaused, false) || (m_state == State::Ready && !m_line.isEmpty()))
            goOn();
        Q_EMIT changed();
        return;
    }
    start(std::nullopt);
    if (m_projects.completeness().isWhole())
        adoptAllProjects();
    else
        adoptProjects();
    goOn();
}

void Sweep::open(atlas::ProjectId project)
{
    if (isOpen() && m_only == project)
        return;
    start(project);
    m_line.add(project);
    m_areProjectsKnown = true;
    adoptProjects();
    goOn();
}

void Sweep::hide()
{
    if (m_only) {
        close();
        return;
    }
    m_isShown = false;
    m_isPaused = m_isPaused || isReading();
    stop();
    Q_EMIT changed();
}

void Sweep::close()
{
    m_isShown = false;
    m_isPaused = false;
    m_readAt = {};
    cancelCalls();
    m_arrivals.clear();
    m_justRead.clear();
    m_line.clear();
    m_only.reset();
    m_stopReason.reset();
    m_areProjectsKnown = false;
    m_buckets.clear();
    m_keptAt = {};
    setState(State::Closed);
}

void Sweep::stop()
{
    if (!isReading())
        return;
    cancelCalls();
    m_arrivals.flush();
    setState(State::Stopped);
}

void Sweep::resume()
{
    if (m_state == State::Stopped)
        goOn();
}

void Sweep::retry()
{
    if (!isOpen())
        return;
    const auto failed = unreadProjects();
    for (const UnreadProject &project : failed)
        retryProject(project.project);
    if (!m_areProjectsKnown)
        goOn();
    resume();
}

void Sweep::retryProject(atlas::ProjectId project)
{
    ProjectReading *reading = m_line.find(project);
    if (!reading || reading->state != ReadingState::Failed)
        return;
    // A list that was too long would be no shorter from here.
    if (reading->list.isEndless())
        reading->list = {};
    reading->retries = 0;
    m_line.putLast(*reading);
    goOn();
}

void Sweep::refresh()
{
    if (!isOpen())
        return;
    cancelCalls();
    m_arrivals.flush();
    m_line.startOver();
    m_buckets.setStale(true);
    m_areProjectsKnown = m_only.has_value();
    goOn();
}

void Sweep::start(std::optional<atlas::ProjectId> only)
{
    if (isOpen())
        close();
    m_only = only;
    m_isShown = true;
    setState(State::Reading);
}

void Sweep::goOn()
{
    m_stopReason.reset();
    m_streak.end();
    setState(State::Reading);
    readProjects();
    sendSome();
    endIfDone();
}

/// While nothing can be reached, those that have been tried find out when that has changed, and the
/// others wait.
void Sweep::sendSome()
{
    while (isReading() && m_underWay - m_answered < limits::CallsAtATime && !m_line.isEmpty()) {
        ProjectReading &project = m_line.first();
        if (m_streak.isHopeless() && project.retries == 0)
            return;
        m_line.removeFirst();
        send(project);
    }
}

void Sweep::send(ProjectReading &project)
{
    project.state = ReadingState::Reading;
    ++m_underWay;
    project.call = m_client.send<Buckets>(
        listBucketRows(m_buckets, project.project, project.list.next()), this,
        [this, &project](const atlas::Result<Buckets> &answer) { receive(project, answer); },
        net::Client::Effort::Once, net::Priority::Sweep);
    connect(project.call, &net::Call::answered, this, [this, &project] {
        // Twice, if the first answer asked for another credential.
        if (!std::exchange(project.isAnswered, true))
            ++m_answered;
        sendSome();
    });
}

void Sweep::receive(ProjectReading &project, const atlas::Result<Buckets> &answer)
{
    noteEnd(project);
    if (answer)
        receivePage(project, *answer);
    else
        receiveError(project, answer.error());
    sendSome();
    endIfDone();
}

void Sweep::noteEnd(ProjectReading &project)
{
    project.call.clear();
    --m_underWay;
    if (std::exchange(project.isAnswered, false))
        --m_answered;
}

void Sweep::receivePage(ProjectReading &project, const Buckets &page)
{
    m_streak.end();
    project.retries = 0;
    m_arrivals.add(page.results);
    project.list.takeIn(page);
    if (project.list.isEndless())
        failProject(project, limits::endless(BucketListReading::MostPages));
    else if (project.list.isOver())
        endProject(project);
    else
        m_line.putFirst(project);
}

void Sweep::endProject(ProjectReading &project)
{
    project.state = ReadingState::Read;
    m_justRead.append(&project);
    if (project.list.leftOut() > 0)
        Q_EMIT failed(
            *project.list.leftOutError(listBucketRows(m_buckets, project.project, {}).target));
}

void Sweep::receiveError(ProjectReading &project, const atlas::ApiError &error)
{
    if (project.list.goesOnWithoutCount(error)) {
        m_line.putFirst(project);
        return;
    }
    if (projectExemptionIn(error)) {
        exemptProject(project, error);
        return;
    }
    m_streak.note(error);
    m_arrivals.schedule();
    const double chance = QRandomGenerator::global()->generateDouble();
    const auto wait = m_retries.waitBefore(project.retries + 1, error, chance);
    if (m_streak.isHopeless() && !wait) {
        project.retries = 0;
        m_line.putFirst(project);
        stop();
        m_stopReason = error;
        Q_EMIT failed(error);
        Q_EMIT changed();
        return;
    }
    if (!wait) {
        failProject(project, error);
        return;
    }
    ++project.retries;
    project.state = ReadingState::Delayed;
    project.delay = QDeadlineTimer(*wait);
    if (!m_delay.isActive() || m_delay.remainingTimeAsDuration() > *wait)
        m_delay.start(*wait);
}

void Sweep::exemptProject(ProjectReading &project, const atlas::ApiError &answer)
{
    m_streak.end();
    project.state = ReadingState::Exempt;
    project.exemption = *projectExemptionIn(answer);
    m_justRead.append(&project);
    m_arrivals.schedule();
    Q_EMIT projectExempted(project.project, answer);
}

/// Their rows are in the store.
void Sweep::tellOfRead()
{
    const auto read = std::exchange(m_justRead, {});
    for (const ProjectReading *project : read) {
        if (project->state == ReadingState::Exempt)
            m_buckets.removeOthers(project->project, {});
        if (project->state == ReadingState::Exempt || !project->list.isSound())
            continue;
        m_buckets.removeOthers(project->project, project->list.ids());
        Q_EMIT projectRead(project->project, static_cast<int>(project->list.ids().size()));
    }
    Q_EMIT changed();
}

void Sweep::failProject(ProjectReading &project, const atlas::ApiError &error)
{
    project.state = ReadingState::Failed;
    project.error = error;
    project.error.retries = project.retries;
    project.failure = ++m_failures;
    Q_EMIT failed(project.error);
    Q_EMIT projectFailed(project.project, project.error);
}

/// Those whose wait is over come next.
void Sweep::takeUpDelayed()
{
    m_line.takeUpDelayed();
    sendSome();
    if (const auto rest = tallyOf(m_line.projects()); rest.delayed > 0)
        m_delay.start(rest.delay);
}

void Sweep::endIfDone()
{
    if (!isReading() || m_underWay > 0 || !m_line.isEmpty())
        return;
    const bool areProjectsComing =
        !m_areProjectsKnown && m_projects.state() == ProjectList::State::Loading;
    if (areProjectsComing || tallyOf(m_line.projects()).delayed > 0)
        return;
    m_arrivals.flush();
    dropUnprovedRows();
    m_buckets.setStale(m_keptAt.isValid());
    m_readAt = QDateTime::currentDateTimeUtc();
    setState(State::Ready);
}

/// Those that were under way or waited for a retry are first in line.
void Sweep::cancelCalls()
{
    m_delay.stop();
    for (const auto &project : m_line.projects()) {
        const bool isStarted =
            project->state == ReadingState::Reading || project->state == ReadingState::Delayed;
        cancelCall(*project);
        if (isStarted)
            m_line.putFirst(*project);
    }
}

void Sweep::cancelCall(ProjectReading &project)
{
    if (!project.call)
        return;
    project.call->cancel();
    noteEnd(project);
}

void Sweep::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace buckets
