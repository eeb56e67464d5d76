// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/ratebudget.h"

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
    case atlas::EndpointSet::AlertConfigurations:
        return {1200, 500, std::chrono::seconds(60)};
    case atlas::EndpointSet::Clusters:
        return {10'000, 5'000, std::chrono::seconds(60)};
    case atlas::EndpointSet::CloudProviderAccess:
        return {2'000, 1'000, std::chrono::seconds(60)};
    case atlas::EndpointSet::Events:
        return {300, 100, std::chrono::seconds(60)};
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
struct RateBudget::Line
{
    struct Place
    {
        Waiter waiter;
        /// What it was told last.
        std::optional<Clock::time_point> turn;
    };

    explicit Line(const TokenBucket::Rate &rate) : bucket(rate, Clock::now()) { }

    void dropTheDead();
    /// Tells each when its turn is likely, unless it knows.
    void tellAll();

    TokenBucket bucket;
    std::deque<Place> places;
    QTimer timer;
};

void RateBudget::Line::dropTheDead()
{
    std::erase_if(places, [](const Place &place) { return !place.waiter.context; });
}

void RateBudget::Line::tellAll()
{
    dropTheDead();
    const auto now = Clock::now();
    int number = 0;
    for (Place &place : places) {
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
    return lineOf(limit).bucket.rate();
}

double RateBudget::shareLeft(const std::optional<atlas::ProjectId> &project) const
{
    double least = 1;
    const auto now = Clock::now();
    for (const auto &[limit, line] : m_lines) {
        if (project && limit.scope && limit.scope != project)
            continue;
        const TokenBucket &bucket = line->bucket;
        least = std::min(least, double(bucket.level(now)) / bucket.rate().capacity);
    }
    return least;
}

bool RateBudget::admit(const Limit &limit, Waiter waiter)
{
    Line &line = lineOf(limit);
    serve(line);
    const auto now = Clock::now();
    if (line.places.empty() && line.bucket.waitFor(now) <= Clock::duration::zero()) {
        line.bucket.take(now);
        return true;
    }
    line.places.push_back({std::move(waiter), {}});
    serve(line);
    line.tellAll();
    return false;
}

void RateBudget::withdraw(const Limit &limit, const QObject *context)
{
    Line &line = lineOf(limit);
    const auto gone = std::erase_if(line.places, [context](const Line::Place &place) {
        return place.waiter.context.data() == context;
    });
    if (gone > 0)
        line.tellAll();
}

void RateBudget::settle(const Limit &limit, const RateLimit &told)
{
    Line &line = lineOf(limit);
    line.bucket.settle(told, Clock::now());
    serve(line);
    line.tellAll();
}

void RateBudget::noteRefusal(const Limit &limit, const atlas::ApiError &refusal)
{
    Line &line = lineOf(limit);
    const auto now = Clock::now();
    line.bucket.setRate(rateIn(refusal.parameters), now);
    line.bucket.empty(waitIn(refusal), now);
    serve(line);
    line.tellAll();
}

RateBudget::Line &RateBudget::lineOf(const Limit &limit)
{
    std::unique_ptr<Line> &line = m_lines[limit];
    if (!line) {
        line = std::make_unique<Line>(documentedRate(limit.endpointSet));
        line->timer.setSingleShot(true);
        connect(&line->timer, &QTimer::timeout, this, [this, &its = *line] { serve(its); });
    }
    return *line;
}

void RateBudget::serve(Line &line)
{
    line.dropTheDead();
    while (!line.places.empty()) {
        const auto now = Clock::now();
        const auto wait = line.bucket.waitFor(now);
        if (wait > Clock::duration::zero()) {
            line.timer.start(
                std::min<milliseconds>(std::chrono::ceil<milliseconds>(wait), LongestTimer));
            return;
        }
        const Line::Place next = std::move(line.places.front());
        line.places.pop_front();
        line.bucket.take(now);
        next.waiter.admitted();
    }
    line.timer.stop();
}

} // namespace net
