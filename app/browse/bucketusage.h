// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportjob.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace browse {

/// How the clusters of a project use one of its buckets, in short.
struct BucketUsage
{
    /// How many of the latest jobs are looked at.
    static constexpr qsizetype MostLatest = 30;

    /// How many clusters' schedules export to it, or are set to.
    int clusters = 0;
    /// Whether every cluster of the project has been read, so that there are no more.
    bool isComplete = false;
    /// The states of the latest jobs, oldest first; MostLatest at most.
    QList<atlas::ExportJobState> latest;
    /// When the latest job ended or, if it has not, was made. UTC.
    std::optional<QDateTime> lastExport;

    friend bool operator==(const BucketUsage &, const BucketUsage &) = default;
};

} // namespace browse
