// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/notice.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/windownotice.h"

#include <optional>

class LinkedBucket;
class Session;

namespace models {
class BucketSortFilterModel;
}

namespace ui {

/// What the band above `rows` has to say, a page or an inventory; empty if all is well. `session`
/// may be nullptr.
insight::Notice noticeAbove(Session *session, const models::BucketSortFilterModel &rows);
/// Whether its button has the use of buckets looked at.
bool leadsToCheckOfUsage(Session *session, const models::BucketSortFilterModel &rows);

/// What stands where the rows would be: there are none, or none that the filter lets through.
EmptyState::Message emptyBucketMessage(Session &session);

/// What `rows`, those on screen, are not, for who writes them to a file; empty if they are all
/// there is.
QString exportReservation(Session &session, const models::BucketSortFilterModel &rows);

/// What the window tells of a bucket that was asked for by its ID; nothing while there is none, or
/// it is being read.
std::optional<WindowNotice::Maker> linkedBucketNotice(const LinkedBucket &linked);

} // namespace ui
