// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/inventorymessages.h"

#include "base/texts/agetext.h"
#include "base/texts/showntext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "insight/advice/inventorytext.h"
#include "session/session.h"
#include "ui/buckets/usagemessages.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using buckets::Inventory;

struct InventoryMessagesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::InventoryMessages)
};

constexpr qsizetype LongestProjectName = 200;

/// What the error is called, in Atlas's language, and below it what to do about it.
QString reasonAndHint(const atlas::ApiError &error)
{
    return insight::errorReason(error) + u'\n' + insight::hintFor(error);
}

/// Where another button goes on.
insight::NextSteps withoutTryingAgain(const atlas::ApiError &error)
{
    insight::NextSteps next = insight::nextStepsFor(error);
    next.steps.removeAll(insight::NextStep::TryAgain);
    return next;
}

/// What helps against each of them; to try again at least.
insight::NextSteps commonSteps(const QList<buckets::UnreadProject> &unread)
{
    if (unread.isEmpty())
        return {{insight::NextStep::TryAgain}, {}};
    const insight::NextSteps first = insight::nextStepsFor(unread.constFirst().error);
    const bool isCommon =
        std::all_of(unread.begin(), unread.end(), [&first](const buckets::UnreadProject &one) {
            return insight::nextStepsFor(one.error) == first;
        });
    return isCommon ? first : insight::NextSteps{{insight::NextStep::TryAgain}, {}};
}

BucketNotice stoppedNotice(const atlas::ApiError &error)
{
    return {true,
            InventoryMessagesText::tr("Loading was stopped."),
            reasonAndHint(error),
            InventoryMessagesText::tr("Resume"),
            false,
            withoutTryingAgain(error)};
}

BucketNotice unreadNotice(const buckets::ProjectList &projects,
                          const QList<buckets::UnreadProject> &unread)
{
    if (unread.size() > 1) {
        return {true,
                InventoryMessagesText::tr("%Ln project(s) could not be loaded.", nullptr,
                                          static_cast<int>(unread.size())),
                InventoryMessagesText::tr("See the “Not read” tab for reasons."),
                {},
                false,
                commonSteps(unread)};
    }
    const buckets::UnreadProject &one = unread.constFirst();
    const auto known = projects.project(one.project);
    const QString name =
        base::shownText(known ? known->name : one.project.toHex(), LongestProjectName);
    //: %1 is the name of a project.
    return {true,
            InventoryMessagesText::tr("%1 could not be loaded.").arg(name),
            reasonAndHint(one.error),
            {},
            false,
            commonSteps(unread)};
}

BucketNotice unlistedNotice(const buckets::ProjectList &projects)
{
    const bool hasFailed = projects.completeness().lacks(buckets::Gap::Failed);
    return {true,
            InventoryMessagesText::tr("The project list was not loaded completely."),
            hasFailed ? reasonAndHint(projects.error())
                      : InventoryMessagesText::tr("Some projects may be missing."),
            {},
            false,
            hasFailed ? insight::nextStepsFor(projects.error()) : commonSteps({})};
}

/// Rows of an earlier day, which could not be read since.
BucketNotice keptNotice(Session &session)
{
    const Inventory &inventory = session.inventory();
    const auto error = inventory.stopReason() ? inventory.stopReason()
        : session.projects().state() == buckets::ProjectList::State::Failed
        ? std::optional(session.projects().error())
        : std::nullopt;
    const QString age = base::agoText(inventory.keptAt(), QDateTime::currentDateTimeUtc());
    //: %1 is “3 hours ago”
    return {true,
            InventoryMessagesText::tr("Showing what was read %1.").arg(age),
            error ? reasonAndHint(*error)
                  : InventoryMessagesText::tr("Loading was stopped before its end."),
            {},
            false,
            error ? insight::nextStepsFor(*error) : commonSteps({}),
            u"kept"_s};
}

BucketNotice shiftingNotice(int count)
{
    return {true,
            InventoryMessagesText::tr("%Ln project(s) changed during loading.", nullptr, count),
            InventoryMessagesText::tr("Some buckets may be missing. Refresh later."),
            {}};
}

BucketNotice leftOutNotice()
{
    return {true,
            InventoryMessagesText::tr("Some buckets could not be read and are not shown."),
            InventoryMessagesText::tr("See Problems below."),
            {}};
}

