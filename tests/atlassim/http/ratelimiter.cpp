// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace atlassim {

RateLimiter::RateLimiter(const Options &options) : m_options(options) { }

RateLimiter::Outcome RateLimiter::take(const RateSet &set, const QString &owner,
                                       Clock::time_point now)
{
    Outcome outcome;
    outcome.limit = m_options.rateCapacity.value_or(set.capacity);
    outcome.refill = m_options.rateRefill.value_or(set.refill);
    outcome.interval = m_options.rateInterval;

    const QString key = set.name + QLatin1Char('/') + owner;
    const double capacity = outcome.limit;
    const double speed = tokensPerSecond(outcome.refill);
    Bucket &bucket =
        m_buckets.contains(key) ? m_buckets[key] : *m_buckets.insert(key, {capacity, now});
    const std::chrono::duration<double> passed = now - bucket.seen;
    bucket.tokens = std::min(capacity, bucket.tokens + passed.count() * speed);
    bucket.seen = now;

    outcome.allowed = bucket.tokens >= 1;
    if (outcome.allowed)
        bucket.tokens -= 1;
    else
        outcome.wait = waitFor(1 - bucket.tokens, speed);
    outcome.remaining = static_cast<int>(bucket.tokens);
    return outcome;
}

void RateLimiter::refillAll()
{
    m_buckets.clear();
}

double RateLimiter::tokensPerSecond(int refill) const
{
    return double(refill) / double(std::max<qint64>(1, m_options.rateInterval.count()));
}

std::chrono::seconds RateLimiter::waitFor(double missing, double speed)
{
    constexpr double longest = 86400;
    const double seconds = speed > 0 ? std::min(longest, std::ceil(missing / speed)) : longest;
    return std::chrono::seconds(std::max(1, static_cast<int>(seconds)));
}

} // namespace atlassim
