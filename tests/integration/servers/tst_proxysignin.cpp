// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorhint.h"
#include "net/proxy/proxydoor.h"
#include "net/proxy/proxysignin.h"
#include "tests/integration/servers/oddproxy.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/integration/servers/serverbehindproxy.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using Cause = atlas::ApiError::Cause;
using testsupport::OddProxy;
using testsupport::ServerBehindProxy;

Q_DECLARE_METATYPE(atlas::ApiError::Cause)

namespace {

/// NTLM's second message, as a proxy sends it that goes through with it.
constexpr auto NtlmChallenge =
    "NTLM TlRMTVNTUAACAAAABgAGADgAAAAFgokCASNFZ4mrze8AAAAAAAAAAAAAAAA+AAAA"
    "BQCTCAAAAA9EAE8ATQA=";
constexpr auto Digest = "Digest realm=\"x\", nonce=\"abc\", qop=\"auth\"";

QByteArray refusal(const QByteArrayList &challenges)
{
    QByteArray answer = "HTTP/1.1 407 No\r\n";
    for (const QByteArray &challenge : challenges)
        answer += "Proxy-Authenticate: " + challenge + "\r\n";
    return answer + "Content-Length: 0\r\n\r\n";
}

} // namespace

/// Whatever sign-in a proxy asks for, it is asked twice at most, and told of what was given.
class ProxySignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void endsAfterTwoRequests_data();
    void endsAfterTwoRequests();
    void hasNoMoreToSayAfterStop();
    void endsAThreeStepSignIn();
    void answersWhatItKnows_data();
    void answersWhatItKnows();
    void signsDigest();
    void letsNobodyElseThrough_data();
    void letsNobodyElseThrough();

private:
    std::unique_ptr<ServerBehindProxy> m_server;
};

void ProxySignInTest::initTestCase()
{
    m_server = std::make_unique<ServerBehindProxy>();
    QVERIFY(m_server->start());
}

void ProxySignInTest::cleanupTestCase()
{
    m_server.reset();
}

void ProxySignInTest::endsAfterTwoRequests_data()
{
    QTest::addColumn<OddProxy::Manner>("manner");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArrayList>("challenges");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<qsizetype>("count");
    const QByteArray basic = "Basic realm=\"x\"";
    const QByteArray stale = QByteArray(Digest) + ", stale=true";
    const QList<std::tuple<const char *, QByteArrayList, bool>> offers{
        {"NTLM", {"NTLM"}, false},
        {"Negotiate", {"Negotiate"}, false},
        {"both", {"Negotiate", "NTLM"}, false},
        {"NTLM and Basic", {"NTLM", basic}, true},
        {"NTLM and Digest", {"NTLM", Digest}, true},
        {"all", {"Negotiate", "NTLM", Digest, basic}, true},
        {"all in one line", {"Negotiate, NTLM, " + basic}, true},
        {"Basic", {basic}, true},
        {"Digest", {Digest}, true},
        {"Digest, stale for ever", {stale}, true},
        {"nothing", {}, false},
        {"what nobody knows", {"Hoba x=y"}, false},
    };
    for (const auto &[name, challenges, isKnown] : offers) {
        for (const auto manner : {OddProxy::Manner::Keeps, OddProxy::Manner::Answers}) {
            const char *end = manner == OddProxy::Manner::Keeps ? "kept" : "closed";
            QTest::addRow("%s, %s, no user", name, end)
                << manner << QString() << challenges
                << (isKnown ? Cause::PasswordWanted : Cause::SignInUnknown) << qsizetype(1);
            QTest::addRow("%s, %s, user", name, end)
                << manner << u"me:p4ss@"_s << challenges
                << (isKnown ? Cause::PasswordRefused : Cause::SignInUnknown)
                << qsizetype(isKnown ? 2 : 1);
        }
    }
}

void ProxySignInTest::endsAfterTwoRequests()
{
    QFETCH(const OddProxy::Manner, manner);
    QFETCH(const QString, user);
    QFETCH(const QByteArrayList, challenges);
    const OddProxy proxy(manner, refusal(challenges));
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, u"http://"_s + user + proxy.address()}});
    const ApiError error = m_server->failure(Authentication::ApiKey, 5s);
    QCOMPARE(error.kind, ApiError::Kind::Proxy);
    QTEST(error.cause, "cause");
    QTEST(proxy.requests().size(), "count");
    const QString hint = insight::hintFor(error);
    QCOMPARE(hint.contains(u"NTLM"), error.cause == Cause::SignInUnknown);
    for (const QByteArray &request : proxy.requests())
        QVERIFY2(!request.contains("NTLM") && !request.contains("Negotiate"), request.constData());
    for (const QString &text : {error.detail, hint})
        QVERIFY2(!text.contains(u"p4ss"), qPrintable(text));
}

