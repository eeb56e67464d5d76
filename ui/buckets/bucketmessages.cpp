// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketmessages.h"

#include "insight/advice/inventorynotices.h"
#include "insight/advice/pagenotices.h"
#include "insight/advice/usagenotices.h"
#include "models/bucketsortfiltermodel.h"
#include "session/session.h"

namespace ui {

namespace {

using insight::EmptyText;
using insight::Notice;

Notice noticeOfUnknownUse(Session *session, const models::BucketSortFilterModel &rows)
{
    if (!session)
        return {};
    const models::BucketTableModel &table = session->shownTable();
    return insight::unknownUseNotice(
        {table.store().rows(), table.use(), rows.asksForUse(), rows.asksForExports()},
        session->isCheckingUsage());
}

/// Of rows that are themselves of an earlier day, that is said once.
Notice noticeOfKeptUse(Session &session)
{
    const buckets::Inventory &inventory = session.inventory();
    const bool areRowsKept =
        inventory.isShown() ? inventory.keptAt().isValid() : session.pager().isKept();
    if (areRowsKept || session.shownBuckets().rowCount() == 0)
        return {};
    return insight::keptUseNotice(session.shownTable().use(), session.isCheckingUsage());
}

LineIcon iconOf(EmptyText::About about)
{
    switch (about) {
    case EmptyText::About::Buckets:
        return LineIcon::Bucket;
    case EmptyText::About::Projects:
        return LineIcon::Project;
    case EmptyText::About::Failure:
        return LineIcon::Failure;
    case EmptyText::About::Filter:
        return LineIcon::Search;
    }
    Q_UNREACHABLE();
    return LineIcon::Bucket;
}

EmptyState::Kind kindOf(const EmptyText &empty)
{
    if (empty.about == EmptyText::About::Failure)
        return EmptyState::Kind::Error;
    return empty.isNews ? EmptyState::Kind::News : EmptyState::Kind::Plain;
}

EmptyState::Message messageOf(const EmptyText &empty)
{
    EmptyState::Message message{iconOf(empty.about), empty.title, empty.text, empty.actionText,
                                empty.next};
    message.kind = kindOf(empty);
    return message;
}

WindowNotice windowNotice(const Notice &notice)
{
    return {notice.isWarning, notice.headline, notice.text};
}

} // namespace

Notice noticeAbove(Session *session, const models::BucketSortFilterModel &rows)
{
    if (!session)
        return {};
    Notice notice = session->inventory().isShown()
        ? insight::inventoryNotice(session->inventory(), session->projects())
        : insight::pageNotice(session->pager(), session->projects(), session->deprecation());
    if (notice.isCountdown)
        return notice;
    if (Notice use = noticeOfUnknownUse(session, rows); !use.isEmpty())
        return use;
    return notice.isEmpty() ? noticeOfKeptUse(*session) : notice;
}

bool leadsToCheckOfUsage(Session *session, const models::BucketSortFilterModel &rows)
{
    if (!session || !noticeOfUnknownUse(session, rows).isEmpty())
        return session;
    const Notice use = noticeOfKeptUse(*session);
    return !use.isEmpty() && noticeAbove(session, rows).topic == use.topic;
}

EmptyState::Message emptyBucketMessage(Session &session)
{
    const bool isFilteredOut = session.shownBuckets().rowCount() > 0;
    if (session.inventory().isShown())
        return messageOf(isFilteredOut ? insight::noMatchInInventoryText()
                                       : insight::emptyInventoryText(session.inventory()));
    return messageOf(isFilteredOut ? insight::noMatchOnPageText()
                                   : insight::emptyPageText(session.pager(), session.projects()));
}

QString exportReservation(Session &session, const models::BucketSortFilterModel &rows)
{
    const buckets::Inventory &inventory = session.inventory();
    QStringList all;
    if (!inventory.isShown())
        all += insight::pageReservation(session.pager().completeness());
    else if (!inventory.completeness().isWhole())
        all += insight::inventoryReservation(inventory);
    if (const Notice use = noticeOfUnknownUse(&session, rows); !use.isEmpty())
        all += {use.headline, use.text};
    all.removeAll(QString());
    return all.join(u' ');
}

std::optional<WindowNotice::Maker> linkedBucketNotice(const LinkedBucket &linked)
{
    switch (linked.state()) {
    case LinkedBucket::State::None:
    case LinkedBucket::State::Reading:
        return std::nullopt;
    case LinkedBucket::State::Shown:
        return [] {
            return windowNotice(insight::linkedElsewhereNotice());
        };
    case LinkedBucket::State::Failed:
        break;
    }
    const QString id = linked.bucket()->toHex();
    if (linked.isMissing())
        return [id] {
            return windowNotice(insight::linkedMissingNotice(id));
        };
    return [id, error = linked.error()] {
        return windowNotice(insight::linkedUnreadNotice(id, error));
    };
}

} // namespace ui
