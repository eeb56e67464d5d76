// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/baseurl.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::BaseUrl;

class TestAccountsBaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAndNormalises_data();
    void acceptsAndNormalises();
    void refusesInOneLine_data();
    void refusesInOneLine();
    void knowsAtlasAndGovernment();
};

void TestAccountsBaseUrl::acceptsAndNormalises_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");

    QTest::newRow("Atlas") << u"https://cloud.mongodb.com"_s << u"https://cloud.mongodb.com"_s
                           << u"cloud.mongodb.com"_s;
    QTest::newRow("trailing slash") << u"https://cloud.mongodb.com/"_s
                                    << u"https://cloud.mongodb.com"_s << u"cloud.mongodb.com"_s;
    QTest::newRow("white space and case")
        << u"  HTTPS://Cloud.MongoDB.com \n"_s << u"https://cloud.mongodb.com"_s
        << u"cloud.mongodb.com"_s;
    QTest::newRow("its own port") << u"https://proxy.example:443/"_s << u"https://proxy.example"_s
                                  << u"proxy.example"_s;
    QTest::newRow("another port") << u"https://proxy.example:8443"_s
                                  << u"https://proxy.example:8443"_s << u"proxy.example"_s;
    QTest::newRow("port 80 of https")
        << u"https://proxy.example:80"_s << u"https://proxy.example:80"_s << u"proxy.example"_s;
    QTest::newRow("IDN") << u"https://bücher.de"_s << u"https://xn--bcher-kva.de"_s
                         << u"xn--bcher-kva.de"_s;
    QTest::newRow("IDN in ASCII") << u"https://xn--bcher-kva.de"_s << u"https://xn--bcher-kva.de"_s
                                  << u"xn--bcher-kva.de"_s;
    QTest::newRow("looks like Atlas")
        << u"https://cloud.m\u043Engodb.com"_s << u"https://cloud.xn--mngodb-wqf.com"_s
        << u"cloud.xn--mngodb-wqf.com"_s;
    QTest::newRow("https to an address")
        << u"https://192.0.2.7"_s << u"https://192.0.2.7"_s << u"192.0.2.7"_s;
    QTest::newRow("localhost") << u"http://localhost:8080"_s << u"http://localhost:8080"_s
                               << u"localhost"_s;
    QTest::newRow("localhost, port 80")
        << u"http://localhost:80"_s << u"http://localhost"_s << u"localhost"_s;
    QTest::newRow("LOCALHOST") << u"http://LOCALHOST"_s << u"http://localhost"_s << u"localhost"_s;
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1:9"_s << u"http://127.0.0.1:9"_s
                               << u"127.0.0.1"_s;
    QTest::newRow("127.255.255.255")
        << u"http://127.255.255.255"_s << u"http://127.255.255.255"_s << u"127.255.255.255"_s;
    QTest::newRow("127.1") << u"http://127.1"_s << u"http://127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("::1") << u"http://[::1]:8080/"_s << u"http://[::1]:8080"_s << u"::1"_s;
    QTest::newRow("::1 at length")
        << u"http://[0:0:0:0:0:0:0:1]"_s << u"http://[::1]"_s << u"::1"_s;
}

void TestAccountsBaseUrl::acceptsAndNormalises()
{
    QFETCH(const QString, typed);
    const auto url = BaseUrl::parse(typed);
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error()));
    QTEST(url->toString(), "text");
    QTEST(url->host(), "host");
    QVERIFY(url->url().path().isEmpty());
    const auto again = BaseUrl::parse(url->toString());
    QVERIFY(again && *again == *url);
    const auto encoded = BaseUrl::parse(url->url().toString(QUrl::FullyEncoded));
    QVERIFY(encoded && *encoded == *url);
}

