// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorhint.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/integration/servers/serverbehindproxy.h"
#include "tests/integration/servers/tinyproxyfixture.h"

#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using atlas::ApiError;
using Cause = atlas::ApiError::Cause;
using atlassim::Simulator;
using testsupport::ProjectCalls;
using testsupport::ServerBehindProxy;
using testsupport::TinyproxyFixture;

Q_DECLARE_METATYPE(accounts::Authentication)

/// Through a real tinyproxy.
class ProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void goesThroughTheProxy_data();
    void goesThroughTheProxy();
    void sendsManyAtATimeThroughTheProxy();
    void signsInToTheProxy();
    void reachesThisComputerDirectly();
    void reachesExceptionsDirectly();
    void checksCertificatesBehindTheProxy();
    void saysThatTheProxyWantsAPassword();
    void saysWhatTheProxyForbids();
    void saysWhatTheProxyCannotReach();
    void isUsedByTheProgram();

private:
    std::unique_ptr<ServerBehindProxy> m_server;
};

void ProxyTest::initTestCase()
{
    if (!TinyproxyFixture::isInstalled())
        QSKIP("tinyproxy is not installed");
    m_server = std::make_unique<ServerBehindProxy>();
}

void ProxyTest::init()
{
    QVERIFY(m_server->start());
}

void ProxyTest::cleanupTestCase()
{
    m_server.reset();
}

void ProxyTest::goesThroughTheProxy_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QString>("variable");
    QTest::newRow("API key") << Authentication::ApiKey << u"https_proxy"_s;
    QTest::newRow("service account") << Authentication::ServiceAccount << u"HTTPS_PROXY"_s;
    QTest::newRow("all_proxy") << Authentication::ApiKey << u"all_proxy"_s;
}

void ProxyTest::goesThroughTheProxy()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, variable);
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    ServerBehindProxy::useEnvironment({{variable, u"http://"_s + proxy.address()}});
    const auto client = m_server->makeClient(m_server->url(), authentication);
    ProjectCalls calls;
    calls.ask(*client, 3);
    QTRY_COMPARE(calls.results.size(), 3);
    QVERIFY(calls.allSucceeded());
    QVERIFY(proxy.countOf(u"CONNECT"_s) >= 1);
    QCOMPARE(proxy.countOf(u"GET"_s), 0);
}

/// A connection for each of the places, over TLS.
void ProxyTest::sendsManyAtATimeThroughTheProxy()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, u"http://"_s + proxy.address()}});
    m_server->simulator().options().latency = std::chrono::milliseconds(50);
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey);
    ProjectCalls calls;
    calls.ask(*client, 60);
    QTRY_COMPARE(calls.results.size(), 60);
    m_server->simulator().options().latency = {};
    QVERIFY(calls.allSucceeded());
    const auto connections = proxy.countOf(u"CONNECT"_s);
    QVERIFY2(connections > net::Lane::Connections && connections <= 2 * net::Lanes::MostPlaces,
             qPrintable(QString::number(connections)));
}

void ProxyTest::signsInToTheProxy()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start({u"BasicAuth someone p4ssword"_s}));
    ServerBehindProxy::useEnvironment(
        {{u"https_proxy"_s, u"http://someone:p4ssword@"_s + proxy.address()}});
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(calls.allSucceeded());
    QVERIFY(proxy.countOf(u"CONNECT"_s) >= 1);
}

void ProxyTest::reachesThisComputerDirectly()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    ServerBehindProxy::useEnvironment(
        {{u"http_proxy"_s, proxy.address()}, {u"https_proxy"_s, proxy.address()}});
    Simulator plain(atlassim::sample::world());
    QVERIFY(plain.listen());
    for (const QUrl &url : {m_server->simulator().baseUrl(), plain.baseUrl()}) {
        const auto client = m_server->makeClient(url, Authentication::ServiceAccount);
        ProjectCalls calls;
        calls.ask(*client);
        QTRY_COMPARE(calls.results.size(), 1);
        QVERIFY(calls.allSucceeded());
    }
    QCOMPARE(proxy.countOf(u"CONNECT"_s) + proxy.countOf(u"GET"_s) + proxy.countOf(u"POST"_s), 0);
}

