// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/inventorynotices.h"

#include "base/texts/agetext.h"
#include "base/texts/showntext.h"
#include "buckets/inventory/inventory.h"
#include "buckets/reading/projectlist.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "insight/advice/inventorytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

using buckets::Inventory;

struct InventoryNoticesText
{
    Q_DECLARE_TR_FUNCTIONS(insight::InventoryNotices)
};

constexpr qsizetype LongestProjectName = 200;

/// What happened, and below it what to do about it.
QString reasonAndHint(const atlas::ApiError &error)
{
    return quotedReason(error) + u'\n' + hintFor(error);
}

/// Where another button goes on.
NextSteps withoutTryingAgain(const atlas::ApiError &error)
{
    NextSteps next = nextStepsFor(error);
    next.steps.removeAll(NextStep::TryAgain);
    return next;
}

/// What helps against each of them; to try again at least.
NextSteps commonSteps(const QList<buckets::UnreadProject> &unread)
{
    if (unread.isEmpty())
        return {{NextStep::TryAgain}, {}};
    const NextSteps first = nextStepsFor(unread.constFirst().error);
    const bool isCommon =
        std::all_of(unread.begin(), unread.end(), [&first](const buckets::UnreadProject &one) {
            return nextStepsFor(one.error) == first;
        });
    return isCommon ? first : NextSteps{{NextStep::TryAgain}, {}};
}

Notice stoppedNotice(const atlas::ApiError &error)
{
    return {true,
            InventoryNoticesText::tr("Loading was stopped."),
            reasonAndHint(error),
            InventoryNoticesText::tr("Resume"),
            false,
            withoutTryingAgain(error)};
}

Notice unreadNotice(const buckets::ProjectList &projects,
                    const QList<buckets::UnreadProject> &unread)
{
    if (unread.size() > 1) {
        return {true,
                InventoryNoticesText::tr("%Ln project(s) could not be loaded.", nullptr,
                                         static_cast<int>(unread.size())),
                InventoryNoticesText::tr("See the “Not read” tab for reasons."),
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
            InventoryNoticesText::tr("%1 could not be loaded.").arg(name),
            reasonAndHint(one.error),
            {},
            false,
            commonSteps(unread)};
}

Notice unlistedNotice(const buckets::ProjectList &projects)
{
    const bool hasFailed = projects.completeness().lacks(buckets::Gap::Failed);
    return {true,
            InventoryNoticesText::tr("The project list was not loaded completely."),
            hasFailed ? reasonAndHint(projects.error())
                      : InventoryNoticesText::tr("Some projects may be missing."),
            {},
            false,
            hasFailed ? nextStepsFor(projects.error()) : commonSteps({})};
}

/// Rows of an earlier day, which could not be read since.
Notice keptNotice(const Inventory &inventory, const buckets::ProjectList &projects)
{
    const auto error = inventory.stopReason()                     ? inventory.stopReason()
        : projects.state() == buckets::ProjectList::State::Failed ? std::optional(projects.error())
                                                                  : std::nullopt;
    const QString age = base::agoText(inventory.keptAt(), QDateTime::currentDateTimeUtc());
    //: %1 is “3 hours ago”
    return {true,
            InventoryNoticesText::tr("Showing what was loaded %1.").arg(age),
            error ? reasonAndHint(*error)
                  : InventoryNoticesText::tr("Loading was stopped before it finished."),
            {},
            false,
            error ? nextStepsFor(*error) : commonSteps({}),
            u"kept"_s};
}

Notice shiftingNotice(int count)
{
    return {true,
            InventoryNoticesText::tr("%Ln project(s) changed during loading.", nullptr, count),
            InventoryNoticesText::tr("Some buckets may be missing. Refresh later."),
            {}};
}

Notice rowsLeftOutNotice()
{
    return {true,
            InventoryNoticesText::tr("Some buckets could not be read and are not shown."),
            InventoryNoticesText::tr("See Problems below."),
            {}};
}

} // namespace

Notice inventoryNotice(const Inventory &inventory, const buckets::ProjectList &projects)
{
    const Inventory::Tally tally = inventory.tally();
    if (inventory.keptAt().isValid() && !inventory.isReading())
        return keptNotice(inventory, projects);
    if (inventory.stopReason())
        return stoppedNotice(*inventory.stopReason());
    if (inventory.state() != Inventory::State::Ready)
        return {};
    if (!tally.areProjectsKnown)
        return unlistedNotice(projects);
    if (tally.failed > 0)
        return unreadNotice(projects, inventory.unreadProjects());
    if (tally.shifting > 0)
        return shiftingNotice(tally.shifting);
    if (tally.leftOut > 0)
        return rowsLeftOutNotice();
    return {};
}

EmptyText emptyInventoryText(const Inventory &inventory)
{
    switch (inventory.state()) {
    case Inventory::State::Closed:
    case Inventory::State::Reading:
        return {
            EmptyText::About::Buckets, InventoryNoticesText::tr("Loading export buckets…"), {}, {}};
    case Inventory::State::Stopped:
        return {EmptyText::About::Buckets, InventoryNoticesText::tr("Stopped"),
                InventoryNoticesText::tr("Nothing has been loaded yet."),
                InventoryNoticesText::tr("Resume")};
    case Inventory::State::Ready:
        break;
    }
    if (!inventory.tally().isComplete()) {
        return {EmptyText::About::Failure,
                InventoryNoticesText::tr("The export buckets could not be loaded"),
                InventoryNoticesText::tr("See Problems below."),
                {},
                commonSteps(inventory.unreadProjects())};
    }
    return {EmptyText::About::Buckets,
            InventoryNoticesText::tr("No export buckets"),
            InventoryNoticesText::tr(
                "No bucket is registered for snapshot exports in any of these projects."),
            {}};
}

EmptyText noMatchInInventoryText()
{
    return {EmptyText::About::Filter, InventoryNoticesText::tr("Nothing matches the filter"),
            InventoryNoticesText::tr("No loaded bucket matches the filter."),
            InventoryNoticesText::tr("Clear filter")};
}

QString pageReservation(buckets::Completeness completeness)
{
    QStringList all;
    if (completeness.lacks(buckets::Gap::OtherPages))
        all += InventoryNoticesText::tr("Only this page will be exported. To export everything, "
                                        "load all pages first.");
    if (completeness.lacks(buckets::Gap::LeftOut))
        all += InventoryNoticesText::tr("Buckets that could not be read are not exported.");
    return all.join(u' ');
}

QString inventoryReservation(const Inventory &inventory)
{
    //: e.g. Not everything was loaded: 2,925 buckets in 13 of 14 projects, 1 project not read.
    return InventoryNoticesText::tr("Not everything was loaded: %1.").arg(inventoryText(inventory));
}

} // namespace insight
