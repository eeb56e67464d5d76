// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"

#include <QLatin1StringView>

#include <array>

namespace insight {

/// What of a project may be missing, as scripts know it.
namespace part {
inline constexpr QLatin1StringView Buckets{"buckets"};
inline constexpr QLatin1StringView Clusters{"clusters"};
inline constexpr QLatin1StringView Schedule{"schedule"};
inline constexpr QLatin1StringView Jobs{"jobs"};
inline constexpr QLatin1StringView Roles{"roles"};
inline constexpr QLatin1StringView Alerts{"alerts"};
inline constexpr std::array All{Buckets, Clusters, Schedule, Jobs, Roles, Alerts};
} // namespace part

/// Something that the rules need of a project, and that was not read, or not to its end.
struct UnreadPart
{
    /// One of `part`.
    QLatin1StringView what{};
    /// Of a schedule, or of jobs.
    std::optional<atlas::ClusterName> cluster{};
    /// Why, if a call has failed.
    std::optional<atlas::ApiError> error{};
    /// Why, if none has.
    buckets::Completeness completeness{};
};

/// What is missing of a project, in the order of reading. Of private endpoints nothing is said:
/// most credentials may not read them. `now` in UTC.
QList<UnreadPart> unreadPartsOf(const ProjectFacts &facts, const QDateTime &now);

/// Why something is missing though no call has failed: a part of a sentence, such as `the list kept
/// changing while it was loaded`.
atlas::Wording reasonOf(buckets::Completeness completeness);

} // namespace insight
