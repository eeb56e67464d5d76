// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/usagecheck.h"

#include "buckets/reading/readinglimits.h"

#include <algorithm>
#include <utility>

namespace buckets {

UsageCheck::UsageCheck(ProjectUsages &usages, QObject *parent) : QObject(parent), m_usages(usages)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &UsageCheck::noteEnds);
}

void UsageCheck::start(const QList<atlas::ProjectId> &projects)
{
    m_waiting = projects;
    readSome();
}

void UsageCheck::add(const QList<atlas::ProjectId> &projects)
{
    for (const atlas::ProjectId project : projects) {
        if (!m_waiting.contains(project))
            m_waiting.append(project);
    }
    readSome();
}

void UsageCheck::stop()
{
    m_waiting.clear();
    for (ProjectUsage *usage : std::exchange(m_current, {})) {
        disconnect(usage, nullptr, this, nullptr);
        usage->stop();
    }
    Q_EMIT readingChanged();
}

void UsageCheck::readSome()
{
    while (!m_waiting.isEmpty() && runnableCalls() < limits::CallsAtATime)
        begin(m_waiting.takeFirst());
    Q_EMIT readingChanged();
}

void UsageCheck::begin(atlas::ProjectId project)
{
    ProjectUsage *usage = m_usages.of(project);
    if (m_current.contains(usage))
        return;
    m_current.append(usage);
    const auto turnSoon = [this] {
        m_turn.start();
    };
    connect(usage, &ProjectUsage::changed, this, turnSoon);
    connect(usage, &ProjectUsage::ended, this, turnSoon);
    connect(usage, &ProjectUsage::waitingChanged, this, turnSoon);
    Q_EMIT begun(usage);
    usage->read();
    // What needs no call is read at once.
    m_turn.start();
}

void UsageCheck::noteEnds()
{
    for (ProjectUsage *usage : QList<ProjectUsage *>(m_current)) {
        if (usage->isReading())
            continue;
        disconnect(usage, nullptr, this, nullptr);
        m_current.removeOne(usage);
        // Another part of the window has ended its reading.
        if (usage->isUnread())
            m_waiting.append(usage->project());
    }
    readSome();
}

/// Each project has one at least, until all of its calls wait.
int UsageCheck::runnableCalls() const
{
    int calls = 0;
    for (const ProjectUsage *usage : m_current)
        calls += usage->load().runnable;
    return calls;
}

} // namespace buckets
