// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/pagenotices.h"

#include "base/texts/timetext.h"
#include "buckets/reading/bucketpager.h"
#include "buckets/reading/projectlist.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "net/headers/answerheaders.h"
#include "net/pacing/waiting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

using buckets::BucketPager;

struct PageNoticesText
{
    Q_DECLARE_TR_FUNCTIONS(insight::PageNotices)
};

QString number(int value)
{
    return QLocale().toString(value);
}

/// The error in full, in the middle of the window.
QString explanation(const atlas::ApiError &error)
{
    const QString name = errorName(error);
    const QString detail = errorDetail(error);
    const bool saysMore = !detail.isEmpty() && detail != name;
    return name + u"."_s + (saysMore ? QString(u'\n' + quotedDetail(error)) : QString()) + u"\n\n"_s
        + hintFor(error);
}

Notice failedNotice(const BucketPager &pager)
{
    const QString headline =
        PageNoticesText::tr("Showing page %1 as of %2.")
            .arg(number(pager.page().value()), base::longTimeText(pager.readAt()));
    const QString name = errorName(pager.error());
    const QString hint = hintFor(pager.error());
    const QString text = pager.wantsAnotherSize()
        ? PageNoticesText::tr("A page of %1 buckets could not be loaded: %2. %3")
              .arg(number(pager.options().itemsPerPage.value()), name, hint)
        : PageNoticesText::tr("Page %1 could not be loaded: %2. %3")
              .arg(number(pager.wantedPage().value()), name, hint);
    return {true, headline, text, {}, false, nextStepsFor(pager.error())};
}

QString inSeconds(const QDeadlineTimer &until)
{
    const qint64 seconds = (until.remainingTime() + 999) / 1000;
    return number(static_cast<int>(std::max<qint64>(1, seconds)));
}

Notice waitingNotice(const net::Waiting &waiting)
{
    const QString seconds = inSeconds(waiting.until);
    if (waiting.reason == net::Waiting::Reason::RateLimit) {
        return {false,
                PageNoticesText::tr("Rate limit reached."),
                PageNoticesText::tr("Continues in %1 s. To cancel, select Stop.").arg(seconds),
                {},
                true};
    }
    return {true,
            PageNoticesText::tr("Retrying in %1 s.").arg(seconds),
            PageNoticesText::tr("%1. Retry %2 of %3. To cancel, select Stop.")
                .arg(errorName(waiting.error), number(waiting.retry), number(waiting.mostRetries)),
            {},
            true,
            {},
            u"retry"_s};
}

std::optional<net::Waiting> waitingOf(const BucketPager &pager,
                                      const buckets::ProjectList &projects)
{
    if (pager.isLoading())
        return pager.waiting();
    if (projects.state() == buckets::ProjectList::State::Loading)
        return projects.waiting();
    return std::nullopt;
}

Notice pageLeftOutNotice(const atlas::ApiError &error)
{
    return {true,
            PageNoticesText::tr("Some buckets on this page could not be read."),
            quotedDetail(error),
            {}};
}

Notice tooSlowToCountNotice()
{
    return {false,
            PageNoticesText::tr("Atlas could not count the buckets in time."),
            PageNoticesText::tr("The pages are shown without a total."),
            {}};
}

Notice missingNotice(const BucketPager &pager)
{
    return {
        false,
        PageNoticesText::tr("Page %1 does not exist.").arg(number(pager.missingPage()->value())),
        PageNoticesText::tr("Showing page %1 instead.").arg(number(pager.page().value())),
        {}};
}

Notice deprecationNotice(const net::Deprecation &deprecation)
{
    const NextSteps toSettings{{NextStep::OpenSettings}, {}};
    const QString headline = PageNoticesText::tr("This API version is deprecated.");
    if (!deprecation.sunset)
        return {false, headline, PageNoticesText::tr("Choose a newer version in Settings."),
                {},    false,    toSettings};
    const QString day = base::longDateText(deprecation.sunset->date());
    return {false,
            headline,
            PageNoticesText::tr("Atlas stops supporting it on %1. Choose a newer version in "
                                "Settings.")
                .arg(day),
            {},
            false,
            toSettings};
}

