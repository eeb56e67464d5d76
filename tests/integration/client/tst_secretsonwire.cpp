// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/requests.h"
#include "net/calls/client.h"
#include "tests/support/recordingserver.h"
#include "tests/support/secrettraces.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using atlas::ApiError;
using testsupport::findTraces;
using testsupport::httpAnswer;
using testsupport::RecordingServer;
using testsupport::SecretTraces;
using Projects = atlas::Page<atlas::Project>;
using Lines = QList<QByteArray>;

namespace {

constexpr const char *User = "wireuser";
constexpr const char *PrivateKey = "k3y/wire+5a47:4d92=8e1b 7c2f9a3d6e50";
constexpr const char *ClientId = "mdb_sa_id_0123456789abcdef01234567";
constexpr const char *ClientSecret = "mdb_sa_sk_wire+secret/for:the~test%only";
constexpr const char *Token = "t0ken.wire-0123456789.abcdefghij";
constexpr const char *EmptyPage = R"({"links":[],"results":[],"totalCount":0})";

accounts::Credential credentialFor(Authentication authentication)
{
    const bool isKey = authentication == Authentication::ApiKey;
    return {authentication, QString::fromLatin1(isKey ? User : ClientId),
            accounts::Secret::fromUtf8(isKey ? PrivateKey : ClientSecret)};
}

QList<SecretTraces> allSecrets()
{
    QList<SecretTraces> secrets{
        {u"private key"_s, PrivateKey},
        {u"client secret"_s, ClientSecret},
        {u"Digest password"_s, testsupport::digestPassword(User, "realm", PrivateKey)}};
    return secrets;
}

bool isTokenCall(const QByteArray &request)
{
    return request.startsWith("POST /api/oauth/token HTTP/1.1\r\n");
}

bool isRevocation(const QByteArray &request)
{
    return request.startsWith("POST /api/oauth/revoke HTTP/1.1\r\n");
}

QByteArray tokenAnswer()
{
    return httpAnswer(200, {},
                      QByteArray(R"({"access_token":")") + Token
                          + R"(","expires_in":3600,"token_type":"Bearer"})");
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    const QByteArray head = request.first(request.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n')) {
        if (line.first(qMax<qsizetype>(0, line.indexOf(':'))).toLower() == name.toLower())
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

/// The request without what may bear the secret: the Basic credentials of an OAuth call.
QByteArray withoutBasicOfOAuthCall(QByteArray request)
{
    const QByteArray authorization = headerOf(request, "Authorization");
    const bool isOAuthCall = isTokenCall(request) || isRevocation(request);
    if (isOAuthCall && authorization.startsWith("Basic "))
        request.replace(authorization, "");
    return request;
}

/// A header that a server's challenge has smuggled in would be one more.
bool bearsUsualHeadersOnly(const QByteArray &request)
{
    static const Lines usual{"host",          "user-agent",      "authorization",
                             "accept",        "accept-encoding", "accept-language",
                             "cache-control", "pragma",          "connection",
                             "content-type",  "content-length"};
    const Lines lines = request.first(request.indexOf("\r\n\r\n")).split('\n');
    return std::all_of(lines.begin() + 1, lines.end(), [](const QByteArray &line) {
        return usual.contains(line.left(line.indexOf(':')).toLower());
    });
}

} // namespace

/// What any server is sent, to the last byte, when it behaves as no Atlas does.
class SecretsOnWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsNoRedirect_data();
    void followsNoRedirect();
    void answersOnlyDigestWithAKey_data();
    void answersOnlyDigestWithAKey();
    void answersNoChallengeWithAToken_data();
    void answersNoChallengeWithAToken();
    void endsWhenEveryNonceIsStale();
    void sendsNoSecretToWhoeverRefusesTheToken();

private:
    /// What one call ends with against the server; its bytes are searched.
    atlas::Result<Projects> ask(const RecordingServer &server, Authentication authentication);
};

