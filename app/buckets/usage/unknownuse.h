// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QList>

namespace buckets {

class BucketRows;
class BucketsInUse;

/// The buckets of some rows of which nobody knows whether they are used.
struct UnknownUse
{
    int buckets = 0;
    /// The projects that they are in.
    QList<atlas::ProjectId> projects;
};

/// Looks through all rows.
UnknownUse unknownUseIn(const BucketRows &rows, const BucketsInUse &use);

/// As unknownUseIn(), of whose exports nobody knows how they went, or whether there were any.
UnknownUse unknownExportsIn(const BucketRows &rows, const BucketsInUse &use);

} // namespace buckets