void TestAccountsBaseUrl::refusesInOneLine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");

    const QString example = u"https://"_s;
    const QString scheme = u"Begin the base URL with https://"_s;
    const QString loopback = u"only for localhost"_s;
    const QString zone = u"Remove %25"_s;
    const QString user = u"user name"_s;
    const QString path = u"Remove the path"_s;
    const QString rest = u"? and #"_s;
    QTest::newRow("nothing") << QString() << example;
    QTest::newRow("blanks") << u"  "_s << example;
    QTest::newRow("no scheme") << u"cloud.mongodb.com"_s << scheme;
    QTest::newRow("no scheme, port") << u"localhost:8080"_s << scheme;
    QTest::newRow("no host") << u"https://"_s << example;
    QTest::newRow("no host, path") << u"https:///api"_s << example;
    QTest::newRow("no slashes") << u"https:cloud.mongodb.com"_s << example;
    QTest::newRow("file") << u"file:///etc/passwd"_s << scheme;
    QTest::newRow("ftp") << u"ftp://cloud.mongodb.com"_s << scheme;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << scheme;
    QTest::newRow("space in host") << u"https://cloud mongodb.com"_s << example;
    QTest::newRow("backslash") << u"https://cloud.mongodb.com\\x"_s << example;
    QTest::newRow("port too great") << u"https://cloud.mongodb.com:65536"_s << example;
    QTest::newRow("port 0") << u"https://cloud.mongodb.com:0"_s << u"between 1 and 65535"_s;
    QTest::newRow("http to Atlas") << u"http://cloud.mongodb.com"_s << loopback;
    QTest::newRow("http to a name like loopback") << u"http://127.0.0.1.example"_s << loopback;
    QTest::newRow("http to localhost's domain") << u"http://localhost.example"_s << loopback;
    QTest::newRow("http to 128") << u"http://128.0.0.1"_s << loopback;
    QTest::newRow("http to 127 with a great octet") << u"http://127.0.0.256"_s << loopback;
    QTest::newRow("http to any") << u"http://0.0.0.0"_s << loopback;
    QTest::newRow("http to IPv6") << u"http://[::2]"_s << loopback;
    QTest::newRow("http to mapped IPv4") << u"http://[::ffff:127.0.0.1]"_s << loopback;
    QTest::newRow("zone") << u"https://[fe80::1%25eth0]"_s << zone;
    QTest::newRow("zone in other letters") << u"https://[fe80::1%25eth0\uFFFD]"_s << zone;
    QTest::newRow("zone with a letter written as a number")
        << u"https://[fe80::1%25x%4Ft]"_s << zone;
    QTest::newRow("empty zone") << u"https://[fe80::1%25]"_s << example;
    QTest::newRow("user") << u"https://me@cloud.mongodb.com"_s << user;
    QTest::newRow("empty user") << u"https://@cloud.mongodb.com"_s << user;
    QTest::newRow("password") << u"https://me:pw@cloud.mongodb.com"_s << user;
    QTest::newRow("host as user") << u"https://cloud.mongodb.com@example.org"_s << user;
    QTest::newRow("path") << u"https://cloud.mongodb.com/api/atlas/v2"_s << path;
    QTest::newRow("two slashes") << u"https://cloud.mongodb.com//"_s << path;
    QTest::newRow("query") << u"https://cloud.mongodb.com/?a=b"_s << rest;
    QTest::newRow("empty query") << u"https://cloud.mongodb.com?"_s << rest;
    QTest::newRow("fragment") << u"https://cloud.mongodb.com/#top"_s << rest;
    QTest::newRow("empty fragment") << u"https://cloud.mongodb.com#"_s << rest;
}

void TestAccountsBaseUrl::refusesInOneLine()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, says);
    const auto url = BaseUrl::parse(typed);
    QVERIFY(!url.has_value());
    QVERIFY2(url.error().contains(says), qPrintable(url.error()));
    QVERIFY(!url.error().contains(u'\n'));
}

void TestAccountsBaseUrl::knowsAtlasAndGovernment()
{
    QCOMPARE(BaseUrl::atlas().toString(), u"https://cloud.mongodb.com"_s);
    QCOMPARE(BaseUrl::government().toString(), u"https://cloud.mongodbgov.com"_s);
    QCOMPARE(BaseUrl(), BaseUrl::atlas());
    QVERIFY(BaseUrl::parse(u"https://cloud.mongodb.com:443/"_s)->isAtlas());
    QVERIFY(!BaseUrl::parse(u"https://cloud.mongodb.com:444/"_s)->isAtlas());
    QVERIFY(BaseUrl::parse(u"https://cloud.mongodbgov.com"_s)->isGovernment());
    QVERIFY(!BaseUrl::government().isAtlas());
    QVERIFY(!BaseUrl::atlas().isGovernment());
}

QTEST_GUILESS_MAIN(TestAccountsBaseUrl)
#include "tst_accountsbaseurl.moc"
