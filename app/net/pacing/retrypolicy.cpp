// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/retrypolicy.h"

#include <algorithm>

namespace net {

using atlas::ApiError;

namespace {

/// `wait` doubled so many times, but no longer than `most` unless it is so already.
RetryPolicy::Duration doubled(RetryPolicy::Duration wait, int times, RetryPolicy::Duration most)
{
    for (; times > 0 && wait < most; --times)
        wait = std::min(wait * 2, most);
    return wait;
}

} // namespace

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
    const Duration ours = doubled(*first, retry - 1, longestWait);
    // Whoever says when to come back knows better than a guess; but not time and again.
    return longer(error.retryAfter && retry == 1 ? asked : std::max(asked, ours), chance);
}

RetryPolicy::Duration RetryPolicy::pauseAfter(int failure, const ApiError &error,
                                              double chance) const
{
    const Duration asked = error.retryAfter.value_or(std::chrono::seconds(0));
    const Duration first = firstWait(error).value_or(afterServerError);
    const Duration pause = std::max(asked, doubled(first, failure - 1, longestWait));
    return std::min(longer(std::min(pause, longestWait), chance), longestWait);
}

RetryPolicy::Duration RetryPolicy::longer(Duration wait, double chance) const
{
    return wait + std::chrono::duration_cast<Duration>(wait * jitter * chance);
}

std::optional<RetryPolicy::Duration> RetryPolicy::firstWait(const ApiError &error) const
{
    if (error.kind == ApiError::Kind::Transport) {
        const bool mayHelp = !error.wasResent && error.cause != ApiError::Cause::HandshakeFailed;
        return mayHelp ? std::optional(afterTransportError) : std::nullopt;
    }
    if (error.kind != ApiError::Kind::Api && error.kind != ApiError::Kind::SignIn)
        return std::nullopt;
    switch (error.status) {
    case 429:
        return error.duringSignIn ? afterTooManySignIns : afterTooManyRequests;
    case 502:
    case 503:
    case 504:
        return afterServerError;
    default:
        return std::nullopt;
    }
}

} // namespace net
