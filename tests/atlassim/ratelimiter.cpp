// SPDX-License-Identifier: Apache-2.0
#include "atlassim/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace atlassim {

RateLimiter::RateLimiter(const Options &options) : m_options(options) { }

RateLimiter::Outcome RateLimiter::take(const QString &key, Clock::time_point now)
{
    const double capacity = m_options.rateCapacity;
    Bucket &bucket =
        m_buckets.contains(key) ? m_buckets[key] : *m_buckets.insert(key, {capacity, now});
    const std::chrono::duration<double> passed = now - bucket.seen;
    bucket.tokens = std::min(capacity, bucket.tokens + passed.count() * tokensPerSecond());
    bucket.seen = now;

    Outcome outcome;
    outcome.limit = m_options.rateCapacity;
    outcome.refill = m_options.rateRefill;
    outcome.interval = m_options.rateInterval;
    outcome.allowed = bucket.tokens >= 1;
    if (outcome.allowed)
        bucket.tokens -= 1;
    else
        outcome.wait = waitFor(1 - bucket.tokens);
    outcome.remaining = static_cast<int>(bucket.tokens);
    return outcome;
}

void RateLimiter::refillAll()
{
    m_buckets.clear();
}

double RateLimiter::tokensPerSecond() const
{
    return double(m_options.rateRefill)
        / double(std::max<qint64>(1, m_options.rateInterval.count()));
}

std::chrono::seconds RateLimiter::waitFor(double missing) const
{
    constexpr double longest = 86400;
    const double speed = tokensPerSecond();
    const double seconds = speed > 0 ? std::min(longest, std::ceil(missing / speed)) : longest;
    return std::chrono::seconds(std::max(1, static_cast<int>(seconds)));
}

} // namespace atlassim
