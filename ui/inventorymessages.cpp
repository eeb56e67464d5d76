// SPDX-License-Identifier: Apache-2.0
#include "ui/inventorymessages.h"

#include "browse/errorhint.h"
#include "browse/inventorytext.h"
#include "browse/showntext.h"
#include "session/session.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using browse::Inventory;

struct InventoryMessagesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::InventoryMessages)
};

constexpr qsizetype LongestReason = 300;

/// What the error is called and what to do about it.
QString reasonAndHint(const atlas::ApiError &error)
{
    QString reason =
        browse::shownText(error.detail.isEmpty() ? error.reason : error.detail, LongestReason);
    const bool isSentence = !reason.isEmpty() && QStringView(u".…?!。").contains(reason.back());
    if (!isSentence)
        reason += u'.';
    return reason + u' ' + browse::hintFor(error);
}

BucketNotice stoppedNotice(const atlas::ApiError &error)
{
    return {true, InventoryMessagesText::tr("Reading has stopped."), reasonAndHint(error),
            InventoryMessagesText::tr("Resume")};
}

BucketNotice unreadNotice(const Inventory &inventory, int count)
{
    const QList<browse::UnreadProject> projects = inventory.unreadProjects();
    return {true, InventoryMessagesText::tr("%Ln project(s) could not be read.", nullptr, count),
            projects.size() == 1
                ? reasonAndHint(projects.constFirst().error)
                : InventoryMessagesText::tr("Why, each of them, is under “Not readable”."),
            InventoryMessagesText::tr("Try again")};
}

BucketNotice unlistedNotice(const browse::ProjectListModel &projects)
{
    return {true, InventoryMessagesText::tr("The list of projects could not be read to its end."),
            reasonAndHint(projects.error()), InventoryMessagesText::tr("Try again")};
}

BucketNotice shiftingNotice(int count)
{
    return {true,
            InventoryMessagesText::tr("%Ln project(s) changed while being read.", nullptr, count),
            InventoryMessagesText::tr("Buckets may be missing. Refresh when it is calmer."),
            {}};
}

} // namespace

BucketNotice inventoryNotice(Session &session)
{
    const Inventory &inventory = session.inventory();
    const Inventory::Tally tally = inventory.tally();
    if (inventory.stopReason())
        return stoppedNotice(*inventory.stopReason());
    if (inventory.state() != Inventory::State::Ready)
        return {};
    if (!tally.areProjectsKnown)
        return unlistedNotice(session.projects());
    if (tally.failed > 0)
        return unreadNotice(inventory, tally.failed);
    if (tally.shifting > 0)
        return shiftingNotice(tally.shifting);
    return {};
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
                InventoryMessagesText::tr("Nothing has been read yet."),
                InventoryMessagesText::tr("Resume")};
    case Inventory::State::Ready:
        break;
    }
    if (!inventory.tally().isComplete()) {
        return {LineIcon::Failure,
                InventoryMessagesText::tr("The export buckets could not be read"),
                InventoryMessagesText::tr("See Problems below."),
                InventoryMessagesText::tr("Try again")};
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
            InventoryMessagesText::tr("No bucket matches. The filter looks at all that was read."),
            InventoryMessagesText::tr("Clear filter")};
}

QString exportReservation(Session &session)
{
    const Inventory &inventory = session.inventory();
    const browse::BucketPager &pager = session.pager();
    if (!inventory.isShown()) {
        return pager.hasNext() || pager.hasPrevious()
            ? InventoryMessagesText::tr("These are of one page. Load all pages to export all.")
            : QString();
    }
    if (inventory.state() == Inventory::State::Ready && inventory.tally().isComplete())
        return {};
    //: e.g. Not everything has been read: 2,925 buckets in 14 projects, 1 project not readable.
    return InventoryMessagesText::tr("Not everything has been read: %1.")
        .arg(browse::inventoryText(inventory));
}

} // namespace ui