void ProxyTest::reachesExceptionsDirectly()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    ServerBehindProxy::useEnvironment(
        {{u"https_proxy"_s, proxy.address()}, {u"no_proxy"_s, u"a.example, 0.0.0.0"_s}});
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(calls.allSucceeded());
    QCOMPARE(proxy.countOf(u"CONNECT"_s), 0);
}

void ProxyTest::checksCertificatesBehindTheProxy()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, proxy.address()}});
    const auto files = m_server->maker().selfSign({u"Lonely Server"_s, u"IP:0.0.0.0"_s});
    QVERIFY(m_server->startWith(files));
    const ApiError error = m_server->failure(Authentication::ApiKey);
    QCOMPARE(error.kind, ApiError::Kind::Untrusted);
    QCOMPARE(error.cause, Cause::SelfSigned);
    QVERIFY(proxy.countOf(u"CONNECT"_s) >= 1);
}

void ProxyTest::saysThatTheProxyWantsAPassword()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start({u"BasicAuth someone p4ssword"_s}));
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, proxy.address()}});
    for (const auto authentication : {Authentication::ApiKey, Authentication::ServiceAccount}) {
        const ApiError error = m_server->failure(authentication);
        QCOMPARE(error.kind, ApiError::Kind::Proxy);
        QCOMPARE(error.cause, Cause::PasswordWanted);
        QCOMPARE(error.reason, u"Proxy requires a password"_s);
        QVERIFY2(error.detail.contains(proxy.address()), qPrintable(error.detail));
        QVERIFY(insight::hintFor(error).contains(u"not Atlas"));
    }
    // To a wrong password tinyproxy says 401, which is no answer of a proxy.
    ServerBehindProxy::useEnvironment(
        {{u"https_proxy"_s, u"http://someone:wr0ng@"_s + proxy.address()}});
    const ApiError error = m_server->failure(Authentication::ApiKey);
    QCOMPARE(error.kind, ApiError::Kind::Proxy);
    QVERIFY(!error.detail.contains(u"wr0ng"));
    QVERIFY(insight::hintFor(error).contains(u"the proxy’s user name and password"));
}

void ProxyTest::saysWhatTheProxyForbids()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start({u"ConnectPort 443"_s}));
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, proxy.address()}});
    const ApiError error = m_server->failure(Authentication::ApiKey);
    QCOMPARE(error.kind, ApiError::Kind::Proxy);
    QCOMPARE(error.cause, Cause::Forbidden);
    QCOMPARE(error.detail,
             u"The proxy %1 does not allow a connection to %2."_s.arg(proxy.address(),
                                                                      m_server->url().authority()));
}

void ProxyTest::saysWhatTheProxyCannotReach()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, proxy.address()}});
    const QUrl url = m_server->url();
    m_server->simulator().close();
    const auto client = m_server->makeClient(url, Authentication::ApiKey);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(!calls.results[0]);
    QCOMPARE(calls.results[0].error().kind, ApiError::Kind::Proxy);
    QCOMPARE(calls.results[0].error().cause, Cause::Unreachable);
    QVERIFY(calls.results[0].error().detail.contains(url.authority()));
}

void ProxyTest::isUsedByTheProgram()
{
    TinyproxyFixture proxy;
    QVERIFY(proxy.start());
    const QTemporaryDir home;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"no_proxy"_s, u"NO_PROXY"_s})
        environment.remove(name);
    const QMap<QString, QString> variables{
        {u"https_proxy"_s, proxy.address()},
        {u"HOME"_s, home.path()},
        {u"XDG_CONFIG_HOME"_s, home.path()},
        {u"XDG_RUNTIME_DIR"_s, home.path()},
        {u"QT_QPA_PLATFORM"_s, u"offscreen"_s},
        {u"MONGODB_ATLAS_BASE_URL"_s, m_server->url().toString()},
        {u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, QString(atlassim::sample::PublicKey)},
        {u"MONGODB_ATLAS_PRIVATE_API_KEY"_s, QString(atlassim::sample::PrivateKey)}};
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(BUCKETSCOPE_PROGRAM),
                  {u"--ca-certificates"_s, m_server->caFile()});
    QTRY_VERIFY_WITH_TIMEOUT(m_server->simulator().seenRequests().size() >= 2, 20'000);
    QVERIFY(m_server->simulator().seenRequests().constLast().authorised);
    QVERIFY(proxy.countOf(u"CONNECT"_s) >= 1);
    program.kill();
    QVERIFY(program.waitForFinished());
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
