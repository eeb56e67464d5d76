// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"
#include "buckets/reading/rolereader.h"

#include <QStringList>

namespace insight {

/// What is wrong with the role that a bucket names, as sentences; none if nothing is.
QStringList roleWarnings(const atlas::ExportBucket &bucket,
                         const buckets::RoleReader::Knowledge &roles);

} // namespace insight
