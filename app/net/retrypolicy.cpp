// SPDX-License-Identifier: Apache-2.0
#include "net/retrypolicy.h"

#include <algorithm>

namespace net {

using atlas::ApiError;

RetryPolicy RetryPolicy::none()
{
    RetryPolicy policy;
    policy.mostRetries = 0;
    return policy;
}

std::optional<RetryPolicy::Duration> RetryPolicy::waitBefore(int retry, const ApiError &error,
                                                             double chance) const
{
    const auto first = firstWait(error);
    if (!first || retry > mostRetries)
        return std::nullopt;
    const Duration asked = error.retryAfter.value_or(std::chrono::seconds(0));
    if (asked > longestWait)
        return std::nullopt;
    const Duration ours = *first * (1 << (retry - 1));
    // Whoever says when to come back knows better than a guess; but not time and again.
    const Duration wait = error.retryAfter && retry == 1 ? asked : std::max(asked, ours);
    return wait + std::chrono::duration_cast<Duration>(wait * jitter * chance);
}

std::optional<RetryPolicy::Duration> RetryPolicy::firstWait(const ApiError &error) const
{
    if (error.kind == ApiError::Kind::Transport) {
        const bool mayHelp = !error.wasResent && error.cause != ApiError::Cause::HandshakeFailed;
        return mayHelp ? std::optional(afterTransportError) : std::nullopt;
    }
    if (error.kind != ApiError::Kind::Api)
        return std::nullopt;
    switch (error.status) {
    case 429:
        return afterTooManyRequests;
    case 502:
    case 503:
    case 504:
        return afterServerError;
    default:
        return std::nullopt;
    }
}

} // namespace net