atlas::Result<Projects> SecretsOnWireTest::ask(const RecordingServer &server,
                                               Authentication authentication)
{
    net::Client client(
        testsupport::clientSettings(server.baseUrl(), credentialFor(authentication)));
    std::optional<atlas::Result<Projects>> result;
    client.send<Projects>(atlas::listProjects({}), this,
                          [&result](const atlas::Result<Projects> &answer) { result = answer; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
        qFatal("no answer");
    for (const QByteArray &request : server.requests()) {
        const QString found = findTraces(allSecrets(), withoutBasicOfOAuthCall(request));
        if (!found.isEmpty() || !bearsUsualHeadersOnly(request))
            QTest::qFail(qPrintable(found + QString::fromLatin1(request)), __FILE__, __LINE__);
    }
    return *result;
}

void SecretsOnWireTest::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("call");
    const auto add = [](int status, const char *call, const char *target) {
        QTest::addRow("%d of %s to %s", status, call, target)
            << status << QString::fromLatin1(target) << QString::fromLatin1(call);
    };
    for (const char *target : {"another port", "another host", "https", "itself", "a file"}) {
        for (const int status : {301, 302, 303, 307, 308}) {
            add(status, "signed GET", target);
            add(status, "token", target);
        }
        add(307, "unsigned GET", target);
        add(307, "GET with a token", target);
    }
}

void SecretsOnWireTest::followsNoRedirect()
{
    QFETCH(const int, status);
    QFETCH(const QString, target);
    QFETCH(const QString, call);
    const bool isOtherHost = target == u"another host";
    const RecordingServer elsewhere(
        [](const QByteArray &) { return httpAnswer(200, {}, EmptyPage); },
        isOtherHost ? QHostAddress(u"127.0.0.2"_s) : QHostAddress(QHostAddress::LocalHost));
    QByteArray location = elsewhere.baseUrl().toEncoded() + "/api/atlas/v2/groups";
    if (target == u"https")
        location.replace("http:", "https:");
    else if (target == u"itself")
        location = "/api/oauth/token";
    else if (target == u"a file")
        location = "file:///etc/passwd";
    const RecordingServer server([&](const QByteArray &request) {
        if (isTokenCall(request) && call != u"token")
            return tokenAnswer();
        if (call == u"signed GET" && headerOf(request, "Authorization").isEmpty())
            return httpAnswer(401,
                              {"WWW-Authenticate: Digest realm=\"realm\", nonce=\"n\", "
                               "qop=\"auth\""});
        return httpAnswer(status, {"Location: " + location});
    });
    const bool hasKey = call.endsWith(u"signed GET");
    const auto result =
        ask(server, hasKey ? Authentication::ApiKey : Authentication::ServiceAccount);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::Redirected);
    QCOMPARE(server.requests().size(), call.startsWith(u"unsigned") || call == u"token" ? 1 : 2);
    QCOMPARE(elsewhere.connectionCount(), 0);
    QVERIFY(elsewhere.received().isEmpty());
}

