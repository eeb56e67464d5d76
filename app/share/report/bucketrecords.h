// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"
#include "share/report/bucketrecordsource.h"

#include <unordered_map>
#include <vector>

namespace buckets {
class BucketsInUse;
} // namespace buckets

namespace share {

/// Rows to be written to a file: what they were when this was made.
class BucketRecords final : public share::BucketRecordSource
{
public:
    /// The rows of `rows` that `picked` numbers, in its order.
    BucketRecords(const buckets::BucketRows &rows, const std::vector<int> &picked)
        : m_rows(rows.picked(picked))
    { }
    /// As above, with what is known of their use.
    BucketRecords(const buckets::BucketRows &rows, const buckets::BucketsInUse &use,
                  const std::vector<int> &picked);

    int count() const override { return m_rows.size(); }
    share::BucketRecord at(int row) const override;

private:
    buckets::BucketRows m_rows;
    /// By row; without those of which nothing is known.
    std::unordered_map<int, share::BucketUse> m_uses;
};

} // namespace share
