// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketmessages.h"

#include "base/texts/timetext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using buckets::BucketPager;

struct BucketMessagesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::BucketMessages)
};

QString number(int value)
{
    return QLocale().toString(value);
}

/// The error in full, in the middle of the window.
QString explanation(const atlas::ApiError &error)
{
    const QString name = insight::errorName(error);
    const QString detail = insight::errorDetail(error);
    const bool saysMore = !detail.isEmpty() && detail != name;
    return name + u"."_s + (saysMore ? QString(u' ' + detail) : QString()) + u"\n\n"_s
        + insight::hintFor(error);
}

BucketNotice failedNotice(const BucketPager &pager)
{
    const QString headline =
        BucketMessagesText::tr("Showing page %1 as of %2.")
            .arg(number(pager.page().value()), base::localTimeText(pager.readAt()));
    const QString name = insight::errorName(pager.error());
    const QString hint = insight::hintFor(pager.error());
    const QString text = pager.wantsAnotherSize()
        ? BucketMessagesText::tr("A page of %1 buckets could not be loaded: %2. %3")
              .arg(number(pager.options().itemsPerPage.value()), name, hint)
        : BucketMessagesText::tr("Page %1 could not be loaded: %2. %3")
              .arg(number(pager.wantedPage().value()), name, hint);
    return {true, headline, text, {}, false, insight::nextStepsFor(pager.error())};
}

QString inSeconds(const QDeadlineTimer &until)
{
    const qint64 seconds = (until.remainingTime() + 999) / 1000;
    return number(static_cast<int>(std::max<qint64>(1, seconds)));
}

BucketNotice waitingNotice(const net::Waiting &waiting)
{
    const QString seconds = inSeconds(waiting.until);
    if (waiting.reason == net::Waiting::Reason::RateLimit) {
        return {false,
                BucketMessagesText::tr("Rate limit reached."),
                BucketMessagesText::tr("Continues in %1 s. To cancel, select Stop.").arg(seconds),
                {},
                true};
    }
    return {true,
            BucketMessagesText::tr("Retrying in %1 s.").arg(seconds),
            BucketMessagesText::tr("%1. Retry %2 of %3. To cancel, select Stop.")
                .arg(insight::errorName(waiting.error), number(waiting.retry),
                     number(waiting.mostRetries)),
            {},
            true,
            {},
            u"retry"_s};
}

std::optional<net::Waiting> waitingOf(Session &session)
{
    if (session.pager().isLoading())
        return session.pager().waiting();
    if (session.projects().state() == buckets::ProjectList::State::Loading)
        return session.projects().waiting();
    return std::nullopt;
}

BucketNotice leftOutNotice(const atlas::ApiError &error)
{
    return {true,
            BucketMessagesText::tr("Some buckets on this page could not be read."),
            insight::errorDetail(error),
            {}};
}

BucketNotice tooSlowToCountNotice()
{
    return {false,
            BucketMessagesText::tr("Atlas could not count the buckets in time."),
            BucketMessagesText::tr("The pages are shown without a total."),
            {}};
}

BucketNotice missingNotice(const BucketPager &pager)
{
    return {
        false,
        BucketMessagesText::tr("Page %1 does not exist.").arg(number(pager.missingPage()->value())),
        BucketMessagesText::tr("Showing page %1 instead.").arg(number(pager.page().value())),
        {}};
}

BucketNotice deprecationNotice(const net::Deprecation &deprecation)
{
    const insight::NextSteps toSettings{{insight::NextStep::OpenSettings}, {}};
    const QString headline = BucketMessagesText::tr("This API version is deprecated.");
    if (!deprecation.sunset)
        return {false, headline, BucketMessagesText::tr("Choose a newer version in Settings."),
                {},    false,    toSettings};
    const QString day = base::longDateText(deprecation.sunset->date());
    return {false,
            headline,
            BucketMessagesText::tr("Atlas stops supporting it on %1. Choose a newer version in "
                                   "Settings.")
                .arg(day),
            {},
            false,
            toSettings};
}

