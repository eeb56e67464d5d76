// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/baseurl.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct BaseUrlText
{
    Q_DECLARE_TR_FUNCTIONS(BaseUrl)
};

bool isOctet(const QString &text)
{
    bool isNumber = false;
    const uint value = text.toUInt(&isNumber);
    return isNumber && value <= 255;
}

/// 127.0.0.0/8. QUrl has already rewritten short forms such as 127.1 as four numbers.
bool isLoopbackIpv4(const QString &host)
{
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && parts.first() == "127"_L1
        && std::all_of(parts.begin(), parts.end(), isOctet);
}

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || host == "::1"_L1 || isLoopbackIpv4(host);
}

int defaultPort(const QString &scheme)
{
    return scheme == "https"_L1 ? 443 : 80;
}

std::optional<QString> problemWithScheme(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return std::nullopt;
    if (url.scheme() != "http"_L1)
        return BaseUrlText::tr("Begin the base URL with https://.");
    if (!isThisComputer(url.host()))
        return BaseUrlText::tr("Use https://. Plain http:// is allowed only for localhost, "
                               "127.0.0.1 and [::1].");
    return std::nullopt;
}

std::optional<QString> problemWithRest(const QUrl &url)
{
    if (url.authority().contains(u'@'))
        return BaseUrlText::tr("Remove the user name and password from the base URL.");
    // QUrl does not read each zone as it wrote it, and no server of Atlas's is known by one.
    if (url.host().contains(u'%'))
        return BaseUrlText::tr("Remove %25 and what follows it from the IPv6 address.");
    if (url.port() == 0)
        return BaseUrlText::tr("The port must be between 1 and 65535.");
    if (!url.path().isEmpty() && url.path() != "/"_L1)
        return BaseUrlText::tr("Remove the path from the base URL. Example: "
                               "https://cloud.mongodb.com");
    if (url.hasQuery() || url.hasFragment())
        return BaseUrlText::tr("Remove ? and # from the base URL.");
    return std::nullopt;
}

std::optional<QString> problemWith(const QUrl &url)
{
    if (url.isEmpty() || !url.isValid()
        || (url.host().isEmpty() && url.scheme().startsWith("http"_L1)))
        return BaseUrlText::tr("Enter a base URL such as https://cloud.mongodb.com.");
    if (auto problem = problemWithScheme(url))
        return problem;
    return problemWithRest(url);
}

} // namespace

tl::expected<BaseUrl, QString> BaseUrl::parse(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (auto problem = problemWith(url))
        return tl::unexpected(*problem);
    url.setPath(QString());
    if (url.port() == defaultPort(url.scheme()))
        url.setPort(-1);
    return BaseUrl(url);
}

BaseUrl BaseUrl::atlas()
{
    return {};
}

BaseUrl BaseUrl::government()
{
    return BaseUrl(QUrl(u"https://cloud.mongodbgov.com"_s));
}

QString BaseUrl::toString() const
{
    return m_url.toString(QUrl::FullyEncoded);
}

} // namespace accounts
