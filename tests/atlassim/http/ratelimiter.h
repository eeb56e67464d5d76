// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/rateset.h"
#include "tests/atlassim/program/options.h"

#include <QHash>
#include <QString>

namespace atlassim {

/// Token buckets, one per owner and set of endpoints, of the size and speed that the set has unless
/// the options say otherwise.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    struct Outcome
    {
        bool allowed{true};
        int limit{0};
        int remaining{0};
        /// Until there is a token again; rounded up, at least 1 s. 0 when allowed.
        std::chrono::seconds wait{0};
        /// So many tokens come back in so long.
        int refill{0};
        std::chrono::seconds interval{0};
    };

    /// `options` must outlive it.
    explicit RateLimiter(const Options &options);

    /// Takes one token, if there is one.
    Outcome take(const RateSet &set, const QString &owner, Clock::time_point now = Clock::now());

    /// All buckets are full again.
    void refillAll();

private:
    struct Bucket
    {
        double tokens{0};
        Clock::time_point seen;
    };

    double tokensPerSecond(int refill) const;
    static std::chrono::seconds waitFor(double missing, double speed);

    const Options &m_options;
    QHash<QString, Bucket> m_buckets;
};

} // namespace atlassim