EmptyState::Message noProjectMessage(Session &session)
{
    using State = buckets::ProjectList::State;
    const buckets::ProjectList &projects = session.projects();
    switch (projects.state()) {
    case State::Loading:
        return {LineIcon::Project, BucketMessagesText::tr("Loading projects…"), {}, {}};
    case State::Failed:
        return {LineIcon::Failure,
                BucketMessagesText::tr("The projects could not be loaded"),
                explanation(projects.error()),
                {},
                insight::nextStepsFor(projects.error())};
    case State::Idle:
        return {LineIcon::Project, BucketMessagesText::tr("Stopped"),
                BucketMessagesText::tr("Loading was stopped. Load the projects to select one."),
                BucketMessagesText::tr("Load projects")};
    case State::Ready:
        break;
    }
    if (projects.rowCount() == 0 && projects.completeness().isWhole()) {
        return {LineIcon::Project, BucketMessagesText::tr("No projects"),
                BucketMessagesText::tr(
                    "This credential has no access to any project. Grant it access in Atlas, "
                    "then refresh."),
                BucketMessagesText::tr("Load projects")};
    }
    return {LineIcon::Project,
            BucketMessagesText::tr("No project selected"),
            BucketMessagesText::tr("Select a project on the left to see its export buckets."),
            {}};
}

EmptyState::Message failedMessage(const BucketPager &pager)
{
    return {LineIcon::Failure,
            BucketMessagesText::tr("The export buckets could not be loaded"),
            explanation(pager.error()),
            {},
            insight::nextStepsFor(pager.error())};
}

WindowNotice linkedIsElsewhere()
{
    return {false, BucketMessagesText::tr("The export bucket is not on this page."),
            BucketMessagesText::tr("See Bucket details for this bucket.")};
}

WindowNotice linkedIsMissing(const QString &id)
{
    return {true, BucketMessagesText::tr("This project has no export bucket %1.").arg(id),
            BucketMessagesText::tr("The bucket may have been deleted, or belong to another "
                                   "project.")};
}

WindowNotice linkedIsUnread(const QString &id, const atlas::ApiError &error)
{
    return {
        true, BucketMessagesText::tr("The export bucket %1 could not be loaded.").arg(id),
        BucketMessagesText::tr("%1. %2").arg(insight::errorName(error), insight::hintFor(error))};
}

} // namespace

BucketNotice bucketNotice(Session &session)
{
    const BucketPager &pager = session.pager();
    if (const auto waiting = waitingOf(session))
        return waitingNotice(*waiting);
    if (pager.state() == BucketPager::State::Failed && pager.isShowing())
        return failedNotice(pager);
    if (pager.missingPage() && pager.isShowing())
        return missingNotice(pager);
    if (const auto error = pager.leftOutError())
        return leftOutNotice(*error);
    if (pager.isTooSlowToCount() && pager.isShowing())
        return tooSlowToCountNotice();
    if (session.deprecation().isAnnounced())
        return deprecationNotice(session.deprecation());
    return {};
}

EmptyState::Message emptyBucketMessage(Session &session)
{
    const BucketPager &pager = session.pager();
    if (!pager.project())
        return noProjectMessage(session);
    switch (pager.state()) {
    case BucketPager::State::Loading:
        return {LineIcon::Bucket, BucketMessagesText::tr("Loading export buckets…"), {}, {}};
    case BucketPager::State::Failed:
        return failedMessage(pager);
    case BucketPager::State::Idle:
        return {LineIcon::Bucket, BucketMessagesText::tr("Stopped"),
                BucketMessagesText::tr(
                    "Loading was stopped. Refresh to load the export buckets of this project."),
                BucketMessagesText::tr("Load export buckets")};
    case BucketPager::State::Ready:
        break;
    }
    return {LineIcon::Bucket,
            BucketMessagesText::tr("No export buckets"),
            BucketMessagesText::tr(
                "No bucket is registered for snapshot exports in this project. Register one in "
                "Atlas, for example with “atlas backups exports buckets create”, then refresh."),
            {},
            {{insight::NextStep::ReadManual}, {}}};
}

std::optional<WindowNotice::Maker> linkedBucketNotice(const LinkedBucket &linked)
{
    switch (linked.state()) {
    case LinkedBucket::State::None:
    case LinkedBucket::State::Reading:
        return std::nullopt;
    case LinkedBucket::State::Shown:
        return linkedIsElsewhere;
    case LinkedBucket::State::Failed:
        break;
    }
    const QString id = linked.bucket()->toHex();
    if (linked.isMissing())
        return [id] {
            return linkedIsMissing(id);
        };
    return [id, error = linked.error()] {
        return linkedIsUnread(id, error);
    };
}

EmptyState::Message noMatchMessage()
{
    return {LineIcon::Search, BucketMessagesText::tr("Nothing matches the filter"),
            BucketMessagesText::tr(
                "No bucket on this page matches. The filter applies only to this page."),
            BucketMessagesText::tr("Clear filter")};
}

} // namespace ui
