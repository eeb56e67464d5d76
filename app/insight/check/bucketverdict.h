// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketinspector.h"
#include "insight/check/exportcheck.h"
#include "insight/health/removalverdict.h"

#include <QDateTime>
#include <QList>

namespace insight {

/// What is to be said of one bucket.
struct BucketVerdict
{
    /// What is wrong with it, or with exports to it: the worst first.
    QList<Finding> findings{};
    RemovalVerdict removal{};

    friend bool operator==(const BucketVerdict &, const BucketVerdict &) = default;
};

/// What is known of the inspected bucket, by what the check has read or, where it has not come so
/// far, by what `inspector` has. `inspector` must inspect one. `now` is in UTC.
BucketVerdict verdictOn(const buckets::BucketInspector &inspector, const ExportCheck &check,
                        const QDateTime &now);

} // namespace insight
