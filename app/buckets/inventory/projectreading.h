// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/objectid.h"
#include "buckets/reading/bucketlistreading.h"
#include "buckets/reading/projectexemption.h"
#include "net/calls/call.h"

#include <QDeadlineTimer>
#include <QPointer>

#include <memory>
#include <vector>

namespace buckets {

/// A project that an inventory could not read.
struct UnreadProject
{
    atlas::ProjectId project;
    atlas::ApiError error;
};

/// Where an inventory is with one project.
struct ProjectReading
{
    enum class State {
        /// In line.
        Waiting,
        /// A page is on its way.
        Reading,
        /// Atlas is to be left alone for a while.
        Delayed,
        Read,
        /// No failure: Atlas says that it can have no buckets.
        Exempt,
        Failed,
    };

    atlas::ProjectId project;
    State state = State::Waiting;
    BucketListReading list;
    /// How often the page under way has been tried again.
    int retries = 0;
    QDeadlineTimer delay;
    /// Meaningful in State::Exempt.
    ProjectExemption exemption = ProjectExemption::CloudManager;
    atlas::ApiError error;
    /// Numbers the failures of an inventory.
    quint64 failure = 0;
    QPointer<net::Call> call;
    /// Whether its answer is here, and is about to be read.
    bool isAnswered = false;
};

/// Of many projects.
using ProjectReadings = std::vector<std::unique_ptr<ProjectReading>>;

} // namespace buckets
