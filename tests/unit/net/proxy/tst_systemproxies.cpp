// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/systemproxies.h"

#include <QMap>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using Variables = QMap<QString, QString>;

class SystemProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheEnvironment_data();
    void readsTheEnvironment();
    void makesExceptions_data();
    void makesExceptions();
    void takesUserNameAndPassword();
    void takesNoProxyForHttpFromTheSystem();
    void leavesOtherConnectionsAlone();

private:
    /// `http://host:port`, `socks5://host:port`, or `direct`.
    static QString proxyFor(const Variables &variables, const QString &url);
};

namespace {

QNetworkProxy ask(const Variables &variables, const QNetworkProxyQuery &query)
{
    QProcessEnvironment environment;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    const auto read = net::readProxyVariables(environment);
    if (!read)
        qFatal("%s", qPrintable(read.error()));
    return net::SystemProxies(*read).queryProxy(query).constFirst();
}

} // namespace

QString SystemProxiesTest::proxyFor(const Variables &variables, const QString &url)
{
    const QNetworkProxy proxy = ask(variables, QNetworkProxyQuery(QUrl(url)));
    const QString address = proxy.hostName() + u':' + QString::number(proxy.port());
    switch (proxy.type()) {
    case QNetworkProxy::HttpProxy:
        return u"http://"_s + address;
    case QNetworkProxy::Socks5Proxy:
        return u"socks5://"_s + address;
    default:
        return u"direct"_s;
    }
}

void SystemProxiesTest::readsTheEnvironment_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("proxy");
    const auto row = [](const char *name, const Variables &variables, const QString &proxy) {
        QTest::newRow(name) << variables << proxy;
    };
    row("https_proxy", {{u"https_proxy"_s, u"http://p:3128"_s}}, u"http://p:3128"_s);
    row("a slash after it", {{u"https_proxy"_s, u"http://p:3128/"_s}}, u"http://p:3128"_s);
    row("upper case", {{u"HTTPS_PROXY"_s, u"http://p:3128"_s}}, u"http://p:3128"_s);
    row("lower case first", {{u"HTTPS_PROXY"_s, u"http://q:1"_s}, {u"https_proxy"_s, u"p:2"_s}},
        u"http://p:2"_s);
    row("no scheme", {{u"https_proxy"_s, u"p:3128"_s}}, u"http://p:3128"_s);
    row("no port", {{u"https_proxy"_s, u"http://p"_s}}, u"http://p:80"_s);
    row("https is taken as http", {{u"https_proxy"_s, u"https://p:3128"_s}}, u"http://p:3128"_s);
    row("IPv6", {{u"https_proxy"_s, u"http://[2001:db8::1]:3128"_s}}, u"http://2001:db8::1:3128"_s);
    row("SOCKS", {{u"https_proxy"_s, u"socks5h://p"_s}}, u"socks5://p:1080"_s);
    row("all_proxy", {{u"ALL_PROXY"_s, u"socks5://p:99"_s}}, u"socks5://p:99"_s);
    row("https_proxy before all_proxy",
        {{u"all_proxy"_s, u"http://q:1"_s}, {u"https_proxy"_s, u"http://p:2"_s}}, u"http://p:2"_s);
    row("http_proxy is for http", {{u"http_proxy"_s, u"http://p:1"_s}}, u"direct"_s);
    row("http_proxy beside all_proxy",
        {{u"http_proxy"_s, u"http://q:1"_s}, {u"all_proxy"_s, u"http://p:1"_s}}, u"http://p:1"_s);
    row("empty counts as absent", {{u"https_proxy"_s, u" "_s}, {u"all_proxy"_s, u"p:1"_s}},
        u"http://p:1"_s);
}

void SystemProxiesTest::readsTheEnvironment()
{
    QFETCH(const Variables, variables);
    QTEST(proxyFor(variables, u"https://cloud.mongodb.com/api/atlas/v2/groups"_s), "proxy");
}

