// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace browse {

/// Which rows of a list a page has; rows count from 1.
struct PageExtent
{
    qint64 firstRow = 0;
    qint64 lastRow = 0;
    /// How many there are.
    qint64 rows = 0;
    std::optional<qint64> totalCount;
};

/// What is on screen of a page, in words, e.g. `1–100 of 2,508`. `shownRows` is how many of its
/// rows a filter lets through; nothing without one.
QString pageStatus(const PageExtent &page, std::optional<int> shownRows);

} // namespace browse
