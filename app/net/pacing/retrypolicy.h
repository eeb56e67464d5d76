// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <chrono>
#include <optional>

namespace net {

/// Which failed calls are tried again, how often, and after how long: GETs, and the token call.
///
/// Atlas's advice: wait at least `Retry-After`, then ever longer, with jitter so that many clients
/// do not come back all at once.
struct RetryPolicy
{
    using Duration = std::chrono::milliseconds;

    /// Besides the first try.
    int mostRetries = 3;
    /// The first waits; each further one is twice as long.
    Duration afterTooManyRequests{10'000};
    Duration afterServerError{2'000};
    Duration afterTransportError{1'000};
    /// As afterTooManyRequests, for the token call: Atlas counts those by the minute.
    Duration afterTooManySignIns{60'000};
    /// A wait is longer by up to this share of itself.
    double jitter = 0.25;
    /// Who asks to be left alone for longer is left alone by the user's decision.
    Duration longestWait{300'000};

    /// No retries.
    static RetryPolicy none();

    /// How long to wait before retry number `retry`, counted from 1; nothing if there is none.
    /// `chance` in [0, 1) picks the jitter.
    std::optional<Duration> waitBefore(int retry, const atlas::ApiError &error,
                                       double chance) const;

    /// How long to leave the server alone after failure number `failure` in a row, counted from 1,
    /// of a call that nobody waits for and that will be made again. Never longer than longestWait.
    Duration pauseAfter(int failure, const atlas::ApiError &error, double chance) const;

private:
    Duration longer(Duration wait, double chance) const;
    std::optional<Duration> firstWait(const atlas::ApiError &error) const;
};

} // namespace net
