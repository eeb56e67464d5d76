// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/project.h"
#include "buckets/usage/exportcalendar.h"

#include <QList>

#include <optional>

namespace buckets {

class ProjectUsage;

/// The exports of the last twelve months, cluster by cluster. A value.
struct ExportCalendars
{
    struct Row
    {
        /// Of one bucket alone, its ID may be all that is known.
        atlas::Project project;
        atlas::ClusterName cluster;
        ExportCalendar calendar{};
    };

    CalendarSpan span{};
    QList<Row> rows{};
    /// Of how many projects it was asked, and how many of them have been read.
    int projects = 0;
    int readProjects = 0;
    /// Of how many clusters of these no jobs could be read, whether they have a row or not.
    int unreadClusters = 0;

    /// Adds what is known of a project's exports, to `bucket` or to any; nullptr: nothing is.
    void add(const atlas::Project &project, const ProjectUsage *usage,
             std::optional<atlas::BucketId> bucket);
    /// Puts the worst first: by failed exports, by missed ones, then by names.
    void sort();
    /// All rows as one.
    ExportCalendar sum() const;
};

} // namespace buckets
