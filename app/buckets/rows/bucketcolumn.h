// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"

namespace buckets {

/// The columns of a table of export buckets.
using BucketColumn = atlas::BucketField;
inline constexpr int BucketColumnCount = atlas::BucketFieldCount;

/// What a cell is, beside its text.
enum class BucketCellKind {
    Value,
    /// The provider has no such field, or Atlas left it out: shown as a muted dash.
    Absent,
    /// Atlas's list does not tell it.
    NotListed,
    /// It is being read: shown as a muted `…`.
    Pending,
};

} // namespace buckets
