// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>

namespace browse {

class BucketCell;
struct UsageCell;

/// What a table of buckets says of a cell in a role; nothing in roles that are not of single cells.
QVariant cellData(const BucketCell &cell, int role);
QVariant cellData(const UsageCell &cell, int role);

} // namespace browse
