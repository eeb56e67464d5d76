// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/budgetshare.h"

#include "net/calls/client.h"

#include <algorithm>

namespace buckets {

namespace {

using Clock = net::TokenBucket::Clock;

net::TokenBucket::Rate partOf(const net::TokenBucket::Rate &rate)
{
    return {std::max(1, rate.capacity / BudgetShare::Part),
            std::max(1, rate.refill / BudgetShare::Part), rate.interval};
}

} // namespace

std::chrono::milliseconds BudgetShare::take(const atlas::RequestTarget &target)
{
    const auto now = Clock::now();
    const net::TokenBucket::Rate rate = partOf(m_client.rateOf(target));
    net::TokenBucket &share =
        m_shares.try_emplace(net::RateBudget::limitOf(target), rate, now).first->second;
    share.setRate(rate, now);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(share.waitFor(now));
    if (wait == wait.zero())
        share.take(now);
    return wait;
}

} // namespace buckets
