// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/project.h"

#include <QElapsedTimer>

#include <chrono>

namespace insight {

/// How far a check has come.
struct CheckProgress
{
    int projects = 0;
    int done = 0;
    int callsMade = 0;
    /// As far as can be told: of projects whose turn has not come, from their clusters.
    int callsLeft = 0;
    /// At the pace so far; zero as long as that says nothing.
    std::chrono::seconds left{0};
    /// Whether nothing goes on just now but waiting for a rate limit, or for a retry.
    bool isWaiting = false;
};

/// How fast a check goes, and what that lets expect of the rest.
class CheckPace
{
public:
    /// A check begins.
    void start()
    {
        *this = {};
        resume();
    }
    /// It goes on, or does not.
    void resume() { m_running.start(); }
    void stop()
    {
        m_before += elapsed();
        m_running.invalidate();
    }

    /// A call has ended.
    void noteCall() { ++m_calls; }
    /// A project is done.
    void noteDone(const atlas::Project &project) { m_expectedOfDone += expectedOf(project); }

    int calls() const { return m_calls; }
    /// How many calls those that were `expected` will be, if it goes on as with the projects that
    /// are done. So many of calls() are of others.
    double corrected(int expected, int callsOfOthers) const
    {
        const int callsOfDone = m_calls - callsOfOthers;
        const bool isKnown = m_expectedOfDone > 0 && callsOfDone > 0;
        return expected * (isKnown ? double(callsOfDone) / m_expectedOfDone : 1);
    }
    /// How long so many calls take.
    std::chrono::seconds timeFor(double calls) const
    {
        using Seconds = std::chrono::duration<double>;
        const Seconds passed = m_before + elapsed();
        return m_calls == 0 ? std::chrono::seconds(0)
                            : std::chrono::ceil<std::chrono::seconds>(passed * (calls / m_calls));
    }

    /// How many calls a project takes of which nothing is known: its buckets, clusters, roles and
    /// alerts; a schedule and the jobs of each cluster.
    static int expectedOf(const atlas::Project &project)
    {
        return 4 + 2 * static_cast<int>(project.clusterCount.value_or(1));
    }

private:
    std::chrono::nanoseconds elapsed() const
    {
        return std::chrono::nanoseconds(m_running.isValid() ? m_running.nsecsElapsed() : 0);
    }

    QElapsedTimer m_running;
    std::chrono::nanoseconds m_before{0};
    int m_calls = 0;
    int m_expectedOfDone = 0;
};

} // namespace insight
