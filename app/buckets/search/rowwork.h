// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <vector>

namespace buckets {

class BucketRows;
class BucketsInUse;

/// Something that is found out from the rows of a table of export buckets, in small steps.
class RowWork
{
public:
    RowWork() = default;
    virtual ~RowWork() = default;
    Q_DISABLE_COPY_MOVE(RowWork)

    /// Starts over, with those of `rows` that `wanted` numbers. Until the end rows may be added,
    /// and change, but none goes. `use` is what is known of their use.
    virtual void begin(const BucketRows &rows, const BucketsInUse &use,
                       std::vector<int> wanted) = 0;
    /// Does what takes a fraction of a millisecond. Returns whether there is more to do.
    virtual bool step() = 0;
    /// Shows what has been found, once no step is left.
    virtual void end() = 0;
    /// The rows and their texts are about to go: nothing may point to them any more.
    virtual void forgetRows() = 0;
};

} // namespace buckets
