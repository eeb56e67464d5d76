// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/usagenotices.h"

#include "base/texts/agetext.h"
#include "buckets/rows/bucketrows.h"
#include "buckets/usage/bucketsinuse.h"
#include "buckets/usage/unknownuse.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

struct UsageNoticesText
{
    Q_DECLARE_TR_FUNCTIONS(insight::UsageNotices)
};

/// A look at the clusters helps only where they have not been looked at.
Notice unknownExportsNotice(const buckets::UnknownUse &unknown, bool isUseUnknown,
                            bool isBeingChecked)
{
    return {false,
            UsageNoticesText::tr("Exports to %Ln bucket(s) are unknown.", nullptr, unknown.buckets),
            UsageNoticesText::tr("The filter hides them."),
            isUseUnknown && !isBeingChecked ? UsageNoticesText::tr("Check usage") : QString(),
            false,
            {},
            u"unknown exports"_s};
}

} // namespace

Notice unknownUseNotice(const AskedUse &asked, bool isBeingChecked)
{
    if (!asked.asksForUse)
        return {};
    const buckets::UnknownUse unknown = buckets::unknownUseIn(asked.rows, asked.use);
    if (asked.asksForExports) {
        const auto exports = buckets::unknownExportsIn(asked.rows, asked.use);
        if (exports.buckets > 0)
            return unknownExportsNotice(exports, !unknown.projects.isEmpty(), isBeingChecked);
    }
    if (unknown.buckets == 0)
        return {};
    return {false,
            UsageNoticesText::tr("Usage of %Ln bucket(s) is unknown.", nullptr, unknown.buckets),
            UsageNoticesText::tr("The filter hides them."),
            isBeingChecked ? QString() : UsageNoticesText::tr("Check usage"),
            false,
            {},
            u"unknown use"_s};
}

Notice keptUseNotice(const buckets::BucketsInUse &use, bool isBeingChecked)
{
    const QList<atlas::ProjectId> projects = use.keptProjects();
    if (projects.isEmpty())
        return {};
    const QDateTime at = use.usageOf(projects.constFirst())->keptAt();
    //: %1 is “3 hours ago”
    return {false,
            UsageNoticesText::tr("Used by and Last export are from %1.")
                .arg(base::agoText(at, QDateTime::currentDateTimeUtc())),
            {},
            isBeingChecked ? QString() : UsageNoticesText::tr("Check usage"),
            false,
            {},
            u"kept use"_s};
}

} // namespace insight
