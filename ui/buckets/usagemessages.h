// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/buckets/bucketmessages.h"

namespace models {
class BucketSortFilterModel;
}

namespace ui {

/// What the band above the table has to say where the filter asks which buckets are used, and that
/// is not known of all; empty otherwise. `session` may be nullptr.
BucketNotice unknownUseNotice(Session *session, const models::BucketSortFilterModel &rows);

/// That what is shown of the use of fresh rows is of an earlier day; empty if it is not.
BucketNotice keptUseNotice(Session &session);

} // namespace ui
