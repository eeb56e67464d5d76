// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/notice.h"

namespace buckets {
class BucketRows;
class BucketsInUse;
} // namespace buckets

namespace insight {

/// What a filter asks of the use of some rows.
struct AskedUse
{
    const buckets::BucketRows &rows;
    const buckets::BucketsInUse &use;
    /// Which are used, or how their exports went.
    bool asksForUse = false;
    /// How their exports went.
    bool asksForExports = false;
};

/// That a filter hides rows because nobody knows their use; empty if it does not. Offers a look
/// only if none is under way.
Notice unknownUseNotice(const AskedUse &asked, bool isBeingChecked);

/// That what is shown of the use of fresh rows is of an earlier day; empty if it is not. Offers a
/// look only if none is under way.
Notice keptUseNotice(const buckets::BucketsInUse &use, bool isBeingChecked);

} // namespace insight
