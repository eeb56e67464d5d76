// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/projectusage.h"

#include <QList>
#include <QObject>

namespace browse {

/// Remembers how the projects that were looked at last use their buckets.
class ProjectUsages : public QObject
{
    Q_OBJECT

public:
    /// How many projects are remembered.
    static constexpr int Capacity = 8;

    /// `client` must outlive this.
    ProjectUsages(net::Client &client, const atlas::CallOptions &options,
                  QObject *parent = nullptr);

    /// The usage of a project, which stays this object's. It lives until Capacity others have been
    /// asked for.
    ProjectUsage *of(atlas::ProjectId project);
    /// Forgets what is known of all projects. What of() returned stays, and can be read anew.
    void forget();
    /// Asks differently from now on.
    void setOptions(const atlas::CallOptions &options);

Q_SIGNALS:
    /// A call for one of the projects has failed.
    void failed(const atlas::ApiError &error);

private:
    struct Entry
    {
        atlas::ProjectId project;
        ProjectUsage *usage = nullptr;
    };

    net::Client &m_client;
    atlas::CallOptions m_options;
    /// The one asked for last comes first.
    QList<Entry> m_entries;
};

} // namespace browse
