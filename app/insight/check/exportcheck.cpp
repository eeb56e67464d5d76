// SPDX-License-Identifier: Apache-2.0
#include "insight/check/exportcheck.h"

#include "atlas/errors/httpstatus.h"
#include "atlas/errors/missingrole.h"
#include "buckets/reading/readinglimits.h"
#include "insight/check/keptfacts.h"
#include "insight/health/readrules.h"
#include "insight/health/rules.h"
#include "net/calls/client.h"
#include "net/wire/exchange.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace insight {

using buckets::ProjectReading;
using buckets::Sweep;

namespace {

/// Some frames: thousands of answers come faster than anybody reads.
constexpr auto ChangeInterval = 100ms;
/// Whoever shows findings has the more to do the more there are: then it comes less often.
constexpr qsizetype FindingsOfInterval = 1000;
constexpr auto LongestChangeInterval = 1s;
/// Projects begin while fewer calls are known that could be sent. More than can be on their way, so
/// that places are never empty while an answer is read.
constexpr int EnoughCalls = 2 * buckets::limits::CallsAtATime;
/// Far less than so many calls take.
constexpr auto TurnInterval = 4ms;

} // namespace

ExportCheck::ExportCheck(const CheckReaders &readers, QObject *parent)
    : QObject(parent), m_readers(readers)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(TurnInterval);
    m_changes.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &ExportCheck::giveTurns);
    connect(&m_changes, &QTimer::timeout, this, &ExportCheck::change);
    connect(&m_readers.inventory, &buckets::Inventory::changed, this,
            &ExportCheck::followInventory);
    connect(&m_readers.projects, &buckets::ProjectList::stateChanged, this, &ExportCheck::turnSoon);
    const auto noteNewProjects = [this] {
        m_hasNewProjects = true;
    };
    connect(&m_readers.projects, &buckets::ProjectList::rowsAdded, this, noteNewProjects);
    connect(&m_readers.projects, &buckets::ProjectList::keptListed, this, noteNewProjects);
    connect(&m_readers.client, &net::Client::exchanged, this, &ExportCheck::noteExchange);
    connect(&m_readers.roles, &buckets::RoleReader::failed, this, &ExportCheck::noteFailure);
}

ExportCheck::~ExportCheck() = default;

CheckProgress ExportCheck::progress() const
{
    Progress progress;
    progress.projects = m_readers.projects.rowCount();
    progress.done = static_cast<int>(m_checks.size() - m_line.size()) - int(m_active.size());
    progress.callsMade = m_pace.calls();
    buckets::CallLoad load;
    int expectedOfActive = 0;
    for (const ProjectCheck *check : m_active) {
        load = load + check->load();
        expectedOfActive += CheckPace::expectedOf(check->project());
    }
    int expectedInLine = 0;
    for (const ProjectCheck *check : m_line)
        expectedInLine += CheckPace::expectedOf(check->project());
    const double left = std::max(load.left, expectedOfActive / 2)
        + m_pace.corrected(expectedInLine, std::max(0, expectedOfActive - load.left));
    progress.callsLeft = static_cast<int>(std::lround(left));
    progress.left = m_pace.timeFor(left);
    const bool isSweepDelayed =
        m_active.isEmpty() && m_readers.inventory.allProjects().tally().delayed > 0;
    progress.isWaiting =
        m_state == State::Checking && load.runnable == 0 && (load.left > 0 || isSweepDelayed);
    return progress;
}

int ExportCheck::expectedCalls() const
{
    if (m_callsOfLast > 0)
        return m_callsOfLast;
    int expected = 0;
    for (int row = 0; row < m_readers.projects.rowCount(); ++row)
        expected += CheckPace::expectedOf(m_readers.projects.projectAt(row));
    return expected;
}

const ProjectFacts *ExportCheck::factsOf(atlas::ProjectId project) const
{
    const auto check = m_checks.find(project);
    const bool hasBegun =
        check != m_checks.end() && check->second->state() != ProjectCheck::State::Waiting;
    return hasBegun ? &check->second->facts() : nullptr;
}

Facts ExportCheck::facts() const
{
    Facts facts;
    for (const auto &[project, check] : m_checks)
        facts.projects.append(check->facts());
    facts.areAllProjectsKnown = m_readers.projects.completeness().isWhole();
    facts.now = QDateTime::currentDateTimeUtc();
    return facts;
}

