// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/emptystate.h"
#include "ui/parts/windownotice.h"

#include <optional>

class LinkedBucket;
class Session;

namespace ui {

/// The band above the table: what is shown, what could not be read, what happens next.
struct BucketNotice
{
    bool isWarning = false;
    QString headline;
    QString text;
    QString actionText;
    /// The text changes every second.
    bool isCountdown = false;
    /// What can be done about what has failed.
    insight::NextSteps next{};
    /// What it is about, where the headline holds a number that changes. Is never shown.
    QString topic{};

    bool isEmpty() const { return headline.isEmpty() && text.isEmpty(); }
};

/// What the band above the table of an open session has to say; empty if all is well.
BucketNotice bucketNotice(Session &session);

/// What stands where the rows would be, if the session's open page has none to show.
EmptyState::Message emptyBucketMessage(Session &session);

/// What the window tells of a bucket that was asked for by its ID; nothing while there is none, or
/// it is being read.
std::optional<WindowNotice::Maker> linkedBucketNotice(const LinkedBucket &linked);

/// What to say when rows are there, but none matches the filter.
EmptyState::Message noMatchMessage();

} // namespace ui
