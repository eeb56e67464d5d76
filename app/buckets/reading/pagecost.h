// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"

#include <QList>

namespace buckets {

/// What all the pages that are kept for later may cost together. One that costs more is not kept.
inline constexpr int MostPageCost = 16;

/// What it costs to keep a page: 1, and 1 more for each 100,000 characters in it; 500 buckets of
/// Atlas's have fewer.
int pageCost(const QList<atlas::ExportBucket> &buckets);

} // namespace buckets