void ExportCheck::start()
{
    for (ProjectCheck *check : std::exchange(m_active, {}))
        check->stop();
    m_line.clear();
    m_checks.clear();
    m_hasNewProjects = true;
    m_isKept = false;
    m_wasOwnerMissed = false;
    m_readers.usages.expire();
    m_pace.start();
    // Buckets that the last check has looked at would be looked at once more.
    const Sweep &sweep = m_readers.inventory.allProjects();
    if (sweep.state() == Sweep::State::Ready && m_checkedAt.isValid()
        && sweep.readAt() <= m_checkedAt)
        m_readers.inventory.refreshAll();
    resumeReading();
}

void ExportCheck::resume()
{
    if (m_state != State::Stopped)
        return;
    m_pace.resume();
    const auto unread = m_readers.inventory.allProjects().unreadProjects();
    for (const buckets::UnreadProject &project : unread) {
        if (buckets::concernsAllProjects(project.error))
            m_readers.inventory.retryProjectOfAll(project.project);
    }
    for (const auto &[project, check] : m_checks) {
        if (!check->hasFailedForAll())
            continue;
        if (check->state() == ProjectCheck::State::Done)
            m_line.push_back(check.get());
        check->prepareRetry();
    }
    resumeReading();
}

void ExportCheck::resumeReading()
{
    m_stopReason.reset();
    m_lookAcross = LookAcross::None;
    m_streak.end();
    setState(State::Checking);
    m_readers.inventory.readAllUnseen();
    turnSoon();
}

void ExportCheck::stop()
{
    if (m_state == State::Checking)
        endEarly(std::nullopt);
}

/// Those that have begun are first in line.
void ExportCheck::endEarly(const std::optional<atlas::ApiError> &reason)
{
    m_turn.stop();
    m_pace.stop();
    const auto active = std::exchange(m_active, {});
    for (auto check = active.rbegin(); check != active.rend(); ++check) {
        (*check)->stop();
        m_line.push_front(*check);
    }
    m_stopReason = reason;
    setState(State::Stopped);
}

/// The user may look at something else, or has stopped the sweep alone: it goes on, for the check
/// needs it. The check stops if nobody can be reached.
void ExportCheck::followInventory()
{
    if (m_state != State::Checking)
        return;
    const Sweep &sweep = m_readers.inventory.allProjects();
    if (sweep.state() == Sweep::State::Stopped && sweep.stopReason())
        endEarly(sweep.stopReason());
    else
        turnSoon();
}

void ExportCheck::turnSoon()
{
    if (m_state == State::Checking && !m_turn.isActive())
        m_turn.start();
}

void ExportCheck::giveTurns()
{
    if (m_state != State::Checking)
        return;
    const Sweep::State sweep = m_readers.inventory.allProjects().state();
    if (sweep == Sweep::State::Stopped || sweep == Sweep::State::Closed)
        m_readers.inventory.readAllUnseen();
    takeUpProjects();
    buckets::CallLoad load;
    for (const ProjectCheck *check : std::as_const(m_active))
        load = load + check->load();
    for (auto next = m_line.begin(); next != m_line.end() && load.runnable < EnoughCalls;) {
        ProjectCheck &check = **next;
        if (!isReady(check)) {
            ++next;
            continue;
        }
        next = m_line.erase(next);
        begin(check);
        load = load + check.load();
    }
    changeSoon();
    endIfDone();
}

void ExportCheck::takeUpProjects()
{
    if (!std::exchange(m_hasNewProjects, false))
        return;
    const buckets::ProjectList &projects = m_readers.projects;
    for (int row = 0; row < projects.rowCount(); ++row) {
        if (projects.entryAt(row).isKept)
            continue;
        const atlas::Project &project = projects.projectAt(row);
        auto &check = m_checks[project.id];
        if (check)
            continue;
        check = std::make_unique<ProjectCheck>(m_readers, project);
        ProjectCheck *made = check.get();
        connect(made, &ProjectCheck::usageBegun, this, &ExportCheck::usageBegun);
        connect(made, &ProjectCheck::loadChanged, this, &ExportCheck::turnSoon);
        connect(made, &ProjectCheck::callFailed, this, &ExportCheck::noteFailure);
        connect(made, &ProjectCheck::failed, this, &ExportCheck::tellOf);
        connect(made, &ProjectCheck::done, this, [this, made] { noteDone(*made); });
        m_line.push_back(made);
    }
}

