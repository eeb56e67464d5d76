// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/page.h"

#include "atlas/errors/httpstatus.h"

#include <QCoreApplication>
#include <QLocale>

namespace atlas {

void PageFrame::leaveOut(const Wording &problem)
{
    if (leftOut == 0)
        firstProblem = problem;
    ++leftOut;
}

void PageFrame::heed(const PageRequest &asked, qsizetype entries)
{
    if (asked.includeCount)
        return;
    totalCount.reset();
    if (entries == 0)
        next = Link::Absent;
    else if (next != Link::Present)
        next = entries >= asked.itemsPerPage.value() ? Link::Unsaid : Link::Absent;
}

ApiError leftOutEntries(int count, const Wording &firstProblem)
{
    return malformedAnswer(
        httpstatus::Ok,
        {"atlas",
         QT_TRANSLATE_NOOP(
             "atlas", "Entries left out because they could not be read: %1. First problem: %2."),
         {QLocale().toString(count), firstProblem}});
}

} // namespace atlas
