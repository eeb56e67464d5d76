// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/preferencevalues.h"

#include <chrono>
#include <optional>

/// When what is shown is to be read anew without being asked for: a while after it was read last.
/// Knows no clock: each moment is told. A value.
class RefreshPlan
{
public:
    using Clock = std::chrono::steady_clock;

    /// Nothing is planned at first.
    RefreshPlan() = default;

    /// How long the while is; a change counts from `now`.
    void setInterval(accounts::RefreshInterval interval, Clock::time_point now);
    /// What is shown was read just now, by whomever, or the user wants it to stay as it is.
    void startOver(Clock::time_point now) { m_from = now; }
    /// How long it is from `now`: zero if it is time, nothing if it never is.
    std::optional<Clock::duration> wait(Clock::time_point now) const;

private:
    accounts::RefreshInterval m_interval = accounts::RefreshInterval::Off;
    Clock::time_point m_from;
};
