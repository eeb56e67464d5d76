// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/request.h"
#include "net/pacing/ratebudget.h"
#include "net/pacing/tokenbucket.h"

#include <chrono>
#include <map>

namespace net {
class Client;
}

namespace buckets {

/// A part of what the rate limits allow, for calls that nobody has asked for: the rest is left to
/// those that somebody waits for.
class BudgetShare
{
public:
    /// How large the part is: one in so many calls.
    static constexpr int Part = 10;

    /// `client` must outlive this.
    explicit BudgetShare(net::Client &client) : m_client(client) { }

    /// Takes a call on the limit that `target` draws on, and returns zero. If none is left, returns
    /// how long it is until there is one.
    std::chrono::milliseconds take(const atlas::RequestTarget &target);

private:
    net::Client &m_client;
    std::map<net::RateBudget::Limit, net::TokenBucket> m_shares;
};

} // namespace buckets
