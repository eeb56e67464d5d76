// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/cloudprovider.h"
#include "buckets/usage/jobtext.h"

#include <QString>

#include <optional>

namespace buckets {

/// What export buckets are counted by.
enum class BucketDimension { Exports, Provider, Region, PrivateNetworking, Project };
inline constexpr int BucketDimensionCount = 5;

/// How many export buckets have one thing in common.
struct BucketCount
{
    /// As it is shown.
    QString label;
    /// What a BucketQuery finds them by; empty if nothing does.
    QString term;
    int count = 0;
    /// Of dimension Provider alone.
    std::optional<atlas::CloudProvider::Kind> provider;
    /// Of dimension Exports alone, where there is a result.
    std::optional<JobTone> tone = {};
    /// Of dimension Exports alone: whether it is that there are none, or none is known.
    bool hasNoExports = false;

    friend bool operator==(const BucketCount &, const BucketCount &) = default;
};

} // namespace buckets
