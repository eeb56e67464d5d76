// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/health/projectview.h"

#include <QList>

namespace insight {

/// What is to be read of a project, so that nothing is read that no rule can use.
struct Wanted
{
    bool clusters = false;
    bool roles = false;
    bool alerts = false;
    bool endpoints = false;
    QList<atlas::ClusterName> schedules{};
    /// All of the last 400 days.
    QList<atlas::ClusterName> jobs{};
    /// Buckets of AWS, whose lists leave the region out.
    QList<atlas::BucketId> regions{};

    bool isNothing() const;

    friend bool operator==(const Wanted &, const Wanted &) = default;
};

/// All that rules need of a project, whether it was read or not, as far as it can be told yet: what
/// is read makes further parts needed.
Wanted neededOf(const ProjectView &project);

/// What is to be read next. What was read or has failed is not wanted again; what was stopped is.
/// The list of buckets is not spoken of: without it, only what needs no bucket is wanted.
Wanted wantedOf(const ProjectFacts &soFar);

} // namespace insight
