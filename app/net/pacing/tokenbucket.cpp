// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/tokenbucket.h"

#include <algorithm>
#include <cstdint>

namespace net {

namespace {

constexpr int MostTokens = 1'000'000;
constexpr std::chrono::seconds LongestInterval{600};
constexpr std::chrono::seconds LongestTimePerToken{60};

} // namespace

bool TokenBucket::isPlausible(const Rate &rate)
{
    const auto isCount = [](int number) {
        return number > 0 && number <= MostTokens;
    };
    return isCount(rate.capacity) && isCount(rate.refill) && rate.interval.count() > 0
        && rate.interval <= LongestInterval
        && rate.interval <= LongestTimePerToken * std::int64_t(rate.refill);
}

TokenBucket::Clock::duration TokenBucket::waitFor(Clock::time_point now, int number) const
{
    const Clock::duration blocked = std::max(m_blockedUntil - now, Clock::duration::zero());
    const double missing = number - exactLevel(now + blocked);
    if (missing <= 0)
        return blocked;
    return blocked + std::chrono::duration_cast<Clock::duration>(timePerToken() * missing);
}

void TokenBucket::take(Clock::time_point now)
{
    m_level = exactLevel(now) - 1;
    m_time = now;
    ++m_inFlight;
}

void TokenBucket::settle(const RateLimit &told, Clock::time_point now)
{
    m_inFlight = std::max(0, m_inFlight - 1);
    if (!told.isKnown())
        return;
    // What is under way may or may not be in Atlas's count: better to believe in too few.
    m_rate.capacity = std::clamp(*told.limit, 1, MostTokens);
    m_level = std::max(0, std::min(*told.remaining, m_rate.capacity) - m_inFlight);
    m_time = now;
}

void TokenBucket::empty(Clock::duration wait, Clock::time_point now)
{
    m_level = 0;
    m_time = now;
    m_blockedUntil = std::max(m_blockedUntil, now + wait);
}

void TokenBucket::setRate(const Rate &rate, Clock::time_point now)
{
    if (!isPlausible(rate))
        return;
    m_level = std::min<double>(exactLevel(now), rate.capacity);
    m_time = now;
    m_rate = rate;
}

int TokenBucket::level(Clock::time_point now) const
{
    return now < m_blockedUntil ? 0 : std::max(0, static_cast<int>(exactLevel(now)));
}

double TokenBucket::exactLevel(Clock::time_point now) const
{
    const std::chrono::duration<double> passed = now - m_time;
    const std::chrono::duration<double> interval = m_rate.interval;
    const double refilled = m_level + m_rate.refill * (passed / interval);
    return std::min<double>(m_rate.capacity, refilled);
}

TokenBucket::Clock::duration TokenBucket::timePerToken() const
{
    return std::chrono::duration_cast<Clock::duration>(m_rate.interval) / m_rate.refill;
}

} // namespace net
