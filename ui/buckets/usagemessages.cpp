// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/usagemessages.h"

#include "base/texts/agetext.h"
#include "buckets/usage/unknownuse.h"
#include "models/bucketsortfiltermodel.h"
#include "session/session.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct UsageMessagesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::UsageMessages)
};

} // namespace

namespace {

/// A look at the clusters helps only where they have not been looked at.
BucketNotice unknownExportsNotice(Session &session, const buckets::UnknownUse &unknown)
{
    const models::BucketTableModel &table = session.shownTable();
    const bool isUseUnknown =
        !buckets::unknownUseIn(table.store().rows(), table.use()).projects.isEmpty();
    return {
        false,
        UsageMessagesText::tr("Exports to %Ln bucket(s) are unknown.", nullptr, unknown.buckets),
        UsageMessagesText::tr("The filter hides them."),
        isUseUnknown && !session.isCheckingUsage() ? UsageMessagesText::tr("Check usage")
                                                   : QString(),
        false,
        {},
        u"unknown exports"_s};
}

} // namespace

BucketNotice unknownUseNotice(Session *session, const models::BucketSortFilterModel &rows)
{
    if (!session || !rows.asksForUse())
        return {};
    const models::BucketTableModel &table = session->shownTable();
    const buckets::UnknownUse unknown = buckets::unknownUseIn(table.store().rows(), table.use());
    if (rows.asksForExports()) {
        const auto exports = buckets::unknownExportsIn(table.store().rows(), table.use());
        if (exports.buckets > 0)
            return unknownExportsNotice(*session, exports);
    }
    if (unknown.buckets == 0)
        return {};
    return {false,
            UsageMessagesText::tr("Usage of %Ln bucket(s) is unknown.", nullptr, unknown.buckets),
            UsageMessagesText::tr("The filter hides them."),
            session->isCheckingUsage() ? QString() : UsageMessagesText::tr("Check usage"),
            false,
            {},
            u"unknown use"_s};
}

BucketNotice keptUseNotice(Session &session)
{
    const buckets::Inventory &inventory = session.inventory();
    const bool areRowsKept =
        inventory.isShown() ? inventory.keptAt().isValid() : session.pager().isKept();
    const buckets::BucketsInUse &use = session.shownTable().use();
    const QList<atlas::ProjectId> projects = use.keptProjects();
    if (areRowsKept || projects.isEmpty() || session.shownBuckets().rowCount() == 0)
        return {};
    const QDateTime at = use.usageOf(projects.constFirst())->keptAt();
    //: %1 is “3 hours ago”
    return {false,
            UsageMessagesText::tr("Used by and Last export are from %1.")
                .arg(base::agoText(at, QDateTime::currentDateTimeUtc())),
            {},
            session.isCheckingUsage() ? QString() : UsageMessagesText::tr("Check usage"),
            false,
            {},
            u"kept use"_s};
}

} // namespace ui
