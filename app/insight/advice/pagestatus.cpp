// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/pagestatus.h"

#include "base/texts/agetext.h"
#include "buckets/reading/bucketpager.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace insight {

namespace {

struct PageStatusText
{
    Q_DECLARE_TR_FUNCTIONS(buckets::BucketPager)
};

QString statusOnScreen(const buckets::PageExtent &page, std::optional<int> shownRows)
{
    if (page.rows == 0)
        return PageStatusText::tr("No export buckets");
    const QLocale locale;
    if (shownRows) {
        //: How many of the rows of a page the filter lets through, e.g. 1 of 4 on this page
        return PageStatusText::tr("%1 of %2 on this page")
            .arg(locale.toString(*shownRows), locale.toString(page.rows));
    }
    const QString first = locale.toString(page.firstRow);
    const QString last = locale.toString(page.lastRow);
    if (!page.totalCount) {
        //: The numbers of the first and the last row of a page, e.g. 101–200
        return PageStatusText::tr("%1–%2").arg(first, last);
    }
    //: The numbers of the first and the last row of a page and of all rows, e.g. 1–100 of 2,508
    return PageStatusText::tr("%1–%2 of %3")
        .arg(first, last, locale.toString(std::max(page.lastRow, *page.totalCount)));
}

} // namespace

QString pageStatus(const buckets::BucketPager &pager, std::optional<int> shownRows)
{
    if (!pager.isShowing())
        return pager.isLoading() ? PageStatusText::tr("Loading…") : QString();
    QString onScreen = statusOnScreen(pager.extent(), shownRows);
    if (pager.isKept()) {
        //: %1 is what is on screen, e.g. 1–100 of 2,508, and %2 is “3 hours ago”
        return PageStatusText::tr("%1 · loaded %2")
            .arg(onScreen, base::agoText(pager.readAt(), QDateTime::currentDateTimeUtc()));
    }
    if (!pager.isLoading())
        return onScreen;
    const QLocale locale;
    if (pager.wantsAnotherSize()) {
        //: %1 is what is on screen, e.g. 1–100 of 2,508
        return PageStatusText::tr("%1 · loading %2 per page…")
            .arg(onScreen, locale.toString(pager.options().itemsPerPage.value()));
    }
    //: %1 is what is on screen, e.g. 1–100 of 2,508
    return PageStatusText::tr("%1 · loading page %2…")
        .arg(onScreen, locale.toString(pager.wantedPage().value()));
}

} // namespace insight
