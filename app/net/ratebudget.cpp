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
/// Of a timer. It looks again when it ends.
constexpr std::chrono::minutes LongestTimer{10};
/// Nobody sees a smaller change of a countdown.
constexpr milliseconds NoticeableChange{500};

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

/// The body of Atlas's 429 tells path, wait, capacity, refill and interval, in this order. An older
/// form of it has fewer parameters, and tells no wait.
constexpr qsizetype ParameterCount = 5;

/// Of any size; what is no whole number is 0, as is a number that fits into no int.
int numberAt(const QStringList &parameters, qsizetype index)
{
    return parameters.size() >= ParameterCount ? parameters.at(index).toInt() : 0;
}

TokenBucket::Rate rateIn(const QStringList &parameters)
{
    return {numberAt(parameters, 2), numberAt(parameters, 3),
            std::chrono::seconds(numberAt(parameters, 4))};
}

std::chrono::seconds waitIn(const atlas::ApiError &refusal)
{
    const int told = numberAt(refusal.parameters, 1);
    const auto wait = told > 0 ? std::chrono::seconds(told) : UsualWait;
    return std::min(refusal.retryAfter.value_or(wait), LongestWait);
}

} // namespace

/// One limit, and who waits for it.
struct RateBudget::Lane
{
    struct Place
    {
        Waiter waiter;
        /// What it was told last.
        std::optional<Clock::time_point> turn;
    };

    explicit Lane(const TokenBucket::Rate &rate) : bucket(rate, Clock::now()) { }

    void dropTheDead();
    /// Tells each when its turn is likely, unless it knows.
    void tellAll();

    TokenBucket bucket;
    std::deque<Place> line;
    QTimer timer;
};

void RateBudget::Lane::dropTheDead()
{
    std::erase_if(line, [](const Place &place) { return !place.waiter.context; });
}

void RateBudget::Lane::tellAll()
{
    dropTheDead();
    const auto now = Clock::now();
    int number = 0;
    for (Place &place : line) {
        const auto wait = bucket.waitFor(now, ++number);
        if (place.turn && std::chrono::abs(now + wait - *place.turn) < NoticeableChange)
            continue;
        place.turn = now + wait;
        place.waiter.delayed(QDeadlineTimer(std::chrono::ceil<milliseconds>(wait)));
    }
}

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

bool RateBudget::admit(const Limit &limit, Waiter waiter)
{
    Lane &lane = laneOf(limit);
    serve(lane);
    const auto now = Clock::now();
    if (lane.line.empty() && lane.bucket.waitFor(now) <= Clock::duration::zero()) {
        lane.bucket.take(now);
        return true;
    }
    lane.line.push_back({std::move(waiter), {}});
    serve(lane);
    lane.tellAll();
    return false;
}

void RateBudget::withdraw(const Limit &limit, const QObject *context)
{
    Lane &lane = laneOf(limit);
    const auto gone = std::erase_if(lane.line, [context](const Lane::Place &place) {
        return place.waiter.context.data() == context;
    });
    if (gone > 0)
        lane.tellAll();
}

void RateBudget::settle(const Limit &limit, const RateLimit &told)
{
    Lane &lane = laneOf(limit);
    lane.bucket.settle(told, Clock::now());
    serve(lane);
    lane.tellAll();
}

void RateBudget::noteRefusal(const Limit &limit, const atlas::ApiError &refusal)
{
    Lane &lane = laneOf(limit);
    const auto now = Clock::now();
    lane.bucket.setRate(rateIn(refusal.parameters), now);
    lane.bucket.empty(waitIn(refusal), now);
    serve(lane);
    lane.tellAll();
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
    lane.dropTheDead();
    while (!lane.line.empty()) {
        const auto now = Clock::now();
        const auto wait = lane.bucket.waitFor(now);
        if (wait > Clock::duration::zero()) {
            lane.timer.start(
                std::min<milliseconds>(std::chrono::ceil<milliseconds>(wait), LongestTimer));
            return;
        }
        const Lane::Place next = std::move(lane.line.front());
        lane.line.pop_front();
        lane.bucket.take(now);
        next.waiter.admitted();
    }
    lane.timer.stop();
}

} // namespace net
