// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/projectusages.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

/// What was asked for, whatever cluster it is of, and how it failed.
QString kindOf(const atlas::ApiError &error)
{
    const QString path = error.request.section(u'?', 0, 0);
    return QStringList{path.section(u'/', -1), QString::number(error.status), error.errorCode}.join(
        u' ');
}

} // namespace

ProjectUsages::ProjectUsages(net::Client &client, QObject *parent)
    : QObject(parent), m_client(client)
{ }

ProjectUsage *ProjectUsages::of(atlas::ProjectId project)
{
    ProjectUsage *&usage = m_usages[project];
    if (!usage) {
        usage = new ProjectUsage(m_client, project, this);
        connect(usage, &ProjectUsage::failed, this,
                [this, usage](const atlas::ApiError &error) { tellOf(*usage, error); });
    }
    return usage;
}

void ProjectUsages::tellOf(const ProjectUsage &usage, const atlas::ApiError &error)
{
    if (usage.isAhead())
        return;
    if (usage.isReadingSomeJobs()) {
        const std::pair told(usage.project(), kindOf(error));
        if (m_told.contains(told))
            return;
        m_told.insert(told);
    }
    Q_EMIT failed(error);
}

QList<atlas::ProjectId> ProjectUsages::known() const
{
    QList<atlas::ProjectId> projects;
    for (const ProjectUsage *usage : m_usages) {
        if (usage->isKnown() && !usage->keptAt().isValid())
            projects.append(usage->project());
    }
    return projects;
}

void ProjectUsages::expire()
{
    m_told.clear();
    for (ProjectUsage *usage : std::as_const(m_usages))
        usage->expire();
}

} // namespace buckets