void SecretsOnWireTest::answersOnlyDigestWithAKey_data()
{
    QTest::addColumn<Lines>("challenges");
    QTest::addColumn<QByteArray>("answer");
    const auto add = [](const char *name, const Lines &challenges, const char *answer) {
        Lines lines;
        for (const QByteArray &challenge : challenges)
            lines.append("WWW-Authenticate: " + challenge);
        QTest::newRow(name) << lines << QByteArray(answer);
    };
    const QByteArray digest = "Digest realm=\"realm\", nonce=\"n\", qop=\"auth\"";
    const char *signedBy = "nonce=\"n\"";
    const char *nothing = "";
    add("no challenge", {}, nothing);
    add("Basic", {"Basic realm=\"realm\""}, nothing);
    add("Bearer, NTLM, Negotiate", {"Bearer", "NTLM", "Negotiate"}, nothing);
    add("Basic that pretends", {"Basic realm=\"Digest nonce=n, qop=auth\""}, nothing);
    add("MD5", {digest}, signedBy);
    add("SHA-256 alone", {digest + ", algorithm=SHA-256"}, "algorithm=SHA-256");
    add("MD5-sess alone", {digest + ", algorithm=MD5-sess"}, nothing);
    add("SHA-512-256 alone", {digest + ", algorithm=SHA-512-256"}, nothing);
    add("auth-int alone", {"Digest realm=\"realm\", nonce=\"n\", qop=\"auth-int\""}, nothing);
    add("auth-int and auth", {"Digest realm=\"realm\", nonce=\"n\", qop=\"auth-int,auth\""},
        "qop=auth,");
    add("no qop", {"Digest realm=\"realm\", nonce=\"n\""}, nothing);
    add("no nonce", {"Digest realm=\"realm\", qop=\"auth\""}, nothing);
    add("Basic and Digest in one line", {"Basic realm=\"realm\", " + digest}, signedBy);
    add("Digest and Basic in one line", {digest + ", Basic realm=\"realm\""}, signedBy);
    add("Basic and Digest in two lines", {"Basic realm=\"realm\"", digest}, signedBy);
    add("Digest and Basic in two lines", {digest, "Basic realm=\"realm\""}, signedBy);
    add("auth-int and Digest in two lines",
        {"Digest realm=\"realm\", nonce=\"no\", qop=\"auth-int\"", digest}, signedBy);
    add("nonce of 64 KiB",
        {"Digest realm=\"realm\", qop=\"auth\", nonce=\"" + QByteArray(65'536, 'n') + '"'},
        nothing);
    add("nonce with quotes", {R"(Digest realm="realm", qop="auth", nonce="a\"b\\c")"},
        R"(nonce="a\"b\\c")");
    add("nonce that is never closed", {R"(Digest realm="realm", qop="auth", nonce="n)"}, signedBy);
    add("nonce not of ASCII", {"Digest realm=\"realm\", qop=\"auth\", nonce=\"\xec\x9a\xb4\xff\""},
        "nonce=\"\xec\x9a\xb4\xff\"");
    add("nonce with a control character",
        {"Digest realm=\"realm\", qop=\"auth\", nonce=\"a\x01\x7f\""}, nothing);
    add("nonce with what ends a line",
        {"Digest realm=\"realm\", qop=\"auth\", nonce=\"a\\\rX-Injected: yes\""}, nothing);
    add("nonce with NUL", {QByteArray("Digest realm=\"realm\", qop=\"auth\", nonce=\"a\0b\"", 45)},
        nothing);
    add("opaque of 64 KiB", {digest + ", opaque=\"" + QByteArray(65'536, 'o') + '"'}, nothing);
}

void SecretsOnWireTest::answersOnlyDigestWithAKey()
{
    QFETCH(const Lines, challenges);
    QFETCH(const QByteArray, answer);
    const RecordingServer server(
        [&challenges](const QByteArray &) { return httpAnswer(401, challenges); });
    const auto result = ask(server, Authentication::ApiKey);
    QVERIFY(!result);
    QCOMPARE(result.error().status, 401);
    QCOMPARE(server.requests().size(), answer.isEmpty() ? 1 : 2);
    QVERIFY(headerOf(server.requests().constFirst(), "Authorization").isEmpty());
    if (!answer.isEmpty()) {
        const QByteArray authorization = headerOf(server.requests().constLast(), "Authorization");
        QVERIFY2(authorization.startsWith("Digest username=\"wireuser\", realm=\"realm\", "),
                 authorization);
        QVERIFY2(authorization.contains(answer), authorization);
    }
    QVERIFY(result.error().detail.size() < 1000);
}

void SecretsOnWireTest::answersNoChallengeWithAToken_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("Digest") << QByteArray("Digest realm=\"realm\", nonce=\"n\", qop=\"auth\"");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"realm\"");
    QTest::newRow("Bearer") << QByteArray("Bearer realm=\"realm\", error=\"invalid_token\"");
    QTest::newRow("NTLM") << QByteArray("NTLM");
}

/// The call gives up after one more token; the token is shown to no other scheme. The refused one
/// is revoked.
void SecretsOnWireTest::answersNoChallengeWithAToken()
{
    QFETCH(const QByteArray, challenge);
    const RecordingServer server([&challenge](const QByteArray &request) {
        return isTokenCall(request) ? tokenAnswer()
                                    : httpAnswer(401, {"WWW-Authenticate: " + challenge});
    });
    const auto result = ask(server, Authentication::ServiceAccount);
    QVERIFY(!result);
    const SecretTraces token(u"token"_s, Token);
    int tries = 0;
    for (const QByteArray &request : server.requests()) {
        const QByteArray authorization = headerOf(request, "Authorization");
        if (isRevocation(request)) {
            QVERIFY(authorization.startsWith("Basic "));
            continue;
        }
        ++tries;
        if (isTokenCall(request)) {
            QVERIFY(authorization.startsWith("Basic "));
            QVERIFY(token.findIn(request).isEmpty());
            continue;
        }
        QCOMPARE(authorization, QByteArray("Bearer ") + Token);
        QVERIFY(token.findIn(QByteArray(request).replace(authorization, "")).isEmpty());
    }
    QCOMPARE(tries, 4);
}

void SecretsOnWireTest::endsWhenEveryNonceIsStale()
{
    for (const int goodAnswers : {0, 1}) {
        int good = goodAnswers;
        int nonce = 0;
        const RecordingServer server([&](const QByteArray &request) {
            if (!headerOf(request, "Authorization").isEmpty() && good-- > 0)
                return httpAnswer(200, {}, EmptyPage);
            return httpAnswer(401,
                              {"WWW-Authenticate: Digest realm=\"realm\", qop=\"auth\", "
                               "stale=true, nonce=\""
                               + QByteArray::number(++nonce) + '"'});
        });
        net::Client client(
            testsupport::clientSettings(server.baseUrl(), credentialFor(Authentication::ApiKey)));
        QList<atlas::Result<Projects>> results;
        const auto note = [&results](const auto &result) {
            results.append(result);
        };
        for (int call = 0; call <= goodAnswers; ++call) {
            client.send<Projects>(atlas::listProjects({}), this, note);
            QTRY_COMPARE(results.size(), call + 1);
        }
        QVERIFY(!results.constLast());
        QCOMPARE(results.constLast().error().status, 401);
        // A call has three tries.
        QCOMPARE(server.requests().size(), goodAnswers == 0 ? 3 : 5);
        QCOMPARE(findTraces(allSecrets(), server.received()), QString());
    }
}

void SecretsOnWireTest::sendsNoSecretToWhoeverRefusesTheToken()
{
    for (const int status : {400, 401, 403, 500}) {
        const RecordingServer server([status](const QByteArray &) {
            return httpAnswer(status, {"WWW-Authenticate: Basic realm=\"realm\""});
        });
        const auto result = ask(server, Authentication::ServiceAccount);
        QVERIFY(!result);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(isTokenCall(server.requests().constFirst()));
    }
}

QTEST_GUILESS_MAIN(SecretsOnWireTest)
#include "tst_secretsonwire.moc"