QString pageReservation(buckets::Completeness completeness)
{
    QStringList all;
    if (completeness.lacks(buckets::Gap::OtherPages))
        all += InventoryMessagesText::tr("Only this page will be exported. To export everything, "
                                         "load all pages first.");
    if (completeness.lacks(buckets::Gap::LeftOut))
        all += InventoryMessagesText::tr("Buckets that could not be read are not exported.");
    return all.join(u' ');
}

QString inventoryReservation(const Inventory &inventory)
{
    //: e.g. Not everything was loaded: 2,925 buckets in 13 of 14 projects, 1 project not read.
    return InventoryMessagesText::tr("Not everything was loaded: %1.")
        .arg(insight::inventoryText(inventory));
}

} // namespace

BucketNotice inventoryNotice(Session &session)
{
    const Inventory &inventory = session.inventory();
    const Inventory::Tally tally = inventory.tally();
    if (inventory.keptAt().isValid() && !inventory.isReading())
        return keptNotice(session);
    if (inventory.stopReason())
        return stoppedNotice(*inventory.stopReason());
    if (inventory.state() != Inventory::State::Ready)
        return {};
    if (!tally.areProjectsKnown)
        return unlistedNotice(session.projects());
    if (tally.failed > 0)
        return unreadNotice(session.projects(), inventory.unreadProjects());
    if (tally.shifting > 0)
        return shiftingNotice(tally.shifting);
    if (tally.leftOut > 0)
        return leftOutNotice();
    return {};
}

BucketNotice noticeAbove(Session *session, const models::BucketSortFilterModel &rows)
{
    if (!session)
        return {};
    BucketNotice notice =
        session->inventory().isShown() ? inventoryNotice(*session) : bucketNotice(*session);
    if (notice.isCountdown)
        return notice;
    if (BucketNotice use = unknownUseNotice(session, rows); !use.isEmpty())
        return use;
    return notice.isEmpty() ? keptUseNotice(*session) : notice;
}

bool leadsToCheckOfUsage(Session *session, const models::BucketSortFilterModel &rows)
{
    if (!session || !unknownUseNotice(session, rows).isEmpty())
        return session;
    const BucketNotice use = keptUseNotice(*session);
    return !use.isEmpty() && noticeAbove(session, rows).topic == use.topic;
}

EmptyState::Message emptyInventoryMessage(Session &session)
{
    const Inventory &inventory = session.inventory();
    switch (inventory.state()) {
    case Inventory::State::Closed:
    case Inventory::State::Reading:
        return {LineIcon::Bucket, InventoryMessagesText::tr("Loading export buckets…"), {}, {}};
    case Inventory::State::Stopped:
        return {LineIcon::Bucket, InventoryMessagesText::tr("Stopped"),
                InventoryMessagesText::tr("Nothing has been loaded yet."),
                InventoryMessagesText::tr("Resume")};
    case Inventory::State::Ready:
        break;
    }
    if (!inventory.tally().isComplete()) {
        return {LineIcon::Failure,
                InventoryMessagesText::tr("The export buckets could not be loaded"),
                InventoryMessagesText::tr("See Problems below."),
                {},
                commonSteps(inventory.unreadProjects())};
    }
    return {LineIcon::Bucket,
            InventoryMessagesText::tr("No export buckets"),
            InventoryMessagesText::tr(
                "No bucket is registered for snapshot exports in any of these projects."),
            {}};
}

EmptyState::Message noMatchInInventoryMessage()
{
    return {LineIcon::Search, InventoryMessagesText::tr("Nothing matches the filter"),
            InventoryMessagesText::tr("No loaded bucket matches the filter."),
            InventoryMessagesText::tr("Clear filter")};
}

QString exportReservation(Session &session, const models::BucketSortFilterModel &rows)
{
    const Inventory &inventory = session.inventory();
    QStringList all;
    if (!inventory.isShown())
        all += pageReservation(session.pager().completeness());
    else if (!inventory.completeness().isWhole())
        all += inventoryReservation(inventory);
    if (const BucketNotice use = unknownUseNotice(&session, rows); !use.isEmpty())
        all += {use.headline, use.text};
    all.removeAll(QString());
    return all.join(u' ');
}

} // namespace ui
