// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/systemproxies.h"

#include "net/proxy/proxyaddress.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

struct SystemProxiesText
{
    Q_DECLARE_TR_FUNCTIONS(SystemProxies)
};

constexpr int HttpPort = 80;
constexpr int HttpsPort = 443;

/// A variable's name as it is set: lower case counts before upper case. Empty if neither is.
QString setVariable(const QProcessEnvironment &environment, const QString &name)
{
    for (const QString &spelling : {name, name.toUpper()}) {
        if (!environment.value(spelling).trimmed().isEmpty())
            return spelling;
    }
    return {};
}

/// DefaultProxy if the variable is not set.
tl::expected<QNetworkProxy, QString> readProxy(const QProcessEnvironment &environment,
                                               const QString &name, QStringList &notes)
{
    const QString variable = setVariable(environment, name);
    if (variable.isEmpty())
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    const auto address = parseProxyAddress(environment.value(variable));
    if (!address)
        return tl::unexpected(QString(variable % u": " % address.error()));
    if (address->wantsTls)
        notes.append(
            SystemProxiesText::tr("%1 specifies TLS to the proxy itself. Bucketscope does not "
                                  "support this and connects to the proxy without TLS.")
                .arg(variable));
    return address->proxy;
}

bool isNamed(const QNetworkProxy &proxy)
{
    return proxy.type() != QNetworkProxy::DefaultProxy;
}

QString withoutBrackets(const QString &host)
{
    return host.startsWith(u'[') && host.endsWith(u']') ? host.sliced(1, host.size() - 2) : host;
}

QString withoutFinalDot(const QString &host)
{
    return host.endsWith(u'.') ? host.chopped(1) : host;
}

bool isInSubnet(const QString &host, const QString &subnet)
{
    const QHostAddress address(host);
    return !address.isNull() && subnet.contains(u'/')
        && address.isInSubnet(QHostAddress::parseSubnet(subnet));
}

bool isSamePlace(const QNetworkProxy &left, const QNetworkProxy &right)
{
    return left.hostName() == right.hostName() && left.port() == right.port();
}

} // namespace

tl::expected<ProxyVariables, QString> readProxyVariables(const QProcessEnvironment &environment)
{
    ProxyVariables variables;
    const auto https = readProxy(environment, u"https_proxy"_s, variables.notes);
    if (!https)
        return tl::unexpected(https.error());
    const auto all = readProxy(environment, u"all_proxy"_s, variables.notes);
    if (!all)
        return tl::unexpected(all.error());
    const auto http = readProxy(environment, u"http_proxy"_s, variables.notes);
    if (!http)
        return tl::unexpected(http.error());
    variables.forHttps = isNamed(*https) ? *https : *all;
    variables.forHttp = isNamed(*http) ? *http : *all;
    variables.httpOnly = *http;
    variables.exceptions = environment.value(setVariable(environment, u"no_proxy"_s));
    return variables;
}

SystemProxies::SystemProxies(const ProxyVariables &variables)
    : m_variables(variables), m_exceptions(parseExceptions(variables.exceptions))
{ }

QList<SystemProxies::Exception> SystemProxies::parseExceptions(const QString &text)
{
    // The usual case, which needs no expressions before the first paint.
    if (text.isEmpty())
        return {};
    static const QRegularExpression separators(u"[,\\s]+"_s);
    static const QRegularExpression hostAndPort(u"\\A(\\[[^\\]]*\\]|[^:]*):(\\d+)\\z"_s);
    QList<Exception> exceptions;
    const auto parts = text.toLower().split(separators, Qt::SkipEmptyParts);
    for (QString part : parts) {
        if (part.startsWith("*."_L1))
            part.remove(0, 1);
        while (part.startsWith(u'.'))
            part.remove(0, 1);
        const auto withPort = hostAndPort.match(part);
        const QString host = withPort.hasMatch() ? withPort.captured(1) : part;
        const Exception exception{withoutFinalDot(withoutBrackets(host)),
                                  withPort.captured(2).toInt()};
        if (!exception.host.isEmpty())
            exceptions.append(exception);
    }
    return exceptions;
}

/// A host stands for its domains, too.
bool SystemProxies::matches(const Exception &exception, const QString &host, int port)
{
    if (exception.port != 0 && exception.port != port)
        return false;
    return exception.host == "*"_L1 || exception.host == host
        || host.endsWith(u'.' + exception.host) || isInSubnet(host, exception.host);
}

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (query.queryType() != QNetworkProxyQuery::UrlRequest)
        return {QNetworkProxy::NoProxy};
    const bool isPlain = query.protocolTag() == "http"_L1;
    const QString host = withoutFinalDot(query.peerHostName().toLower());
    const int port = query.url().port(isPlain ? HttpPort : HttpsPort);
    const bool isDirect = std::any_of(
        m_exceptions.begin(), m_exceptions.end(),
        [&host, port](const Exception &exception) { return matches(exception, host, port); });
    if (isDirect)
        return {QNetworkProxy::NoProxy};
    const QNetworkProxy &named = isPlain ? m_variables.forHttp : m_variables.forHttps;
    return isNamed(named) ? QList{named} : systemProxies(query);
}

/// Qt and libproxy read `http_proxy` themselves, for https as well: what comes back is then that.
QList<QNetworkProxy> SystemProxies::systemProxies(const QNetworkProxyQuery &query) const
{
    QList<QNetworkProxy> proxies = systemProxyForQuery(query);
    if (isNamed(m_variables.httpOnly))
        proxies.removeIf([this](const QNetworkProxy &proxy) {
            return isSamePlace(proxy, m_variables.httpOnly);
        });
    return proxies.isEmpty() ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : proxies;
}

void SystemProxies::useForAll(const ProxyVariables &variables)
{
    setApplicationProxyFactory(new SystemProxies(variables));
}

} // namespace net
