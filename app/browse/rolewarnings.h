// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"
#include "browse/rolereader.h"

#include <QStringList>

namespace browse {

/// What is wrong with the role that a bucket names, as sentences; none if nothing is.
QStringList roleWarnings(const atlas::ExportBucket &bucket, const RoleReader::Knowledge &roles);

} // namespace browse
