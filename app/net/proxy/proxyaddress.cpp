// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxyaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

struct ProxyAddressText
{
    Q_DECLARE_TR_FUNCTIONS(ProxyAddress)
};

constexpr quint16 HttpProxyPort = 80;
constexpr quint16 SocksPort = 1080;

struct Scheme
{
    QLatin1String name;
    QNetworkProxy::ProxyType type = {};
    quint16 port = {};
};

constexpr std::array schemes{
    Scheme{QLatin1String("http"), QNetworkProxy::HttpProxy, HttpProxyPort},
    Scheme{QLatin1String("https"), QNetworkProxy::HttpProxy, HttpProxyPort},
    Scheme{QLatin1String("socks5"), QNetworkProxy::Socks5Proxy, SocksPort},
    Scheme{QLatin1String("socks5h"), QNetworkProxy::Socks5Proxy, SocksPort},
    Scheme{QLatin1String("socks"), QNetworkProxy::Socks5Proxy, SocksPort},
};

/// The parts of an address, as they stand there.
struct Parts
{
    QString scheme = u"http"_s;
    QString user;
    QString password;
    QString host;
    QString port;
};

QString malformed()
{
    return ProxyAddressText::tr(
        "Not a valid proxy address. Use an address such as http://proxy:3128. In a user name or "
        "password, write @ as %40, # as %23, ? as %3F, / as %2F.");
}

tl::unexpected<QString> isMalformed()
{
    return tl::unexpected(malformed());
}

/// Takes the scheme off.
QString takeScheme(const QString &address, Parts &parts)
{
    static const QRegularExpression scheme(u"\\A([A-Za-z][A-Za-z0-9+.-]*)://"_s);
    const auto found = scheme.match(address);
    if (!found.hasMatch())
        return address;
    parts.scheme = found.captured(1).toLower();
    return address.sliced(found.capturedLength());
}

/// Takes user name and password off; nothing if they hold what ends them.
std::optional<QString> takeUser(const QString &rest, Parts &parts)
{
    const qsizetype at = rest.lastIndexOf(u'@');
    if (at < 0)
        return rest;
    const QString user = rest.first(at);
    if (std::any_of(user.begin(), user.end(),
                    [](QChar c) { return u"@#?/"_s.contains(c) || c.isSpace(); }))
        return std::nullopt;
    const qsizetype colon = user.indexOf(u':');
    parts.user = colon < 0 ? user : user.first(colon);
    parts.password = colon < 0 ? QString() : user.sliced(colon + 1);
    return rest.sliced(at + 1);
}

/// Takes host and port, of which nothing but a slash is left.
bool takeHost(const QString &rest, Parts &parts)
{
    static const QRegularExpression place(
        u"\\A(\\[[^\\[\\]@#?/\\s]+\\]|[^\\[\\]@#?/:\\s]+)(?::([^@#?/:\\s]*))?/?\\z"_s);
    const auto found = place.match(rest);
    parts.host = found.captured(1);
    parts.port = found.captured(2);
    return found.hasMatch();
}

/// As names are looked up: in lower case, in ASCII. Nothing if it can be no host.
std::optional<QString> hostName(const QString &host)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host, QUrl::StrictMode);
    const QString name = url.host(QUrl::FullyEncoded);
    if (!url.isValid() || name.isEmpty() || name.contains(u'%'))
        return std::nullopt;
    return name;
}

/// Qt sends the Latin-1 bytes of a user name and a password; these are their bytes in UTF-8.
QString asSent(QString text)
{
    static const QRegularExpression loosePercent(u"%(?![0-9A-Fa-f]{2})"_s);
    text.replace(loosePercent, u"%25"_s);
    return QString::fromLatin1(QByteArray::fromPercentEncoding(text.toUtf8()));
}

} // namespace

tl::expected<ProxyAddress, QString> parseProxyAddress(const QString &address)
{
    Parts parts;
    const auto place = takeUser(takeScheme(address.trimmed(), parts), parts);
    if (!place || !takeHost(*place, parts))
        return isMalformed();
    const auto scheme = std::find_if(schemes.begin(), schemes.end(), [&parts](const Scheme &known) {
        return known.name == parts.scheme;
    });
    if (scheme == schemes.end())
        return tl::unexpected(ProxyAddressText::tr(
            "Begin the proxy address with http://, https://, socks5:// or socks5h://."));
    const auto host = hostName(parts.host);
    if (!host)
        return isMalformed();
    bool isNumber = true;
    const uint port = parts.port.isEmpty() ? scheme->port : parts.port.toUInt(&isNumber);
    if (!isNumber || port < 1 || port > 65'535)
        return tl::unexpected(ProxyAddressText::tr("The proxy port must be between 1 and 65535."));
    return ProxyAddress{{scheme->type, *host, static_cast<quint16>(port), asSent(parts.user),
                         asSent(parts.password)},
                        scheme->name == "https"_L1};
}

} // namespace net
