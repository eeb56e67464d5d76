// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/exportclock.h"

namespace atlassim {

ExportClock::ExportClock(const Options &options) : m_options(options) { }

bool ExportClock::isStartedBy(const QString &path)
{
    return path.endsWith(QLatin1String("/backup/exports"));
}

void ExportClock::advance(World &world, Clock::time_point now)
{
    if (m_options.exportDuration.count() == 0)
        return;
    for (Project &project : world.projects) {
        for (Cluster &cluster : project.clusters) {
            for (ExportJob &job : cluster.exportJobs) {
                if (job.state == ExportState::InProgress)
                    advance(job, now);
            }
        }
    }
}

void ExportClock::advance(ExportJob &job, Clock::time_point now)
{
    if (!m_runs.contains(job.id))
        m_runs.insert(job.id, {now, job.exportedCollections});
    const Run run = m_runs.value(job.id);
    const std::chrono::duration<double> passed = now - run.start;
    const double part = passed / m_options.exportDuration;
    if (part < 1) {
        const int left = job.totalCollections - run.exportedAtStart;
        job.advanceTo(run.exportedAtStart + int(part * left));
        return;
    }
    // Not the wall clock's time, which may be years after the sample's.
    job.succeed(job.createdAt.addSecs(m_options.exportDuration.count()));
    m_runs.remove(job.id);
}

} // namespace atlassim