EmptyText noProjectText(const buckets::ProjectList &projects)
{
    using State = buckets::ProjectList::State;
    switch (projects.state()) {
    case State::Loading:
        return {EmptyText::About::Projects, PageNoticesText::tr("Loading projects…"), {}, {}};
    case State::Failed:
        return {EmptyText::About::Failure,
                PageNoticesText::tr("The projects could not be loaded"),
                explanation(projects.error()),
                {},
                nextStepsFor(projects.error())};
    case State::Idle:
        return {EmptyText::About::Projects, PageNoticesText::tr("Stopped"),
                PageNoticesText::tr("Loading was stopped. Load the projects to select one."),
                PageNoticesText::tr("Load projects")};
    case State::Ready:
        break;
    }
    if (projects.rowCount() == 0 && projects.completeness().isWhole()) {
        return {EmptyText::About::Projects,
                PageNoticesText::tr("No projects"),
                PageNoticesText::tr(
                    "This credential has no access to any project. Grant it access in Atlas, "
                    "then refresh."),
                PageNoticesText::tr("Load projects"),
                {},
                true};
    }
    return {EmptyText::About::Projects,
            PageNoticesText::tr("No project selected"),
            PageNoticesText::tr("Select a project on the left to see its export buckets."),
            {}};
}

EmptyText failedText(const BucketPager &pager)
{
    return {EmptyText::About::Failure,
            PageNoticesText::tr("The export buckets could not be loaded"),
            explanation(pager.error()),
            {},
            nextStepsFor(pager.error())};
}

} // namespace

Notice pageNotice(const BucketPager &pager, const buckets::ProjectList &projects,
                  const net::Deprecation &deprecation)
{
    if (const auto waiting = waitingOf(pager, projects))
        return waitingNotice(*waiting);
    if (pager.state() == BucketPager::State::Failed && pager.isShowing())
        return failedNotice(pager);
    if (pager.missingPage() && pager.isShowing())
        return missingNotice(pager);
    if (const auto error = pager.leftOutError())
        return pageLeftOutNotice(*error);
    if (pager.isTooSlowToCount() && pager.isShowing())
        return tooSlowToCountNotice();
    if (deprecation.isAnnounced())
        return deprecationNotice(deprecation);
    return {};
}

EmptyText emptyPageText(const BucketPager &pager, const buckets::ProjectList &projects)
{
    if (!pager.project())
        return noProjectText(projects);
    switch (pager.state()) {
    case BucketPager::State::Loading:
        return {EmptyText::About::Buckets, PageNoticesText::tr("Loading export buckets…"), {}, {}};
    case BucketPager::State::Failed:
        return failedText(pager);
    case BucketPager::State::Idle:
        return {EmptyText::About::Buckets, PageNoticesText::tr("Stopped"),
                PageNoticesText::tr(
                    "Loading was stopped. Refresh to load the export buckets of this project."),
                PageNoticesText::tr("Load export buckets")};
    case BucketPager::State::Ready:
        break;
    }
    return {EmptyText::About::Buckets,
            PageNoticesText::tr("No export buckets"),
            PageNoticesText::tr(
                "No bucket is registered for snapshot exports in this project. Register one in "
                "Atlas, for example with “atlas backups exports buckets create”, then refresh."),
            {},
            {{NextStep::ReadManual}, {}}};
}

Notice linkedElsewhereNotice()
{
    return {false, PageNoticesText::tr("The export bucket is not on this page."),
            PageNoticesText::tr("See Bucket details for this bucket.")};
}

Notice linkedMissingNotice(const QString &id)
{
    return {true, PageNoticesText::tr("This project has no export bucket %1.").arg(id),
            PageNoticesText::tr("The bucket may have been deleted, or belong to another "
                                "project.")};
}

Notice linkedUnreadNotice(const QString &id, const atlas::ApiError &error)
{
    return {true, PageNoticesText::tr("The export bucket %1 could not be loaded.").arg(id),
            PageNoticesText::tr("%1. %2").arg(errorName(error), hintFor(error))};
}

EmptyText noMatchOnPageText()
{
    return {EmptyText::About::Filter, PageNoticesText::tr("Nothing matches the filter"),
            PageNoticesText::tr(
                "No bucket on this page matches. The filter applies only to this page."),
            PageNoticesText::tr("Clear filter")};
}

} // namespace insight
