// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketrecord.h"

#include <QtGlobal>

namespace share {

/// The rows to be written. They stay as they are for as long as this lives, whatever happens to the
/// rows on screen meanwhile.
class BucketRecordSource
{
public:
    BucketRecordSource() = default;
    virtual ~BucketRecordSource() = default;
    Q_DISABLE_COPY_MOVE(BucketRecordSource)

    virtual int count() const = 0;

    /// `row` must be in [0, count()). The record's views are good until the next call.
    virtual BucketRecord at(int row) const = 0;
};

} // namespace share
