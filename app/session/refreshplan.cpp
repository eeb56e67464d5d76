// SPDX-License-Identifier: Apache-2.0
#include "session/refreshplan.h"

#include <algorithm>
#include <utility>

using accounts::RefreshInterval;

namespace {

std::optional<std::chrono::minutes> lengthOf(RefreshInterval interval)
{
    switch (interval) {
    case RefreshInterval::Off:
        return std::nullopt;
    case RefreshInterval::EveryMinute:
        return std::chrono::minutes(1);
    case RefreshInterval::Every5Minutes:
        return std::chrono::minutes(5);
    case RefreshInterval::Every15Minutes:
        return std::chrono::minutes(15);
    }
    Q_UNREACHABLE();
}

} // namespace

void RefreshPlan::setInterval(RefreshInterval interval, Clock::time_point now)
{
    if (std::exchange(m_interval, interval) != interval)
        startOver(now);
}

std::optional<RefreshPlan::Clock::duration> RefreshPlan::wait(Clock::time_point now) const
{
    const auto length = lengthOf(m_interval);
    return length ? std::optional(std::max(m_from + *length - now, Clock::duration::zero()))
                  : std::nullopt;
}
