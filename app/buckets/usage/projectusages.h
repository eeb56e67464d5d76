// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusage.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <utility>

namespace buckets {

/// Remembers how the projects that were looked at use their buckets. Tables show it, filter by it
/// and count it, so none is forgotten to make room for another.
class ProjectUsages : public QObject
{
    Q_OBJECT

public:
    /// `client` must outlive this.
    ProjectUsages(net::Client &client, QObject *parent = nullptr);

    /// The usage of a project, which stays this object's and lives as long.
    ProjectUsage *of(atlas::ProjectId project);
    /// The projects of which schedules and jobs have been read, not just on an earlier day.
    QList<atlas::ProjectId> known() const;
    /// As ProjectUsage::expire(), of all projects.
    void expire();

Q_SIGNALS:
    /// A call for one of the projects has failed that somebody has asked for. Where only some jobs
    /// were asked for, which many projects are at once, a failure is told once a project and kind.
    void failed(const atlas::ApiError &error);

private:
    void tellOf(const ProjectUsage &usage, const atlas::ApiError &error);

    net::Client &m_client;
    QHash<atlas::ProjectId, ProjectUsage *> m_usages;
    /// Failures that were told.
    QSet<std::pair<atlas::ProjectId, QString>> m_told;
};

} // namespace buckets
