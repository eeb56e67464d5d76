// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/projectreading.h"
#include "buckets/reading/completeness.h"

#include <QList>

#include <chrono>

namespace buckets {

/// What an inventory has read so far, of how much.
struct InventoryTally
{
    int projects = 0;
    int read = 0;
    int failed = 0;
    /// They belong to Cloud Manager, or their plan has no snapshot exports: none has a bucket that
    /// could be missing here.
    int cloudManager = 0;
    int unsupported = 0;
    /// Of those read: the list changed all the while, and there may be buckets in it that were not
    /// found.
    int shifting = 0;
    /// Of those read: some entries of the list were no buckets that can be read, and are left out.
    int leftOut = 0;
    int buckets = 0;
    /// How many wait until Atlas takes their calls again, and for how long at least.
    int delayed = 0;
    std::chrono::milliseconds delay{0};
    /// Whether all projects are known; if not, there may be more.
    bool areProjectsKnown = false;

    /// Those that can have buckets, as far as is known.
    int projectsWithBuckets() const { return projects - cloudManager - unsupported; }
    /// What is missing, also because the reading was stopped.
    Completeness completeness(bool isStopped = false) const;
    bool isComplete() const { return completeness().isWhole(); }
};

/// What the readings tell of it: neither the buckets, nor whether all projects are known.
InventoryTally tallyOf(const ProjectReadings &readings);

/// Whether the buckets of a project are all known. One that can have none is whole.
Completeness completenessOf(const ProjectReading &reading);

/// The projects that could not be read, in the order of their failing.
QList<UnreadProject> unreadIn(const ProjectReadings &readings);

} // namespace buckets
