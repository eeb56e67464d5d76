// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace bench {

/// How thoroughly to measure.
struct Options
{
    /// Next to nothing, to see that it still runs.
    bool isShort{false};
    /// Also write the figures there.
    QString jsonFile{};
    /// One part of the figures, by name; all if it is empty.
    QString part{};

    /// How often each figure is measured; the median counts.
    int runs() const { return isShort ? 1 : 15; }
};

} // namespace bench
