// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"

#include <QLatin1StringView>

namespace insight {

/// Something that the rules need of a project, and that was not read, or not to its end.
struct UnreadPart
{
    /// As scripts know it: `buckets`, `clusters`, `schedule`, `jobs`, `roles`, `alerts`.
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
