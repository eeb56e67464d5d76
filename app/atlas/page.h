// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <optional>

namespace atlas {

/// What Atlas says of one page of a list, besides what is on it.
struct PageFrame
{
    /// What `links` says about another page. Links are never followed: their host may be another.
    enum class Link { Unsaid, Absent, Present };

    /// Atlas's estimate; nothing if it was not asked for, or made no sense.
    std::optional<qint64> totalCount;
    Link next = Link::Unsaid;
    Link previous = Link::Unsaid;
};

/// One page of a list, as Atlas answered it.
template<class T>
struct Page : PageFrame
{
    QList<T> results;
};

} // namespace atlas
