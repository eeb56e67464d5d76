// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/buckets/bucketmessages.h"

namespace models {
class BucketSortFilterModel;
}

namespace ui {

/// What the band above the table has to say while the session's inventory is open; empty if all is
/// well.
BucketNotice inventoryNotice(Session &session);

/// What the band above `rows` has to say, a page or an inventory; empty if all is well. `session`
/// may be nullptr.
BucketNotice noticeAbove(Session *session, const models::BucketSortFilterModel &rows);
/// Whether its button has the use of buckets looked at.
bool leadsToCheckOfUsage(Session *session, const models::BucketSortFilterModel &rows);

/// What stands where the rows would be, if the inventory has none.
EmptyState::Message emptyInventoryMessage(Session &session);

/// What to say when rows are there, but none matches the filter.
EmptyState::Message noMatchInInventoryMessage();

/// What `rows`, those on screen, are not, for who writes them to a file; empty if they are all
/// there is.
QString exportReservation(Session &session, const models::BucketSortFilterModel &rows);

} // namespace ui
