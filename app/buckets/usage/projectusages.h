// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusage.h"

#include <QHash>
#include <QObject>

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
    /// The projects of which schedules and jobs have been read.
    QList<atlas::ProjectId> known() const;
    /// As ProjectUsage::expire(), of all projects.
    void expire();

Q_SIGNALS:
    /// A call for one of the projects has failed.
    void failed(const atlas::ApiError &error);

private:
    net::Client &m_client;
    QHash<atlas::ProjectId, ProjectUsage *> m_usages;
};

} // namespace buckets
