// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/uncounted.h"

#include <chrono>
#include <optional>

namespace atlassim {

/// What can be turned while the simulator runs; read anew for every request.
struct Options
{
    /// Every answer of the API and of the OAuth calls comes this much later.
    std::chrono::milliseconds latency{0};
    std::chrono::seconds tokenLifetime{3600};
    /// Per service account.
    int liveTokenCap{100};
    /// In place of what is documented for each set of endpoints, for all of them.
    std::optional<int> rateCapacity{};
    std::optional<int> rateRefill{};
    std::chrono::seconds rateInterval{60};
    std::chrono::seconds nonceLifetime{300};
    /// How long a job in progress takes to end, from when jobs are first asked for; 0: it stays as
    /// it is.
    std::chrono::seconds exportDuration{0};
    /// How pages of lists are answered when no count was asked for.
    Uncounted uncounted{Uncounted::NextLink};
    /// Off: each nonce count once, in any order, as parallel connections need it.
    /// On: each nonce count must be greater than all before it.
    bool strictlyIncreasingNonceCount{false};
};

} // namespace atlassim
