// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace bench {

/// What a screen that shows 60 pictures a second leaves for each, in milliseconds.
inline constexpr double Frame = 16;
/// What counts as growing in a line.
inline constexpr double MostOfLine = 1.3;

/// One line of the table.
struct Figure
{
    QString name;
    /// Of `ours` and `reference`.
    QString unit;
    double ours{0};
    /// What it is compared with, in words.
    QString referenceName{};
    std::optional<double> reference{};
    /// The most that the ratio may be.
    std::optional<double> ratioTarget{};
    /// The most that `ours` itself may be.
    std::optional<double> limit{};

    std::optional<double> ratio() const
    {
        return reference && *reference > 0 ? std::optional(ours / *reference) : std::nullopt;
    }

    /// Some are there to be compared with others alone.
    bool hasTarget() const { return ratioTarget || limit; }

    bool isMet() const
    {
        if (ratioTarget && (!ratio() || *ratio() > *ratioTarget))
            return false;
        return !limit || ours <= *limit;
    }
};

} // namespace bench
