// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxyaddress.h"
#include "net/proxy/systemproxies.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Type = QNetworkProxy::ProxyType;

/// Proxies as variables name them: read whole, or not at all, and never told.
class ProxyAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void sendsUtf8_data();
    void sendsUtf8();
    void namesTheVariable_data();
    void namesTheVariable();
    void saysThatTlsIsNotSpoken();
};

void ProxyAddressTest::readsAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    const auto row = [](const char *address, Type type, const char *host, int port) {
        QTest::newRow(address) << QString::fromUtf8(address) << type << QString::fromUtf8(host)
                               << port;
    };
    row("p", QNetworkProxy::HttpProxy, "p", 80);
    row("p:3128", QNetworkProxy::HttpProxy, "p", 3128);
    row("http://p:3128", QNetworkProxy::HttpProxy, "p", 3128);
    row(" HTTP://P.Example:3128/ ", QNetworkProxy::HttpProxy, "p.example", 3128);
    row("https://p:3128", QNetworkProxy::HttpProxy, "p", 3128);
    row("socks5://p", QNetworkProxy::Socks5Proxy, "p", 1080);
    row("socks5h://p:99", QNetworkProxy::Socks5Proxy, "p", 99);
    row("socks://p", QNetworkProxy::Socks5Proxy, "p", 1080);
    row("http://[2001:db8::1]:3128", QNetworkProxy::HttpProxy, "2001:db8::1", 3128);
    row("[::1]", QNetworkProxy::HttpProxy, "::1", 80);
    row("http://p:65535", QNetworkProxy::HttpProxy, "p", 65535);
    row("http://bücher.example", QNetworkProxy::HttpProxy, "xn--bcher-kva.example", 80);
    row("http://a_b:3128", QNetworkProxy::HttpProxy, "a_b", 3128);
    row("user:secret@p:3128", QNetworkProxy::HttpProxy, "p", 3128);
    row("http://user@p", QNetworkProxy::HttpProxy, "p", 80);
}

void ProxyAddressTest::readsAddresses()
{
    QFETCH(const QString, address);
    const auto read = net::parseProxyAddress(address);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QTEST(read->proxy.type(), "type");
    QTEST(read->proxy.hostName(), "host");
    QTEST(int(read->proxy.port()), "port");
}

void ProxyAddressTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("says");
    const QString escapes = u"write @ as %40, # as %23, ? as %3F, / as %2F"_s;
    const auto row = [](const char *address, const QString &says) {
        QTest::newRow(address) << QString::fromUtf8(address) << says;
    };
    row("http://user:p@ss@p:3128", escapes);
    row("http://user:hush#w?rd@p:3128", escapes);
    row("http://user:p@ss#w?rd@p:3128", escapes);
    row("http://user:hush#@p:3128", escapes);
    row("http://user:hush?@p:3128", escapes);
    row("http://user:hush/@p:3128", escapes);
    row("us@er:hush@p", escapes);
    row("http://user:hu sh@p", escapes);
    row("http://", escapes);
    row("http:///path", escapes);
    row("http://user:hush@", escapes);
    row("http://user:hush@:3128", escapes);
    row("http://[::1", escapes);
    row("http://::1]:3128", escapes);
    row("http://[hush]:3128", escapes);
    row("http://2001:db8::1", escapes);
    row("http://p:3128/path", escapes);
    row("http://p:3128#part", escapes);
    row("http://p q:3128", escapes);
    row("http://p%", escapes);
    row("ftp://p:3128", u"http://, https://, socks5:// or socks5h://"_s);
    row("socks4://p", u"socks5"_s);
    row("socks4a://p", u"socks5"_s);
    row("file:///etc/passwd", escapes);
    row("http://p:99999", u"between 1 and 65535"_s);
    row("http://p:65536", u"between 1 and 65535"_s);
    row("http://p:0", u"between 1 and 65535"_s);
    row("http://p:-1", u"between 1 and 65535"_s);
    row("user:hush", u"between 1 and 65535"_s);
    row("http://p:99999999999999999999", u"between 1 and 65535"_s);
}

void ProxyAddressTest::refusesAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const QString, says);
    const auto read = net::parseProxyAddress(address);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().contains(says), qPrintable(read.error()));
    QVERIFY(!read.error().contains("hush"_L1));
    QVERIFY(!read.error().contains(u'\n'));
}

void ProxyAddressTest::sendsUtf8_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << u"p"_s << QByteArray("p");
    QTest::newRow("escaped") << u"p%40ss%3A%23"_s << QByteArray("p@ss:#");
    QTest::newRow("umlaut") << u"ü"_s << QByteArray("\xc3\xbc");
    QTest::newRow("escaped umlaut") << u"%C3%BC"_s << QByteArray("\xc3\xbc");
    QTest::newRow("Hangul") << u"비밀"_s << QByteArray("\xeb\xb9\x84\xeb\xb0\x80");
    QTest::newRow("a percent sign of its own") << u"50%off"_s << QByteArray("50%off");
    QTest::newRow("colons") << u"a:b:c"_s << QByteArray("a:b:c");
}

/// Qt sends Latin-1.
void ProxyAddressTest::sendsUtf8()
{
    QFETCH(const QString, password);
    const auto read = net::parseProxyAddress("http://me:"_L1 + password + "@p"_L1);
    QVERIFY(read.has_value());
    QCOMPARE(read->proxy.user(), u"me"_s);
    QTEST(read->proxy.password().toLatin1(), "bytes");
}

void ProxyAddressTest::namesTheVariable_data()
{
    QTest::addColumn<QString>("variable");
    for (const char *name :
         {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy", "HTTP_PROXY"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ProxyAddressTest::namesTheVariable()
{
    QFETCH(const QString, variable);
    QProcessEnvironment environment;
    environment.insert(variable, u"http://user:hu#sh@p:3128"_s);
    const auto variables = net::readProxyVariables(environment);
    QVERIFY(!variables.has_value());
    QVERIFY2(variables.error().startsWith(variable + u": "), qPrintable(variables.error()));
    QVERIFY(!variables.error().contains("hu#sh"_L1));
}

void ProxyAddressTest::saysThatTlsIsNotSpoken()
{
    QProcessEnvironment environment;
    environment.insert(u"https_proxy"_s, u"https://p:3128"_s);
    const auto variables = net::readProxyVariables(environment);
    QVERIFY(variables.has_value());
    QCOMPARE(variables->notes.size(), 1);
    QVERIFY(variables->notes[0].startsWith("https_proxy specifies TLS"_L1));
}

QTEST_GUILESS_MAIN(ProxyAddressTest)
#include "tst_proxyaddress.moc"
