// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/fieldvalues.h"
#include "atlas/values/objectid.h"
#include "buckets/rows/textpool.h"

namespace buckets {

/// A flag that Atlas may leave out, in a byte.
enum class FlagAnswer : quint8 { None, No, Yes };

/// An export bucket as BucketRows keep it: its texts, and its project, are numbers that these rows
/// have given out.
struct BucketRow : atlas::ToldValues<TextPool::Index, FlagAnswer>
{
    atlas::BucketId id;
    quint32 project = 0;
    /// A JSON object, in a pool of its own.
    TextPool::Index unknownFields = TextPool::None;

    friend bool operator==(const BucketRow &, const BucketRow &) = default;
};

} // namespace buckets
