// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/calendarpass.h"

#include "buckets/usage/bucketsinuse.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace buckets {

namespace {

/// A check brings what is known of many projects.
constexpr auto PassInterval = 500ms;
/// Well below a frame: what else the event loop has to do comes on top.
constexpr qint64 PassMilliseconds = 4;

} // namespace

CalendarPass::CalendarPass(QObject *parent) : QObject(parent)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &CalendarPass::start);
    connect(&m_slices, &QTimer::timeout, this, &CalendarPass::doSlice);
}

void CalendarPass::setUse(const BucketsInUse *use, const Projects &projects)
{
    if (m_use)
        disconnect(m_use, nullptr, this, nullptr);
    m_use = use;
    m_projects = projects;
    m_slices.stop();
    m_calendars = {};
    Q_EMIT changed();
    if (m_use)
        connect(m_use, &BucketsInUse::changed, this, &CalendarPass::refresh);
    refresh();
}

void CalendarPass::setActive(bool active)
{
    if (m_isActive == active)
        return;
    m_isActive = active;
    if (m_isActive && m_isDirty)
        start();
    if (m_isActive || !m_slices.isActive())
        return;
    m_slices.stop();
    m_isDirty = true;
}

/// A pass under way goes on: while a check brings news, none would ever end.
void CalendarPass::refresh()
{
    m_isDirty = true;
    if (m_isActive && !m_slices.isActive())
        startSoon();
}

void CalendarPass::startSoon()
{
    if (!m_wait.isActive())
        m_wait.start(PassInterval);
}

void CalendarPass::start()
{
    m_wait.stop();
    if (!m_isActive || !m_use)
        return;
    m_isDirty = false;
    m_found = {};
    m_line = m_projects();
    m_slices.start();
}

void CalendarPass::doSlice()
{
    QElapsedTimer time;
    time.start();
    while (m_use && !m_line.isEmpty() && time.elapsed() < PassMilliseconds) {
        const atlas::Project project = m_line.takeLast();
        m_found.add(project, m_use->usageOf(project.id), std::nullopt);
    }
    if (m_line.isEmpty() || !m_use)
        end();
}

void CalendarPass::end()
{
    m_slices.stop();
    m_found.sort();
    m_calendars = std::exchange(m_found, {});
    Q_EMIT changed();
    if (m_isDirty)
        startSoon();
}

} // namespace buckets