void SystemProxiesTest::makesExceptions_data()
{
    QTest::addColumn<QString>("exceptions");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isDirect");
    const auto row = [](const char *exceptions, const char *url, bool isDirect) {
        QTest::addRow("%s: %s", exceptions, url)
            << QString::fromLatin1(exceptions) << QString::fromLatin1(url) << isDirect;
    };
    row("", "https://a.example", false);
    row("*", "https://a.example", true);
    row("a.example", "https://a.example", true);
    row("A.Example", "https://a.EXAMPLE", true);
    row("b.example, a.example", "https://a.example", true);
    row("example", "https://a.example", true);
    row(".example", "https://a.example", true);
    row("*.example", "https://a.example", true);
    row("ample", "https://a.example", false);
    row("b.a.example", "https://a.example", false);
    row("a.example:443", "https://a.example", true);
    row("a.example:8443", "https://a.example", false);
    row("a.example:8443", "https://a.example:8443", true);
    row("a.example:80", "http://a.example", true);
    row("10.1.2.3", "https://10.1.2.3", true);
    row("10.0.0.0/8", "https://10.1.2.3", true);
    row("10.0.0.0/8", "https://11.1.2.3", false);
    row("10.0.0.0/8", "https://a.example", false);
    row("2001:db8::/32", "https://[2001:db8::7]", true);
    row("nonsense/99", "https://10.1.2.3", false);
    row(", ,.", "https://a.example", false);
    row("example:8443", "https://a.example:8443", true);
    row("example:8443", "https://a.example", false);
    row(".example:443", "https://a.example", true);
    row("a.example.", "https://a.example", true);
    row("example.", "https://a.example", true);
    row("a.example", "https://a.example.", true);
    row("example.:443", "https://a.example", true);
    row("b.example a.example", "https://a.example", true);
    row("b.example\ta.example", "https://a.example", true);
    row("b.example;a.example", "https://a.example", false);
    row("*:8443", "https://a.example:8443", true);
    row("*:8443", "https://a.example", false);
    row("[2001:db8::7]", "https://[2001:db8::7]", true);
    row("[2001:db8::7]:443", "https://[2001:db8::7]", true);
    row("[2001:db8::7]:8443", "https://[2001:db8::7]", false);
    row("2001:db8::7", "https://[2001:db8::7]", true);
}

void SystemProxiesTest::makesExceptions()
{
    QFETCH(const QString, exceptions);
    QFETCH(const QString, url);
    QFETCH(const bool, isDirect);
    for (const QString &name : {u"no_proxy"_s, u"NO_PROXY"_s}) {
        const Variables variables{{u"all_proxy"_s, u"http://p:1"_s}, {name, exceptions}};
        QCOMPARE(proxyFor(variables, url), isDirect ? u"direct"_s : u"http://p:1"_s);
    }
}

void SystemProxiesTest::takesUserNameAndPassword()
{
    const QNetworkProxy proxy = ask({{u"https_proxy"_s, u"http://me:p%40ss%3A@p:3128"_s}},
                                    QNetworkProxyQuery(QUrl(u"https://a.example"_s)));
    QCOMPARE(proxy.hostName(), u"p"_s);
    QCOMPARE(proxy.user(), u"me"_s);
    QCOMPARE(proxy.password(), u"p@ss:"_s);
}

/// Qt reads `http_proxy` of this process by itself, and takes it for https.
void SystemProxiesTest::takesNoProxyForHttpFromTheSystem()
{
    qputenv("http_proxy", "http://p:3128");
    const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
    QCOMPARE(proxyFor({{u"http_proxy"_s, u"http://p:3128"_s}}, u"https://a.example"_s),
             u"direct"_s);
    QCOMPARE(proxyFor({{u"http_proxy"_s, u"http://p:3128"_s}}, u"http://a.example"_s),
             u"http://p:3128"_s);
}

void SystemProxiesTest::leavesOtherConnectionsAlone()
{
    const QNetworkProxy proxy =
        ask({{u"all_proxy"_s, u"http://p:1"_s}}, QNetworkProxyQuery(quint16(80)));
    QCOMPARE(proxy.type(), QNetworkProxy::NoProxy);
}

QTEST_GUILESS_MAIN(SystemProxiesTest)
#include "tst_systemproxies.moc"
