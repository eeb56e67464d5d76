// SPDX-License-Identifier: Apache-2.0
#include "net/wire/trustedcertificates.h"
#include "tests/integration/servers/certificatemaker.h"
#include "tests/integration/servers/httpdfixture.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/testaccount.h"

#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using testsupport::HttpdFixture;
using testsupport::ProjectCalls;

namespace {

enum class Way { Http, Tls, TlsWithHttp2 };

int countOf(const QList<HttpdFixture::Seen> &seen, int status)
{
    return static_cast<int>(std::count_if(
        seen.begin(), seen.end(), [status](const auto &one) { return one.status == status; }));
}

} // namespace

Q_DECLARE_METATYPE(Way)

/// API keys against Apache httpd and its mod_auth_digest, which owe nothing to us.
class ApacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void signsIn_data();
    void signsIn();
    void believesAWrongKeyAtOnce_data() { addWays(); }
    void believesAWrongKeyAtOnce();
    void asksOnceForAllOfABurst_data() { addWays(); }
    void asksOnceForAllOfABurst();
    void renewsAnExpiredNonce_data() { addWays(); }
    void renewsAnExpiredNonce();
    void speaksHttp1WhereHttp2IsOffered();

private:
    static void addWays();
    HttpdFixture::Settings settingsFor(Way way) const;
    std::unique_ptr<net::Client> makeClient(const HttpdFixture &httpd,
                                            const QString &privateKey = {}) const;

    testsupport::CertificateMaker m_maker;
    testsupport::CertificateMaker::Files m_certificate;
};

void ApacheTest::initTestCase()
{
    if (!HttpdFixture::isInstalled())
        QSKIP("apache2 is not installed");
    m_certificate = m_maker.selfSign({u"Apache"_s, u"IP:127.0.0.1"_s});
    QVERIFY(!m_certificate.certificate.isEmpty());
}

void ApacheTest::addWays()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("HTTP/1.1") << Way::Http;
    QTest::newRow("TLS") << Way::Tls;
    QTest::newRow("TLS with HTTP/2") << Way::TlsWithHttp2;
}

HttpdFixture::Settings ApacheTest::settingsFor(Way way) const
{
    HttpdFixture::Settings settings;
    if (way != Way::Http)
        settings.certificate = m_certificate;
    settings.http2 = way == Way::TlsWithHttp2;
    return settings;
}

std::unique_ptr<net::Client> ApacheTest::makeClient(const HttpdFixture &httpd,
                                                    const QString &privateKey) const
{
    auto settings = testsupport::clientSettings(httpd.baseUrl(), testsupport::apiKey());
    settings.extraAuthorities =
        net::readTrustedCertificates(m_certificate.certificate).value_or(QList<QSslCertificate>{});
    if (!privateKey.isEmpty())
        settings.credential.secret = accounts::Secret::fromString(privateKey);
    return std::make_unique<net::Client>(settings);
}

void ApacheTest::signsIn_data()
{
    addWays();
}

void ApacheTest::signsIn()
{
    QFETCH(const Way, way);
    HttpdFixture httpd;
    QVERIFY(httpd.start(settingsFor(way)));
    const auto client = makeClient(httpd);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(calls.allSucceeded());
    QCOMPARE(calls.results[0]->results.size(), 1);
    QCOMPARE(calls.results[0]->results[0].name, u"Served by Apache"_s);
    QTRY_COMPARE(httpd.seen().size(), 2);
    QCOMPARE(httpd.seen().at(0).status, 401);
    QCOMPARE(httpd.seen().at(1).status, 200);

    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 2);
    QVERIFY(calls.allSucceeded());
    QTRY_COMPARE(httpd.seen().size(), 3);
    for (const auto &seen : httpd.seen()) {
        QCOMPARE(seen.method, u"GET"_s);
        QCOMPARE(seen.path, u"/api/atlas/v2/groups"_s);
        QCOMPARE(seen.protocol, u"HTTP/1.1"_s);
    }
}

void ApacheTest::believesAWrongKeyAtOnce()
{
    QFETCH(const Way, way);
    HttpdFixture httpd;
    QVERIFY(httpd.start(settingsFor(way)));
    const auto client = makeClient(httpd, u"wrong"_s);
    ProjectCalls calls;
    calls.ask(*client, 6);
    QTRY_COMPARE(calls.results.size(), 6);
    for (const auto &result : calls.results) {
        QVERIFY(!result);
        QCOMPARE(result.error().status, 401);
        QCOMPARE(result.error().reason, u"Unauthorized"_s);
        QVERIFY(!result.error().detail.contains(u'<'));
    }
    QTRY_COMPARE(httpd.seen().size(), 2);
}

void ApacheTest::asksOnceForAllOfABurst()
{
    QFETCH(const Way, way);
    HttpdFixture httpd;
    QVERIFY(httpd.start(settingsFor(way)));
    const auto client = makeClient(httpd);
    ProjectCalls calls;
    calls.ask(*client, 40);
    QTRY_COMPARE(calls.results.size(), 40);
    QVERIFY(calls.allSucceeded());
    // Once for each lane.
    QTRY_COMPARE(httpd.seen().size(), 40 + net::Lanes::Most);
    QCOMPARE(countOf(httpd.seen(), 401), net::Lanes::Most);
}

void ApacheTest::renewsAnExpiredNonce()
{
    QFETCH(const Way, way);
    HttpdFixture httpd;
    auto settings = settingsFor(way);
    settings.nonceLifetime = 1;
    QVERIFY(httpd.start(settings));
    const auto client = makeClient(httpd);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    qsizetype asked = 1;
    // Until the nonce has expired, and after.
    QTRY_VERIFY([&] {
        if (calls.results.size() == asked) {
            calls.ask(*client, 3);
            asked += 3;
        }
        return countOf(httpd.seen(), 401) >= 2;
    }());
    QTRY_COMPARE(calls.results.size(), asked);
    QVERIFY(calls.allSucceeded());
    QTRY_COMPARE(qsizetype(countOf(httpd.seen(), 200)), asked);
}

void ApacheTest::speaksHttp1WhereHttp2IsOffered()
{
    HttpdFixture httpd;
    QVERIFY(httpd.start(settingsFor(Way::TlsWithHttp2)));
    QProcess curl;
    curl.start(u"curl"_s,
               {u"--silent"_s, u"--noproxy"_s, u"*"_s, u"--http2"_s, u"--cacert"_s,
                m_certificate.certificate, u"--output"_s, u"/dev/null"_s, u"--write-out"_s,
                u"%{http_version}"_s, httpd.baseUrl().toString() + u"/api/atlas/v2/groups"_s});
    QVERIFY(curl.waitForFinished());
    QCOMPARE(curl.readAllStandardOutput(), "2");
    QTRY_COMPARE(httpd.seen().size(), 1);
    QCOMPARE(httpd.seen().at(0).protocol, u"HTTP/2.0"_s);

    // Qt 6.4 delivers a 401 over HTTP/2 without its body.
    const auto client = makeClient(httpd);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(calls.allSucceeded());
    QTRY_COMPARE(httpd.seen().size(), 3);
    QCOMPARE(httpd.seen().at(1).protocol, u"HTTP/1.1"_s);
}

QTEST_GUILESS_MAIN(ApacheTest)
#include "tst_apache.moc"
