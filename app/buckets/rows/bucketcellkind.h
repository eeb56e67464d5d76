// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace buckets {

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
