// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/projectreading.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace buckets {

/// The projects that an inventory reads, and a line of those that can be asked for at once.
class ProjectLine
{
public:
    /// All projects, in line or not, in the order of their coming.
    const ProjectReadings &projects() const { return m_projects; }
    bool contains(atlas::ProjectId project) const { return m_byId.contains(project); }
    /// nullptr if it is not here.
    ProjectReading *find(atlas::ProjectId project) const { return m_byId.value(project); }

    /// A new project comes last in line.
    void add(atlas::ProjectId project);
    /// Takes out those that are not in `here`; they must have no call under way.
    void keepOnly(const QSet<atlas::ProjectId> &here);
    /// Puts all in line, to be read anew; none may have a call under way.
    void startOver();
    void clear();

    /// Whether none is in line.
    bool isEmpty() const { return m_line.empty(); }
    /// Whose turn it is; not if isEmpty().
    ProjectReading &first() const { return *m_line.front(); }
    void removeFirst() { m_line.pop_front(); }

    /// Puts `project`, which is here but not in line, into it.
    void putFirst(ProjectReading &project);
    void putLast(ProjectReading &project);
    /// Puts those first whose delay is over.
    void takeUpDelayed();

private:
    ProjectReadings m_projects;
    QHash<atlas::ProjectId, ProjectReading *> m_byId;
    std::deque<ProjectReading *> m_line;
};

} // namespace buckets
