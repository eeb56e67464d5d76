// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/program/options.h"
#include "tests/atlassim/world/world.h"

#include <QHash>

namespace atlassim {

/// Lets jobs in progress run to their end, if the options say how long that takes.
class ExportClock
{
public:
    using Clock = std::chrono::steady_clock;

    /// `options` must outlive it.
    explicit ExportClock(const Options &options);

    /// Whether that is a call for export jobs: those are what starts a job's time.
    static bool isStartedBy(const QString &path);

    /// Brings every job in progress to where it is now.
    void advance(World &world, Clock::time_point now = Clock::now());

private:
    struct Run
    {
        Clock::time_point start;
        int exportedAtStart{0};
    };

    void advance(ExportJob &job, Clock::time_point now);

    const Options &m_options;
    /// By job ID.
    QHash<QString, Run> m_runs;
};

} // namespace atlassim
