// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/apierror.h"
#include "atlas/page.h"
#include "atlas/pagerequest.h"

#include <QCoreApplication>
#include <QList>

/// How what takes many calls is read.
namespace browse::limits {

/// Enough to hide the latency of a far network; far from what Atlas limits.
inline constexpr int CallsAtATime = 6;
/// After so many calls in a row have failed, the others are not sent.
inline constexpr int MostFailuresInARow = 6;

/// After so many pages a list is taken for one that never ends.
inline constexpr int MostPages = 100;

/// Why a list was not read to its end.
inline atlas::ApiError endless(int pages = MostPages)
{
    return atlas::malformedAnswer(
        200,
        QCoreApplication::translate("browse", "The list goes on after %1 pages.").arg(pages));
}

/// The fewest calls for a long list.
inline atlas::ItemsPerPage largestPage()
{
    return *atlas::ItemsPerPage::from(atlas::ItemsPerPage::Max);
}

inline atlas::PageNumber after(atlas::PageNumber page)
{
    return atlas::PageNumber::from(page.value() + 1).value_or(page);
}

/// Whether a list that is read by largestPage() goes on after `page`. Only a page that brought
/// something new may be believed in that: some lists never end.
template<class T>
bool hasMore(const atlas::Page<T> &page)
{
    using Link = typename atlas::Page<T>::Link;
    const bool isFull = page.results.size() >= atlas::ItemsPerPage::Max;
    return page.next == Link::Present || (page.next == Link::Unsaid && isFull);
}

} // namespace browse::limits
