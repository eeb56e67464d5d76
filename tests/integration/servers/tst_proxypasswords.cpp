// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/oddproxy.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/integration/servers/serverbehindproxy.h"
#include "tests/integration/servers/tinyproxyfixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using Cause = atlas::ApiError::Cause;
using testsupport::OddProxy;
using testsupport::ProjectCalls;
using testsupport::ServerBehindProxy;
using testsupport::TinyproxyFixture;

namespace {

constexpr auto Basic = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                       "Content-Length: 0\r\n\r\n";
constexpr auto Stale = "HTTP/1.1 407 No\r\nProxy-Authenticate: Digest realm=\"x\", nonce=\"n\", "
                       "qop=\"auth\", stale=true\r\nContent-Length: 0\r\n\r\n";

/// How many requests bore a password.
qsizetype signedRequests(const OddProxy &proxy)
{
    return std::count_if(
        proxy.requests().begin(), proxy.requests().end(),
        [](const QByteArray &head) { return head.contains("\r\nProxy-Authorization: "); });
}

} // namespace

/// A password that a proxy has refused locks no account: it is not sent again.
class ProxyPasswordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void sendsARefusedPasswordOnce();
    void sendsItOnceForManyCalls();
    void triesAnotherPassword();
    void triesAgainWhereOnlyTheNonceWasOld();
    void triesAgainWhereNothingWasLearnt();
    void letsAllThroughWithAGoodPassword();

private:
    static void use(const OddProxy &proxy, const QString &user);
    ApiError failureOf(net::Client &client);

    std::unique_ptr<ServerBehindProxy> m_server;
};

void ProxyPasswordsTest::initTestCase()
{
    m_server = std::make_unique<ServerBehindProxy>();
    QVERIFY(m_server->start());
}

void ProxyPasswordsTest::cleanupTestCase()
{
    m_server.reset();
}

void ProxyPasswordsTest::use(const OddProxy &proxy, const QString &user)
{
    ServerBehindProxy::useEnvironment(
        {{u"https_proxy"_s, u"http://"_s + user + u'@' + proxy.address()}});
}

/// Kind Api if it does not fail.
ApiError ProxyPasswordsTest::failureOf(net::Client &client)
{
    ProjectCalls calls;
    calls.ask(client);
    const bool hasEnded = QTest::qWaitFor([&calls] { return !calls.results.isEmpty(); }, 10'000);
    return hasEnded && !calls.results[0] ? calls.results[0].error() : ApiError{};
}

void ProxyPasswordsTest::sendsARefusedPasswordOnce()
{
    const OddProxy proxy(OddProxy::Manner::Answers, Basic);
    use(proxy, u"me:wrong"_s);
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey, 5s);
    const ApiError first = failureOf(*client);
    QCOMPARE(first.cause, Cause::PasswordRefused);
    QCOMPARE(signedRequests(proxy), 1);
    for (int i = 0; i < 3; ++i) {
        const ApiError later = failureOf(*client);
        QCOMPARE(later.cause, Cause::PasswordRefused);
        QCOMPARE(later.detail, first.detail);
    }
    QCOMPARE(signedRequests(proxy), 1);
}

/// They come at the same time, over connections of their own.
void ProxyPasswordsTest::sendsItOnceForManyCalls()
{
    const OddProxy proxy(OddProxy::Manner::Keeps, Basic);
    use(proxy, u"me:wrong"_s);
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey, 5s);
    ProjectCalls calls;
    calls.ask(*client, 12);
    QTRY_COMPARE(calls.results.size(), 12);
    for (const auto &result : calls.results)
        QCOMPARE(result.error().cause, Cause::PasswordRefused);
    QCOMPARE(signedRequests(proxy), 1);
}

void ProxyPasswordsTest::triesAnotherPassword()
{
    const OddProxy proxy(OddProxy::Manner::Answers, Basic);
    use(proxy, u"me:wrong"_s);
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey, 5s);
    QCOMPARE(failureOf(*client).cause, Cause::PasswordRefused);
    use(proxy, u"me:wrong2"_s);
    QCOMPARE(failureOf(*client).cause, Cause::PasswordRefused);
    QCOMPARE(signedRequests(proxy), 2);
    use(proxy, u"me:wrong"_s);
    QCOMPARE(failureOf(*client).cause, Cause::PasswordRefused);
    QCOMPARE(signedRequests(proxy), 2);
}

void ProxyPasswordsTest::triesAgainWhereOnlyTheNonceWasOld()
{
    const OddProxy proxy(OddProxy::Manner::Answers, Stale);
    use(proxy, u"me:right"_s);
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey, 5s);
    failureOf(*client);
    failureOf(*client);
    QCOMPARE(signedRequests(proxy), 2);
}

/// The proxy takes the password, and then fails to connect.
void ProxyPasswordsTest::triesAgainWhereNothingWasLearnt()
{
    const OddProxy proxy(OddProxy::Manner::Answers,
                         QList<QByteArray>{Basic, "HTTP/1.1 502 Bad Gateway\r\n\r\n"});
    use(proxy, u"me:right"_s);
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey, 5s);
    QCOMPARE(failureOf(*client).cause, Cause::Unreachable);
    QCOMPARE(failureOf(*client).cause, Cause::Unreachable);
    QCOMPARE(signedRequests(proxy), 2);
}

void ProxyPasswordsTest::letsAllThroughWithAGoodPassword()
{
    if (!TinyproxyFixture::isInstalled())
        QSKIP("tinyproxy is not installed");
    TinyproxyFixture proxy;
    QVERIFY(proxy.start({u"BasicAuth me p4ss"_s}));
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, u"http://me:p4ss@"_s + proxy.address()}});
    const auto client = m_server->makeClient(m_server->url(), Authentication::ServiceAccount);
    ProjectCalls calls;
    calls.ask(*client, 12);
    QTRY_COMPARE_WITH_TIMEOUT(calls.results.size(), 12, 15'000);
    QVERIFY(calls.allSucceeded());
}

QTEST_GUILESS_MAIN(ProxyPasswordsTest)
#include "tst_proxypasswords.moc"
