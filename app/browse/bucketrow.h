// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/objectid.h"
#include "browse/textpool.h"

#include <array>
#include <cstddef>

namespace browse {

/// An export bucket as BucketRows keep it: its texts, and its project, are numbers that these rows
/// have given out.
struct BucketRow
{
    /// The fields that are texts.
    enum class Text : quint8 { Name, Provider, RoleId, Region, ServiceUrl, TenantId };
    static constexpr std::size_t TextCount = 6;
    enum class Answer : quint8 { None, No, Yes };

    atlas::BucketId id;
    quint32 project = 0;
    std::array<TextPool::Index, TextCount> texts{};
    Answer privateNetworking = Answer::None;
    /// A JSON object, in a pool of its own.
    TextPool::Index unknownFields = TextPool::None;

    TextPool::Index text(Text which) const { return texts[static_cast<std::size_t>(which)]; }
    TextPool::Index &text(Text which) { return texts[static_cast<std::size_t>(which)]; }

    friend bool operator==(const BucketRow &, const BucketRow &) = default;
};

} // namespace browse
