// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/apiversion.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace atlassim {

namespace {

std::optional<QDate> dateAsked(const QByteArray &accept)
{
    static const QRegularExpression versioned(QStringLiteral(
        "(?:^|[,\\s])application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2})\\+json(?=$|[,;\\s])"));
    const auto match = versioned.match(QString::fromLatin1(accept));
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QByteArray httpDate(const QDate &date)
{
    return QLocale::c()
        .toString(date.startOfDay(QTimeZone::utc()),
                  QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

} // namespace

std::optional<ResourceVersion> negotiate(const QByteArray &accept,
                                         const QList<ResourceVersion> &versions)
{
    const auto asked = dateAsked(accept);
    std::optional<ResourceVersion> best;
    for (const auto &version : versions) {
        if (asked && version.date <= *asked)
            best = version;
    }
    return best;
}

HeaderList versionHeaders(const ResourceVersion &version)
{
    const QByteArray date = version.date.toString(Qt::ISODate).toLatin1();
    HeaderList headers{{"Content-Type", "application/vnd.atlas." + date + "+json;charset=utf-8"}};
    if (version.deprecatedOn.isValid())
        headers.emplaceBack("Deprecation", httpDate(version.deprecatedOn));
    if (version.sunset.isValid())
        headers.emplaceBack("Sunset", httpDate(version.sunset));
    return headers;
}

} // namespace atlassim
