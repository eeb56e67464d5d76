// SPDX-License-Identifier: Apache-2.0
#include "net/systemproxies.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

constexpr int HttpPort = 80;
constexpr int HttpsPort = 443;
constexpr int CommonSocksPort = 1080;

/// What a variable holds: lower case counts before upper case.
QString variableOf(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    return value.isEmpty() ? environment.value(name.toUpper()).trimmed() : value;
}

/// DefaultProxy if the text names none. Qt speaks no TLS to a proxy: `https://` is taken as
/// `http://`, which fails at the proxy if it is meant, rather than going past it.
QNetworkProxy parseProxy(const QString &text)
{
    const QUrl url(text.contains("://"_L1) ? text : QString("http://"_L1 + text));
    if (!url.isValid() || url.host().isEmpty())
        return {};
    const bool isSocks = url.scheme().startsWith("socks"_L1);
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
            static_cast<quint16>(url.port(isSocks ? CommonSocksPort : HttpPort)),
            url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
}

QNetworkProxy firstProxy(const QProcessEnvironment &environment, const QStringList &names)
{
    for (const QString &name : names) {
        const QNetworkProxy proxy = parseProxy(variableOf(environment, name));
        if (proxy.type() != QNetworkProxy::DefaultProxy)
            return proxy;
    }
    return {};
}

QStringList parseNoProxy(const QString &text)
{
    QStringList patterns;
    const auto parts = text.toLower().split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        QString pattern = part.trimmed();
        if (pattern != "*"_L1 && pattern.startsWith(u'*'))
            pattern.remove(0, 1);
        while (pattern.startsWith(u'.'))
            pattern.remove(0, 1);
        if (!pattern.isEmpty())
            patterns.append(pattern);
    }
    return patterns;
}

bool isInSubnet(const QString &host, const QString &pattern)
{
    const QHostAddress address(host);
    return !address.isNull() && pattern.contains(u'/')
        && address.isInSubnet(QHostAddress::parseSubnet(pattern));
}

/// A host, one of its domains, `host:port`, a subnet, or `*` for everything.
bool matches(const QString &pattern, const QString &host, int port)
{
    if (pattern == "*"_L1 || pattern == host || host.endsWith(u'.' + pattern))
        return true;
    return pattern == host + u':' + QString::number(port) || isInSubnet(host, pattern);
}

} // namespace

SystemProxies::SystemProxies(const QProcessEnvironment &environment)
    : m_forHttp(firstProxy(environment, {u"http_proxy"_s, u"all_proxy"_s})),
      m_forHttps(firstProxy(environment, {u"https_proxy"_s, u"all_proxy"_s, u"http_proxy"_s})),
      m_direct(parseNoProxy(variableOf(environment, u"no_proxy"_s)))
{ }

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (query.queryType() != QNetworkProxyQuery::UrlRequest)
        return {QNetworkProxy::NoProxy};
    const bool isPlain = query.protocolTag() == "http"_L1;
    const QString host = query.peerHostName().toLower();
    const int port = query.url().port(isPlain ? HttpPort : HttpsPort);
    const bool isDirect =
        std::any_of(m_direct.begin(), m_direct.end(),
                    [&host, port](const QString &pattern) { return matches(pattern, host, port); });
    if (isDirect)
        return {QNetworkProxy::NoProxy};
    const QNetworkProxy &named = isPlain ? m_forHttp : m_forHttps;
    return named.type() != QNetworkProxy::DefaultProxy ? QList{named} : systemProxyForQuery(query);
}

void SystemProxies::useForAll()
{
    setApplicationProxyFactory(new SystemProxies(QProcessEnvironment::systemEnvironment()));
}

} // namespace net
