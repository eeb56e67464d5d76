// SPDX-License-Identifier: Apache-2.0
#include "headless/scope.h"

#include "atlas/errors/httpstatus.h"
#include "base/texts/showntext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "insight/advice/nextstep.h"
#include "insight/health/unread.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace headless {

namespace {

using Unread = share::ExportScope::Unread;

struct ScopeText
{
    Q_DECLARE_TR_FUNCTIONS(headless::Unread)
};

/// Nobody reads more of them in a mail.
constexpr qsizetype MostLines = 20;

QString reasonIn(const atlas::ApiError &error)
{
    const QString name = insight::errorName(error);
    return name.isEmpty() ? insight::errorReason(error) : name;
}

QString lineOn(const Unread &unread)
{
    const QString project = unread.project.name.isEmpty() ? unread.project.id.toHex()
                                                          : base::shownText(unread.project.name);
    const QString cluster = unread.cluster ? unread.cluster->toString() : QString();
    const QString reason = reasonIn(unread.error);
    if (unread.what == insight::part::Clusters)
        return ScopeText::tr("%1: the clusters could not be loaded: %2").arg(project, reason);
    if (unread.what == insight::part::Schedule)
        return ScopeText::tr("%1: the backup schedule of %3 could not be loaded: %2")
            .arg(project, reason, cluster);
    if (unread.what == insight::part::Jobs)
        return ScopeText::tr("%1: the export jobs of %3 could not be loaded: %2")
            .arg(project, reason, cluster);
    if (unread.what == insight::part::Roles)
        return ScopeText::tr("%1: the roles could not be loaded: %2").arg(project, reason);
    if (unread.what == insight::part::Alerts)
        return ScopeText::tr("%1: the alert settings could not be loaded: %2").arg(project, reason);
    return ScopeText::tr("%1: the export buckets could not be loaded: %2").arg(project, reason);
}

/// Whether it is for the window's settings to correct the credential.
bool wantsOtherCredential(const atlas::ApiError &error)
{
    using Kind = atlas::ApiError::Kind;
    return (error.kind == Kind::SignIn || error.kind == Kind::Refused
            || error.status == atlas::httpstatus::Unauthorized)
        && insight::nextStepsFor(error).steps.constFirst() == insight::NextStep::OpenSettings;
}

QString hintFor(const atlas::ApiError &error)
{
    if (wantsOtherCredential(error))
        return ScopeText::tr("Check the credential, whether its secret has expired, and the base "
                             "URL.");
    return insight::hintFor(error);
}

} // namespace

share::ExportScope scopeOf(const Account &account)
{
    share::ExportScope scope;
    scope.generatedAt = QDateTime::currentDateTimeUtc();
    scope.baseUrl = account.profile().baseUrl.url();
    for (int row = 0; row < account.projects.rowCount(); ++row)
        scope.projects.append(account.projects.projectAt(row));
    return scope;
}

Unread unreadBecause(const atlas::Project &project, buckets::Completeness completeness,
                     QLatin1StringView what)
{
    Unread unread;
    unread.project = project;
    unread.what = what;
    atlas::word(unread.error, {}, insight::reasonOf(completeness));
    return unread;
}

QStringList linesOn(const QList<Unread> &unread)
{
    QStringList lines;
    const qsizetype shown = std::min(unread.size(), MostLines);
    for (const Unread &one : unread.first(shown))
        lines.append(lineOn(one));
    if (unread.size() > shown)
        lines.append(ScopeText::tr("%Ln more could not be loaded.", nullptr,
                                   static_cast<int>(unread.size() - shown)));
    return lines;
}

QStringList linesOn(const atlas::ApiError &error)
{
    QStringList said{insight::errorName(error), insight::errorReason(error)};
    said.removeAll(QString());
    said.removeDuplicates();
    QStringList lines{said.join(u": "_s), hintFor(error)};
    lines.removeAll(QString());
    return lines;
}

} // namespace headless
