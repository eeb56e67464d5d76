// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/seenrequest.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace atlassim {

namespace {

QString nameOf(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::None:
        return QStringLiteral("none");
    case AuthScheme::Digest:
        return QStringLiteral("digest");
    case AuthScheme::Bearer:
        return QStringLiteral("bearer");
    case AuthScheme::Basic:
        return QStringLiteral("basic");
    case AuthScheme::Other:
        return QStringLiteral("other");
    }
    return {};
}

} // namespace

SeenRequest SeenRequest::of(const HttpRequest &request)
{
    SeenRequest seen;
    seen.method = request.method;
    seen.path = request.path;
    seen.queryItems = request.query.queryItems(QUrl::FullyDecoded);
    seen.accept = request.header("Accept");
    seen.scheme = schemeOf(request);
    return seen;
}

QString SeenRequest::queryItem(const QString &name) const
{
    const auto found = std::find_if(queryItems.cbegin(), queryItems.cend(),
                                    [&](const auto &item) { return item.first == name; });
    return found == queryItems.cend() ? QString() : found->second;
}

QJsonObject SeenRequest::toJson() const
{
    QJsonArray items;
    for (const auto &[name, value] : queryItems)
        items.append(QJsonArray{name, value});
    return {{QStringLiteral("method"), QString::fromLatin1(method)},
            {QStringLiteral("path"), path},
            {QStringLiteral("queryItems"), items},
            {QStringLiteral("accept"), QString::fromLatin1(accept)},
            {QStringLiteral("scheme"), nameOf(scheme)},
            {QStringLiteral("authorised"), authorised},
            {QStringLiteral("status"), status}};
}

AuthScheme schemeOf(const HttpRequest &request)
{
    const QByteArray authorization = request.header("Authorization").toLower();
    if (authorization.isEmpty())
        return AuthScheme::None;
    if (authorization.startsWith("digest "))
        return AuthScheme::Digest;
    if (authorization.startsWith("bearer "))
        return AuthScheme::Bearer;
    if (authorization.startsWith("basic "))
        return AuthScheme::Basic;
    return AuthScheme::Other;
}

} // namespace atlassim
