// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjob.h"

#include <QList>

namespace buckets {

/// How the clusters of a project use one of its buckets, in short.
struct BucketUsage
{
    /// How many of the latest jobs are looked at.
    static constexpr qsizetype MostLatest = 30;

    /// How many clusters' automatic exports go to it: it is used if there is one.
    int clusters = 0;
    /// How many of these export nothing all the same.
    int idle = 0;
    /// How many clusters' schedules still name it, with automatic export off.
    int leftovers = 0;
    /// Whether every cluster of the project has been read, so that there are no more.
    bool isComplete = false;
    /// The states of the latest jobs, oldest first; MostLatest at most.
    QList<atlas::ExportJobState> latest;

    friend bool operator==(const BucketUsage &, const BucketUsage &) = default;
};

} // namespace buckets
