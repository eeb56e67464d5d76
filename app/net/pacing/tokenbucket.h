// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/headers/answerheaders.h"

#include <chrono>

namespace net {

/// Our copy of one of Atlas's token buckets: full at first, a token for each request, refilled
/// steadily. Atlas's own count is believed whenever an answer tells it.
class TokenBucket
{
public:
    using Clock = std::chrono::steady_clock;

    struct Rate
    {
        /// Tokens in the full bucket.
        int capacity = 1200;
        /// Tokens that come back in each interval.
        int refill = 500;
        std::chrono::seconds interval{60};
    };

    TokenBucket(const Rate &rate, Clock::time_point now)
        : m_rate(rate), m_level(rate.capacity), m_time(now)
    { }

    const Rate &rate() const { return m_rate; }

    /// Whether a server may tell such a rate: at most a million calls, an interval of at most ten
    /// minutes, and a token a minute at least. What is beyond that is a mistake, or would stop all
    /// calls.
    static bool isPlausible(const Rate &rate);

    /// How long until the `number`-th token from now, counted from 1, can be taken; zero if so many
    /// are there.
    Clock::duration waitFor(Clock::time_point now, int number = 1) const;
    /// Takes a token; there must be one.
    void take(Clock::time_point now);
    /// The answer to a request that took a token has come, or never will.
    void settle(const RateLimit &told, Clock::time_point now);
    /// A request was refused: the bucket is empty, and stays so for `wait`.
    void empty(Clock::duration wait, Clock::time_point now);
    /// Atlas tells how it counts; what is not plausible is not believed.
    void setRate(const Rate &rate, Clock::time_point now);

    /// How many tokens there are; never negative.
    int level(Clock::time_point now) const;

private:
    double exactLevel(Clock::time_point now) const;
    Clock::duration timePerToken() const;

    Rate m_rate;
    double m_level;
    /// When the level was right.
    Clock::time_point m_time;
    Clock::time_point m_blockedUntil;
    int m_inFlight = 0;
};

} // namespace net
