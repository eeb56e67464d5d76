// SPDX-License-Identifier: Apache-2.0
// What variables say of proxies. The first byte chooses the variable; a secret in it must not be
// told.
#include "fuzzing.h"
#include "net/proxy/proxyaddress.h"
#include "net/proxy/systemproxies.h"

#include <QNetworkProxyQuery>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;

namespace {

const auto secret = u"hush"_s;

void checkAddress(const QString &text)
{
    const auto address = net::parseProxyAddress(text);
    if (!address) {
        require(!address.error().isEmpty(), "a reason");
        require(!address.error().contains(u'\n'), "one line");
        require(!address.error().contains(secret), "no part of the address");
        return;
    }
    const QString host = address->proxy.hostName();
    require(!host.isEmpty() && address->proxy.port() != 0, "a place");
    require(!host.contains(u'@') && !host.contains(u'/') && !host.contains(u'#'), "a host");
    require(text.contains(u'@') || address->proxy.user().isEmpty(), "no user of its own");
}

void checkExceptions(const QString &text)
{
    QProcessEnvironment environment;
    environment.insert(u"all_proxy"_s, u"http://p:3128"_s);
    environment.insert(u"no_proxy"_s, text);
    const auto variables = net::readProxyVariables(environment);
    require(variables.has_value(), "any text is fine");
    net::SystemProxies proxies(*variables);
    for (const QUrl &url : {QUrl(u"https://a.example"_s), QUrl(u"https://[2001:db8::7]:8443"_s)})
        require(!proxies.queryProxy(QNetworkProxyQuery(url)).isEmpty(), "a proxy, or none");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    const QString text = QString::fromUtf8(input.view());
    if (input.choice(2) == 0)
        checkAddress(text);
    else
        checkExceptions(text);
    return 0;
}
