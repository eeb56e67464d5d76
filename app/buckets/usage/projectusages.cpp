// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/projectusages.h"

#include <utility>

namespace buckets {

ProjectUsages::ProjectUsages(net::Client &client, QObject *parent)
    : QObject(parent), m_client(client)
{ }

ProjectUsage *ProjectUsages::of(atlas::ProjectId project)
{
    ProjectUsage *&usage = m_usages[project];
    if (!usage) {
        usage = new ProjectUsage(m_client, project, this);
        connect(usage, &ProjectUsage::failed, this, &ProjectUsages::failed);
    }
    return usage;
}

QList<atlas::ProjectId> ProjectUsages::known() const
{
    QList<atlas::ProjectId> projects;
    for (const ProjectUsage *usage : m_usages) {
        if (usage->isKnown())
            projects.append(usage->project());
    }
    return projects;
}

void ProjectUsages::expire()
{
    for (ProjectUsage *usage : std::as_const(m_usages))
        usage->expire();
}

} // namespace buckets
