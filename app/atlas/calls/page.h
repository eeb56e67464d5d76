// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/pagerequest.h"

#include <QList>
#include <QString>

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
    /// How many entries are left out, because they could not be read.
    int leftOut = 0;
    /// What is wrong with the first of them, e.g. `results[3].name: missing`.
    Wording firstProblem;

    /// Leaves an entry out.
    void leaveOut(const Wording &problem);

    /// Forgets what cannot be believed of an answer to `asked` that has so many entries, those left
    /// out among them. Where no count was asked for, Atlas may say a count of 0 and no link to a
    /// next page beside a full one: then only a page that is not full is known to be the last.
    void heed(const PageRequest &asked, qsizetype entries);
};

/// Says of a list that so many of its entries were left out, and what was wrong with the first.
ApiError leftOutEntries(int count, const Wording &firstProblem);

/// One page of a list, as Atlas answered it.
template<class T>
struct Page : PageFrame
{
    QList<T> results;

    /// How many entries it came with.
    qsizetype entryCount() const { return results.size() + leftOut; }
};

} // namespace atlas