/// Whether its buckets are here, or will not come.
bool ExportCheck::isReady(const ProjectCheck &check) const
{
    const Sweep &sweep = m_readers.inventory.allProjects();
    const ProjectReading *reading = sweep.readingOf(check.project().id);
    if (!reading)
        return sweep.state() == Sweep::State::Ready;
    return !buckets::completenessOf(*reading).lacks(buckets::Gap::Unread);
}

void ExportCheck::begin(ProjectCheck &check)
{
    m_lookAcross = LookAcross::None;
    m_active.append(&check);
    check.start();
}

void ExportCheck::noteDone(ProjectCheck &check)
{
    m_active.removeOne(&check);
    m_pace.noteDone(check.project());
    m_found.set(check.project().id,
                findingsOf(provedBy(m_spans, check.facts()), QDateTime::currentDateTimeUtc()));
    turnSoon();
}

/// While it checks, hardly anything else is asked for.
void ExportCheck::noteExchange(const net::Exchange &exchange)
{
    if (m_state != State::Checking || exchange.method != "GET")
        return;
    m_pace.noteCall();
    if (exchange.status >= atlas::httpstatus::Ok && exchange.status < atlas::httpstatus::BadRequest)
        m_streak.end();
    turnSoon();
}

void ExportCheck::noteFailure(const atlas::ApiError &error)
{
    if (m_state != State::Checking)
        return;
    m_streak.note(error);
    if (!m_streak.isHopeless())
        return;
    endEarly(error);
    Q_EMIT failed(error);
}

/// Most credentials may not read private endpoints, of whatever project.
void ExportCheck::tellOf(const atlas::ApiError &error)
{
    const bool isOwnerMissed =
        error.role == atlas::Role::ProjectOwner && atlas::meansMissingRole(error);
    if (isOwnerMissed && std::exchange(m_wasOwnerMissed, true))
        return;
    Q_EMIT failed(error);
}

void ExportCheck::endIfDone()
{
    const buckets::ProjectList &projects = m_readers.projects;
    const bool isListComing = projects.state() == buckets::ProjectList::State::Loading;
    if (m_state != State::Checking || !m_line.empty() || !m_active.isEmpty() || isListComing
        || m_readers.inventory.allProjects().state() != Sweep::State::Ready)
        return;
    if (m_checks.empty() && projects.state() == buckets::ProjectList::State::Failed) {
        endEarly(projects.error());
        return;
    }
    if (m_lookAcross != LookAcross::Shown) {
        lookAcross();
        turnSoon();
        return;
    }
    m_pace.stop();
    m_checkedAt = QDateTime::currentDateTimeUtc();
    m_callsOfLast = m_pace.calls();
    setState(State::Checked);
}

/// Each step in a turn of its own, and the end of the check, too: a frame has no room for all.
void ExportCheck::lookAcross()
{
    switch (m_lookAcross) {
    case LookAcross::None:
        dropGoneProjects();
        m_note = noteOnEndpoints(facts());
        m_lookAcross = LookAcross::Noted;
        break;
    case LookAcross::Noted:
        m_found.setAcross(findingsAcross(facts()));
        m_lookAcross = LookAcross::Found;
        break;
    case LookAcross::Found:
        m_lookAcross = LookAcross::Shown;
        change();
        break;
    case LookAcross::Shown:
        break;
    }
}

void ExportCheck::dropGoneProjects()
{
    QSet<atlas::ProjectId> here;
    for (int row = 0; row < m_readers.projects.rowCount(); ++row)
        here.insert(m_readers.projects.projectAt(row).id);
    std::erase_if(m_checks, [&here](const auto &check) { return !here.contains(check.first); });
    m_found.keepOnly(here);
}

void ExportCheck::setState(State state)
{
    m_state = state;
    change();
}

void ExportCheck::change()
{
    m_changes.stop();
    m_found.gather();
    Q_EMIT changed();
}

void ExportCheck::changeSoon()
{
    if (m_changes.isActive())
        return;
    const auto interval = ChangeInterval * (1 + findings().size() / FindingsOfInterval);
    m_changes.start(std::min<std::chrono::milliseconds>(interval, LongestChangeInterval));
}

} // namespace insight
