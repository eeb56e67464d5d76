// SPDX-License-Identifier: Apache-2.0
#include "ui/bucketmessages.h"

#include "browse/errorhint.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using browse::BucketPager;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::BucketMessages)
};

QString number(int value)
{
    return QLocale().toString(value);
}

/// `403 IP_ADDRESS_NOT_ON_ACCESS_LIST`, or what there is of it.
QString nameOf(const atlas::ApiError &error)
{
    QStringList parts;
    if (error.status > 0)
        parts.append(QString::number(error.status));
    parts.append(error.errorCode.isEmpty() ? error.reason : error.errorCode);
    parts.removeAll(QString());
    return parts.join(u' ');
}

BucketNotice failedNotice(const BucketPager &pager)
{
    const QString readAt = pager.readAt().toLocalTime().toString(u"HH:mm"_s);
    return {true,
            Text::tr("Showing page %1 as read at %2.").arg(number(pager.page().value()), readAt),
            Text::tr("Page %1 could not be read: %2. %3")
                .arg(number(pager.wantedPage().value()), nameOf(pager.error()),
                     browse::hintFor(pager.error())),
            Text::tr("Try again")};
}

BucketNotice missingNotice(const BucketPager &pager)
{
    return {false,
            Text::tr("Page %1 does not exist.").arg(number(pager.missingPage()->value())),
            Text::tr("Showing page %1 instead.").arg(number(pager.page().value())),
            {}};
}

BucketNotice deprecationNotice(const net::Deprecation &deprecation)
{
    const QString headline = Text::tr("This API version is deprecated.");
    if (!deprecation.sunset)
        return {false, headline, Text::tr("Choose a newer one in Settings."), {}};
    const QString day = deprecation.sunset->date().toString(Qt::ISODate);
    return {false,
            headline,
            Text::tr("Atlas stops serving it on %1: choose a newer one in Settings.").arg(day),
            {}};
}

EmptyState::Message noProjectMessage(Session &session)
{
    using State = browse::ProjectListModel::State;
    const browse::ProjectListModel &projects = session.projects();
    switch (projects.state()) {
    case State::Loading:
        return {LineIcon::Project, Text::tr("Loading projects…"), {}, {}};
    case State::Failed:
        return {LineIcon::Failure, Text::tr("The projects could not be read"),
                nameOf(projects.error()) + u". "_s + projects.error().detail + u"\n\n"_s
                    + browse::hintFor(projects.error()),
                Text::tr("Try again")};
    case State::Idle:
    case State::Ready:
        break;
    }
    if (projects.rowCount() == 0) {
        return {LineIcon::Project, Text::tr("No projects"),
                Text::tr("This credential sees no project. Invite it to one in Atlas, then "
                         "refresh."),
                Text::tr("Load projects")};
    }
    return {LineIcon::Project,
            Text::tr("No project chosen"),
            Text::tr("Choose a project on the left to see its export buckets."),
            {}};
}

EmptyState::Message failedMessage(const BucketPager &pager)
{
    return {LineIcon::Failure, Text::tr("The export buckets could not be read"),
            nameOf(pager.error()) + u". "_s + pager.error().detail + u"\n\n"_s
                + browse::hintFor(pager.error()),
            Text::tr("Try again")};
}

} // namespace

BucketNotice bucketNotice(Session &session)
{
    const BucketPager &pager = session.pager();
    if (pager.state() == BucketPager::State::Failed && pager.isShowing())
        return failedNotice(pager);
    if (pager.missingPage() && pager.isShowing())
        return missingNotice(pager);
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
        return {LineIcon::Bucket, Text::tr("Loading export buckets…"), {}, {}};
    case BucketPager::State::Failed:
        return failedMessage(pager);
    case BucketPager::State::Idle:
        return {LineIcon::Bucket, Text::tr("Stopped"),
                Text::tr("Nothing was read. Refresh to read the export buckets of this project."),
                Text::tr("Load export buckets")};
    case BucketPager::State::Ready:
        break;
    }
    return {LineIcon::Bucket,
            Text::tr("No export buckets"),
            Text::tr("No bucket is registered for snapshot exports in this project. Register one "
                     "in Atlas under Backup, then refresh."),
            {}};
}

EmptyState::Message noMatchMessage()
{
    return {LineIcon::Search, Text::tr("Nothing matches the filter"),
            Text::tr("No bucket on this page matches. The filter looks at this page only."),
            Text::tr("Clear filter")};
}

} // namespace ui
