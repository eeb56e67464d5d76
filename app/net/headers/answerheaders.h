// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

class QNetworkReply;

namespace net {

/// What the rate limit's headers say. Atlas leaves them out of many answers.
struct RateLimit
{
    /// `RateLimit-Limit`: how many requests the bucket holds when full.
    std::optional<int> limit;
    /// `RateLimit-Remaining`: how many are left.
    std::optional<int> remaining;

    bool isKnown() const { return limit && remaining; }
    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

/// Notice that a version of an endpoint is going away.
struct Deprecation
{
    /// `Deprecation` (RFC 9745 or an HTTP date): since when. UTC.
    std::optional<QDateTime> since;
    /// `Sunset` (RFC 8594): when it stops to be served. UTC.
    std::optional<QDateTime> sunset;

    bool isAnnounced() const { return since || sunset; }
    friend bool operator==(const Deprecation &, const Deprecation &) = default;
};

/// The rate limit that `reply`'s headers tell. Numbers beyond a million are none.
RateLimit rateLimitOf(const QNetworkReply &reply);

/// The deprecation that `reply`'s headers announce.
Deprecation deprecationOf(const QNetworkReply &reply);

/// `Retry-After` (RFC 9110, 10.2.3): seconds, or an HTTP date counted from `now`. Never negative,
/// and a day at most.
std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply, const QDateTime &now);

} // namespace net
