// SPDX-License-Identifier: Apache-2.0
#include "buckets/inventory/sweep.h"
#include "buckets/reading/projectlist.h"

#include <QSet>

#include <utility>

/// How a sweep goes along with the list of projects, and with rows of an earlier day.

namespace buckets {

/// Unless they are known, or coming.
void Sweep::readProjects()
{
    if (!m_areProjectsKnown && m_projects.state() != ProjectList::State::Loading)
        m_projects.refresh();
}

/// As the list of projects comes.
void Sweep::adoptProjects()
{
    if (!isOpen())
        return;
    for (int row = 0; row < m_projects.rowCount(); ++row) {
        if (m_projects.entryAt(row).isKept)
            continue;
        const atlas::Project &project = m_projects.projectAt(row);
        m_buckets.nameProject(project.id, project.name);
        if (!m_only && !m_line.contains(project.id))
            m_line.add(project.id);
    }
    if (isReading())
        sendSome();
    else if (m_state == State::Ready && m_isShown && !m_line.isEmpty())
        goOn();
}

/// The list is here to its end.
void Sweep::adoptAllProjects()
{
    if (!isOpen() || m_only)
        return;
    m_areProjectsKnown = m_projects.completeness().isWhole();
    m_streak.end();
    m_arrivals.flush();
    if (m_areProjectsKnown)
        removeGoneProjects();
    adoptProjects();
    endIfDone();
}

/// What is not in the list is gone, for nothing is missing in it.
void Sweep::removeGoneProjects()
{
    QSet<atlas::ProjectId> here;
    for (int row = 0; row < m_projects.rowCount(); ++row)
        here.insert(m_projects.projectAt(row).id);
    for (const auto &project : m_line.projects()) {
        if (!here.contains(project->project))
            cancelCall(*project);
    }
    m_line.keepOnly(here);
    m_buckets.removeOtherProjects(here);
}

void Sweep::showKept(BucketRows &&rows, const QDateTime &at)
{
    const bool hasRead = m_buckets.rowCount() > 0 || (m_areProjectsKnown && !m_only)
        || tallyOf(m_line.projects()).read > 0;
    if (hasRead || rows.isEmpty())
        return;
    m_buckets.setStaleRows(std::move(rows));
    m_keptAt = at;
    adoptProjects();
    Q_EMIT changed();
}

/// All that can be read has been: what is left of an earlier day is of projects that could not be
/// read. Of those, nobody can say what they have now.
void Sweep::dropUnprovedRows()
{
    const bool isNothingRead = m_only && tallyOf(m_line.projects()).read == 0;
    if (!m_keptAt.isValid() || !m_areProjectsKnown || isNothingRead)
        return;
    m_keptAt = {};
    QSet<atlas::ProjectId> read;
    for (const auto &project : m_line.projects()) {
        if (project->state == ProjectReading::State::Read)
            read.insert(project->project);
    }
    m_buckets.removeOtherProjects(read);
}

} // namespace buckets
