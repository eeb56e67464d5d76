// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/page.h"

#include <algorithm>
#include <limits>

namespace atlassim {

namespace {

AtlasError invalidParameter(const QString &name, int lowest, int highest)
{
    const QString rule =
        QStringLiteral("must be an integer from %1 to %2").arg(lowest).arg(highest);
    return {400,
            QStringLiteral("INVALID_QUERY_PARAMETER"),
            QStringLiteral("Invalid query parameter %1 specified.").arg(name),
            {name},
            {{name, rule}}};
}

tl::expected<int, AtlasError> readInteger(const HttpRequest &request, const QString &name,
                                          int fallback, int highest)
{
    if (!request.query.hasQueryItem(name))
        return fallback;
    bool ok = false;
    const int value = request.query.queryItemValue(name).toInt(&ok);
    if (!ok || value < 1 || value > highest)
        return tl::unexpected(invalidParameter(name, 1, highest));
    return value;
}

/// On a host that is not the one asked, as Atlas does it: links are to be read, not followed.
QJsonObject link(const HttpRequest &request, const QString &rel, const PageRequest &page,
                 int pageNum)
{
    const QString includeCount =
        page.includeCount ? QStringLiteral("true") : QStringLiteral("false");
    const QString href =
        QStringLiteral("http://localhost:8080%1?includeCount=%2&pageNum=%3&itemsPerPage=%4")
            .arg(request.path, includeCount)
            .arg(pageNum)
            .arg(page.itemsPerPage);
    return {{QStringLiteral("href"), href}, {QStringLiteral("rel"), rel}};
}

} // namespace

tl::expected<PageRequest, AtlasError> PageRequest::read(const HttpRequest &request)
{
    constexpr int mostItems = 500;
    constexpr int lastPage = std::numeric_limits<int>::max();
    const PageRequest defaults;
    const auto items =
        readInteger(request, QStringLiteral("itemsPerPage"), defaults.itemsPerPage, mostItems);
    if (!items)
        return tl::unexpected(items.error());
    const auto number = readInteger(request, QStringLiteral("pageNum"), defaults.pageNum, lastPage);
    if (!number)
        return tl::unexpected(number.error());
    PageRequest page{*items, *number};
    page.includeCount = request.flag(QStringLiteral("includeCount"), defaults.includeCount);
    return page;
}

qsizetype PageRequest::first(const Listing &listing) const
{
    return std::min(listing.size, qsizetype(pageNum - 1) * itemsPerPage);
}

qsizetype PageRequest::end(const Listing &listing) const
{
    return std::min(listing.size, first(listing) + itemsPerPage);
}

QJsonObject pageJson(const HttpRequest &request, const PageRequest &page, const Listing &listing)
{
    const qsizetype end = page.end(listing);
    QJsonArray results;
    for (qsizetype i = page.first(listing); i < end; ++i)
        results.append(listing.item(i));

    const bool hasNeighbours = page.includeCount || page.uncounted == Uncounted::NextLink;
    QJsonArray links{link(request, QStringLiteral("self"), page, page.pageNum)};
    if (hasNeighbours && page.pageNum > 1)
        links.append(link(request, QStringLiteral("previous"), page, page.pageNum - 1));
    if (hasNeighbours && end < listing.size)
        links.append(link(request, QStringLiteral("next"), page, page.pageNum + 1));

    QJsonObject json{{QStringLiteral("links"), links}, {QStringLiteral("results"), results}};
    if (page.includeCount)
        json.insert(QStringLiteral("totalCount"), listing.size);
    else if (page.uncounted == Uncounted::Zero)
        json.insert(QStringLiteral("totalCount"), 0);
    return json;
}

} // namespace atlassim
