// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/pagerequest.h"

#include <algorithm>
#include <optional>

namespace buckets {

/// Which rows of a list a page has; rows count from 1.
struct PageExtent
{
    qint64 firstRow = 0;
    qint64 lastRow = 0;
    /// How many there are.
    qint64 rows = 0;
    std::optional<qint64> totalCount;
};

/// The page of this number, or the nearest that can be asked for.
inline atlas::PageNumber pageNumber(qint64 number)
{
    const qint64 bounded =
        std::clamp<qint64>(number, atlas::PageNumber::Min, atlas::PageNumber::Max);
    return *atlas::PageNumber::from(static_cast<int>(bounded));
}

/// The page that is `distance` pages behind `page`, or before it.
inline atlas::PageNumber neighbour(atlas::PageNumber page, int distance)
{
    return pageNumber(qint64(page.value()) + distance);
}

/// Nothing without a total count. At least 1.
inline std::optional<atlas::PageNumber> lastPage(std::optional<qint64> totalCount,
                                                 atlas::ItemsPerPage itemsPerPage)
{
    if (!totalCount)
        return std::nullopt;
    const qint64 perPage = itemsPerPage.value();
    return pageNumber((*totalCount + perPage - 1) / perPage);
}

} // namespace buckets
