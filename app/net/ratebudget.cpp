// SPDX-License-Identifier: Apache-2.0
#include "net/ratebudget.h"

#include <algorithm>

namespace net {

using Clock = TokenBucket::Clock;
using std::chrono::milliseconds;

namespace {

/// As long as a refusal says nothing else.
constexpr std::chrono::seconds UsualWait{10};
/// No server can hold up a limit for longer.
constexpr std::chrono::seconds LongestWait{300};

/// What Atlas documents, until its answers say otherwise.
TokenBucket::Rate documentedRate(atlas::EndpointSet set)
{
    switch (set) {
    case atlas::EndpointSet::Projects:
    case atlas::EndpointSet::CloudBackups:
        return {1200, 500, std::chrono::seconds(60)};
    case atlas::EndpointSet::Clusters:
        return {10'000, 5'000, std::chrono::seconds(60)};
    case atlas::EndpointSet::CloudProviderAccess:
        return {2'000, 1'000, std::chrono::seconds(60)};
    }
    Q_UNREACHABLE();
}

/// The body of Atlas's 429 tells path, wait, capacity, refill and interval, in this order.
std::optional<int> numberIn(const QStringList &parameters, qsizetype index)
{
    bool ok = false;
    const int number = parameters.value(index).toInt(&ok);
    return ok && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<TokenBucket::Rate> rateIn(const QStringList &parameters)
{
    const auto capacity = numberIn(parameters, 2);
    const auto refill = numberIn(parameters, 3);
    const auto interval = numberIn(parameters, 4);
    if (!capacity || !refill || !interval)
        return std::nullopt;
    return TokenBucket::Rate{*capacity, *refill, std::chrono::seconds(*interval)};
}

std::chrono::seconds waitIn(const atlas::ApiError &refusal)
{
    const auto told = numberIn(refusal.parameters, 1);
    const auto wait = told ? std::chrono::seconds(*told) : UsualWait;
    return std::min(refusal.retryAfter.value_or(wait), LongestWait);
}

} // namespace

/// One limit, and who waits for it.
struct RateBudget::Lane
{
    struct Waiter
    {
        QPointer<QObject> context;
        std::function<void()> admitted;
    };

    explicit Lane(const TokenBucket::Rate &rate) : bucket(rate, Clock::now()) { }

    TokenBucket bucket;
    std::deque<Waiter> waiters;
    QTimer timer;
};

RateBudget::RateBudget(QObject *parent) : QObject(parent) { }

RateBudget::~RateBudget() = default;

RateBudget::Limit RateBudget::limitOf(const atlas::RequestTarget &target)
{
    return {target.endpointSet, target.scope};
}

TokenBucket::Rate RateBudget::rateOf(const Limit &limit)
{
    return laneOf(limit).bucket.rate();
}

milliseconds RateBudget::admit(const Limit &limit, QObject *context, std::function<void()> admitted)
{
    Lane &lane = laneOf(limit);
    lane.waiters.push_back({context, std::move(admitted)});
    serve(lane);
    if (lane.waiters.empty())
        return milliseconds(0);
    return std::max(milliseconds(1),
                    std::chrono::ceil<milliseconds>(lane.bucket.waitFor(Clock::now())));
}

void RateBudget::settle(const Limit &limit, const RateLimit &told)
{
    Lane &lane = laneOf(limit);
    lane.bucket.settle(told, Clock::now());
    serve(lane);
}

void RateBudget::noteRefusal(const Limit &limit, const atlas::ApiError &refusal)
{
    Lane &lane = laneOf(limit);
    const auto now = Clock::now();
    if (const auto rate = rateIn(refusal.parameters))
        lane.bucket.setRate(*rate, now);
    lane.bucket.empty(waitIn(refusal), now);
}

RateBudget::Lane &RateBudget::laneOf(const Limit &limit)
{
    std::unique_ptr<Lane> &lane = m_lanes[limit];
    if (!lane) {
        lane = std::make_unique<Lane>(documentedRate(limit.endpointSet));
        lane->timer.setSingleShot(true);
        connect(&lane->timer, &QTimer::timeout, this, [this, &its = *lane] { serve(its); });
    }
    return *lane;
}

void RateBudget::serve(Lane &lane)
{
    while (!lane.waiters.empty()) {
        const auto now = Clock::now();
        const auto wait = lane.bucket.waitFor(now);
        if (wait > Clock::duration::zero()) {
            lane.timer.start(std::chrono::ceil<milliseconds>(wait));
            return;
        }
        const Lane::Waiter next = std::move(lane.waiters.front());
        lane.waiters.pop_front();
        if (!next.context)
            continue;
        lane.bucket.take(now);
        next.admitted();
    }
    lane.timer.stop();
}

} // namespace net
