// SPDX-License-Identifier: Apache-2.0
// The variables that name proxies, and whom they are for. The first byte chooses the variable that
// the input is the value of; the others name a proxy, so that the system is not asked.
#include "fuzzing.h"
#include "net/systemproxies.h"

#include <QNetworkProxy>
#include <QUrl>

#include <array>

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;

namespace {

const QString &other()
{
    static const QString address = u"other.example:3128"_s;
    return address;
}

QList<QNetworkProxy> proxiesFor(net::SystemProxies &proxies, const char *url)
{
    QList<QNetworkProxy> list =
        proxies.queryProxy(QNetworkProxyQuery(QUrl(QString::fromLatin1(url))));
    require(!list.isEmpty(), "there is an answer");
    return list;
}

void checkProxy(const QNetworkProxy &proxy)
{
    switch (proxy.type()) {
    case QNetworkProxy::NoProxy:
        return;
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::Socks5Proxy:
        require(!proxy.hostName().isEmpty(), "a proxy has a host");
        return;
    default:
        require(false, "a proxy of a kind that is spoken");
    }
}

void checkDirect(const QString &value)
{
    QProcessEnvironment environment;
    environment.insert(u"all_proxy"_s, other());
    environment.insert(u"no_proxy"_s, value + u",cloud.mongodb.com"_s);
    net::SystemProxies proxies(environment);
    const auto first = proxiesFor(proxies, "https://cloud.mongodb.com/api").constFirst();
    require(first.type() == QNetworkProxy::NoProxy, "who is listed is reached without a proxy");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static const std::array names{u"https_proxy"_s, u"http_proxy"_s,  u"all_proxy"_s,
                                  u"no_proxy"_s,    u"HTTPS_PROXY"_s, u"NO_PROXY"_s};
    const fuzzing::Input input(data, size);
    const QString value = QString::fromUtf8(input.view());
    const QString &name = names[std::size_t(input.choice(int(names.size())))];
    QProcessEnvironment environment;
    for (const QString &variable : {u"https_proxy"_s, u"http_proxy"_s, u"all_proxy"_s})
        environment.insert(variable, other());
    environment.remove(name.toLower());
    environment.insert(name, value);
    net::SystemProxies proxies(environment);
    for (const char *url :
         {"https://cloud.mongodb.com/api", "https://192.0.2.1:8443/", "https://[2001:db8::1]/",
          "http://a.b.example:81/", "https://xn--bcher-kva.example/"}) {
        const QList<QNetworkProxy> list = proxiesFor(proxies, url);
        checkProxy(list.constFirst());
        require(proxiesFor(proxies, url) == list, "the same question has the same answer");
    }
    checkDirect(value);
    return 0;
}
