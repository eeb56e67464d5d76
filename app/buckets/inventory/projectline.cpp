// SPDX-License-Identifier: Apache-2.0
#include "buckets/inventory/projectline.h"

#include "net/calls/call.h"

namespace buckets {

using State = ProjectReading::State;

void ProjectLine::add(atlas::ProjectId project)
{
    m_projects.push_back(std::make_unique<ProjectReading>());
    ProjectReading &added = *m_projects.back();
    added.project = project;
    m_byId.insert(project, &added);
    m_line.push_back(&added);
}

void ProjectLine::keepOnly(const QSet<atlas::ProjectId> &here)
{
    const auto isGone = [&here](const auto &project) {
        return !here.contains(project->project);
    };
    std::erase_if(m_line, isGone);
    for (const auto &project : m_projects) {
        if (isGone(project))
            m_byId.remove(project->project);
    }
    std::erase_if(m_projects, isGone);
}

void ProjectLine::startOver()
{
    m_line.clear();
    for (const auto &project : m_projects) {
        const atlas::ProjectId id = project->project;
        *project = {};
        project->project = id;
        m_line.push_back(project.get());
    }
}

void ProjectLine::clear()
{
    m_line.clear();
    m_byId.clear();
    m_projects.clear();
}

void ProjectLine::putFirst(ProjectReading &project)
{
    project.state = State::Waiting;
    m_line.push_front(&project);
}

void ProjectLine::putLast(ProjectReading &project)
{
    project.state = State::Waiting;
    m_line.push_back(&project);
}

void ProjectLine::takeUpDelayed()
{
    for (const auto &project : m_projects) {
        if (project->state == State::Delayed && project->delay.hasExpired())
            putFirst(*project);
    }
}

} // namespace buckets
