// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"

namespace share {

/// Where a prefix of a bucket is, as its provider's tools take it: `s3://…`, `gs://…`, or an
/// `https` URL of Azure, whose prefix is percent-encoded. An empty prefix stands for the bucket
/// itself. Empty if it cannot be told.
QString destinationUrl(const atlas::ExportBucket &bucket, const QString &prefix);

} // namespace share
