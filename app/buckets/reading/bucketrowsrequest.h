// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/calls/request.h"
#include "atlas/values/pagerequest.h"
#include "buckets/rows/bucketrow.h"

namespace buckets {

class BucketStore;

/// As atlas::listExportBuckets(), for who adds the buckets to `store`: its answers are read right
/// into rows for BucketStore::addRows(). `store` must live as long as the request and its
/// calls.
atlas::Request<atlas::Page<BucketRow>> listBucketRows(BucketStore &store, atlas::ProjectId project,
                                                      const atlas::PageRequest &page);

} // namespace buckets
