// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/steadyreading.h"
#include "buckets/rows/bucketrow.h"

namespace buckets {

/// How far one project's list of export buckets has been read. A project may have a million.
using BucketListReading = SteadyReading<BucketRow, &BucketRow::id, 2'000>;

} // namespace buckets
