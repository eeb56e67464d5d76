// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>

namespace buckets {
class BucketCell;
} // namespace buckets

namespace insight {
struct UsageCell;
} // namespace insight

namespace models {

/// What a table of buckets says of a cell in a role; nothing in roles that are not of single cells.
QVariant cellData(const buckets::BucketCell &cell, int role);
QVariant cellData(const insight::UsageCell &cell, int role);

} // namespace models
