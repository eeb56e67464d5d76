// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace bench {

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

    bool isMet() const
    {
        if (ratioTarget && (!ratio() || *ratio() > *ratioTarget))
            return false;
        return !limit || ours <= *limit;
    }
};

} // namespace bench
