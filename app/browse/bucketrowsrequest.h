// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/page.h"
#include "atlas/pagerequest.h"
#include "atlas/request.h"
#include "browse/bucketrow.h"

namespace browse {

class BucketStore;

/// As atlas::listExportBuckets(), for who adds the buckets to `store`: its answers are read right
/// into rows for BucketStore::addRows(). `store` must live as long as the request and its
/// calls.
atlas::Request<atlas::Page<BucketRow>> listBucketRows(BucketStore &store, atlas::ProjectId project,
                                                      const atlas::PageRequest &page);

} // namespace browse
