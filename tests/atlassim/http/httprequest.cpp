// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/httprequest.h"

#include <QUrl>

#include <algorithm>

namespace atlassim {

QByteArray HttpRequest::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.cend() ? QByteArray() : found->second;
}

bool HttpRequest::flag(const QString &name, bool fallback) const
{
    if (!query.hasQueryItem(name))
        return fallback;
    return query.queryItemValue(name) == QLatin1String("true");
}

QByteArray normalisedTarget(const QByteArray &target)
{
    return QUrl::fromEncoded(target).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority
                                               | QUrl::RemoveFragment);
}

} // namespace atlassim