/// The user's Stop, and then nothing: also where the proxy goes on refusing.
void ProxySignInTest::hasNoMoreToSayAfterStop()
{
    const OddProxy proxy(OddProxy::Manner::IsSilent);
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, u"http://me:p@"_s + proxy.address()}});
    const auto client = m_server->makeClient(m_server->url(), Authentication::ApiKey);
    auto context = std::make_unique<testsupport::ProjectCalls>();
    context->ask(*client);
    QTRY_COMPARE(proxy.requests().size(), 1);
    context.reset();
    const OddProxy later(OddProxy::Manner::Keeps, refusal({"NTLM"}));
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, u"http://me:p@"_s + later.address()}});
    QCOMPARE(m_server->failure(Authentication::ApiKey, 5s).cause, Cause::SignInUnknown);
    QCOMPARE(proxy.requests().size(), 1);
}

void ProxySignInTest::endsAThreeStepSignIn()
{
    const OddProxy proxy(OddProxy::Manner::Keeps,
                         QList<QByteArray>{refusal({"NTLM"}), refusal({NtlmChallenge})});
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, u"http://me:p@"_s + proxy.address()}});
    QCOMPARE(m_server->failure(Authentication::ServiceAccount, 5s).cause, Cause::SignInUnknown);
    QVERIFY(proxy.requests().size() <= 6);
}

void ProxySignInTest::answersWhatItKnows_data()
{
    QTest::addColumn<QByteArray>("challenges");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("Basic, in UTF-8") << QByteArray("Basic realm=\"x\"")
                                     << QByteArray("Basic " + QByteArray("jö:pä:ß").toBase64());
    QTest::newRow("Digest first") << QByteArray("Basic realm=\"x\", ") + Digest
                                  << QByteArray("Digest username=\"jö\", realm=\"x\"");
    QTest::newRow("Basic beside a Digest that cannot be answered")
        << QByteArray("Digest realm=\"x\", nonce=\"n\", algorithm=SHA-512-256, BASIC realm=\"x\"")
        << QByteArray("Basic ");
}

void ProxySignInTest::answersWhatItKnows()
{
    QFETCH(const QByteArray, challenges);
    QFETCH(const QByteArray, begins);
    // As proxies from the environment have them: bytes of UTF-8, since Qt sends Latin-1.
    const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"proxy"_s, 3128, QString::fromLatin1("jö"),
                              QString::fromLatin1("pä:ß"));
    const auto answer = net::answerProxyChallenges(challenges, proxy, "example.org:443");
    QVERIFY(answer);
    QVERIFY2(answer->startsWith(begins), answer->constData());
}

/// RFC 7616, 3.4.1, with CONNECT for the method and host and port for the URI.
void ProxySignInTest::signsDigest()
{
    const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"proxy"_s, 3128, u"me"_s, u"p4ss"_s);
    const auto answer = net::answerProxyChallenges(Digest, proxy, "example.org:443");
    QVERIFY(answer);
    const auto field = [&answer](const QString &name) {
        const QRegularExpression pattern(name + u"=\"([^\"]*)\""_s);
        return pattern.match(QString::fromUtf8(*answer)).captured(1).toUtf8();
    };
    const auto md5 = [](const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
    };
    QCOMPARE(field(u"uri"_s), "example.org:443");
    QVERIFY(field(u"cnonce"_s).size() >= 16);
    QCOMPARE(field(u"response"_s),
             md5(md5("me:x:p4ss") + ":abc:00000001:" + field(u"cnonce"_s)
                 + ":auth:" + md5("CONNECT:example.org:443")));
}

void ProxySignInTest::letsNobodyElseThrough_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("without a pass") << QByteArray("CONNECT example.org:443 HTTP/1.1\r\n\r\n");
    QTest::newRow("with a wrong pass")
        << QByteArray("CONNECT example.org:443 HTTP/1.1\r\nProxy-Authorization: Pass 00\r\n\r\n");
    QTest::newRow("not CONNECT") << QByteArray("GET http://example.org/ HTTP/1.1\r\n\r\n");
    QTest::newRow("an empty line") << QByteArray("\r\n\r\n");
    QTest::newRow("too much") << QByteArray(1024 * 1024, 'x');
}

void ProxySignInTest::letsNobodyElseThrough()
{
    QFETCH(const QByteArray, request);
    const OddProxy proxy(OddProxy::Manner::Keeps, "HTTP/1.1 200 OK\r\n\r\n");
    net::ProxyDoor door;
    const QNetworkProxy front =
        door.inFrontOf({QNetworkProxy::HttpProxy, u"127.0.0.1"_s,
                        proxy.address().section(u':', 1).toUShort(), u"me"_s, u"p4ss"_s});
    QTcpSocket stranger;
    stranger.setProxy(QNetworkProxy::NoProxy);
    QSignalSpy disconnected(&stranger, &QTcpSocket::disconnected);
    stranger.connectToHost(front.hostName(), front.port());
    stranger.write(request);
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(stranger.readAll(), QByteArray());
    QCOMPARE(proxy.requests().size(), 0);
}

QTEST_GUILESS_MAIN(ProxySignInTest)
#include "tst_proxysignin.moc"
