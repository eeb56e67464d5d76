// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace atlassim;
using namespace testclient;

namespace {

constexpr QLatin1String Groups("/api/atlas/v2/groups");
constexpr QLatin1String Token("/api/oauth/token");
constexpr QLatin1String Revoke("/api/oauth/revoke");

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

/// A Digest header made by hand, right unless a part of it is changed.
struct Signature
{
    QByteArray nonce;
    QByteArray nc{"00000001"};
    QByteArray username{"readonly"};
    QByteArray realm{"MMS Public API"};
    QByteArray uri{"/api/atlas/v2/groups"};
    QByteArray qop{"auth"};
    QByteArray algorithm{"MD5"};
    QByteArray cnonce{"0a4f113b"};
    QByteArray key{QByteArray(sample::PrivateKey.data(), sample::PrivateKey.size())};

    QByteArray toHeader() const
    {
        const QByteArray response = md5(md5(username + ':' + realm + ':' + key) + ':' + nonce + ':'
                                        + nc + ':' + cnonce + ':' + qop + ':' + md5("GET:" + uri));
        return "Digest username=\"" + username + "\", realm=\"" + realm + "\", nonce=\"" + nonce
            + "\", uri=\"" + uri + "\", algorithm=" + algorithm + ", qop=" + qop + ", nc=" + nc
            + ", cnonce=\"" + cnonce + "\", response=\"" + response + '"';
    }
};

} // namespace

Q_DECLARE_METATYPE(Signature)

class TestAtlasSimSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void challengesWithoutCredentials();
    void acceptsDigestFromCurl();
    void refusesWrongKeys_data();
    void refusesWrongKeys();
    void checksEveryPartOfDigest_data();
    void checksEveryPartOfDigest();
    void refusesReplayedNonceCount();
    void canInsistOnIncreasingNonceCount();
    void callsOldNoncesStale();

    void issuesTokens();
    void revokesTokens();
    void refusesTokenCalls_data();
    void refusesTokenCalls();
    void refusesDeadTokens();
    void tokensEndWithTheirLifetime();
    void capsLiveTokens();
    void powerlessKeySeesOnlyTheList();

private:
    QByteArray freshNonce();
    Curl send(const Signature &signature);
    Curl getWithToken(const QByteArray &token);

    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSimSignIn::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

QByteArray TestAtlasSimSignIn::freshNonce()
{
    static const QRegularExpression nonce(QStringLiteral("nonce=\"([^\"]+)\""));
    const Curl challenge = get(*m_simulator, Groups, {});
    const QString header = QString::fromLatin1(challenge.header("WWW-Authenticate"));
    return nonce.match(header).captured(1).toLatin1();
}

Curl TestAtlasSimSignIn::send(const Signature &signature)
{
    return get(*m_simulator, Groups,
               acceptVersion(QStringLiteral("2025-02-19"))
                   + header(QStringLiteral("Authorization"), signature.toHeader()));
}

Curl TestAtlasSimSignIn::getWithToken(const QByteArray &token)
{
    return get(*m_simulator, Groups,
               acceptVersion(QStringLiteral("2025-02-19"))
                   + header(QStringLiteral("Authorization"), "Bearer " + token));
}

void TestAtlasSimSignIn::challengesWithoutCredentials()
{
    const Curl first = get(*m_simulator, Groups, {});
    QCOMPARE(first.status, 401);
    QCOMPARE(errorCode(first.json()), QStringLiteral("UNEXPECTED_ERROR"));
    QCOMPARE(first.json().value(QLatin1String("error")).toInt(), 401);
    const QByteArray challenge = first.header("WWW-Authenticate");
    QVERIFY(challenge.startsWith("Digest realm=\"MMS Public API\", domain=\"\", nonce=\""));
    QVERIFY(challenge.endsWith("\", algorithm=MD5, qop=\"auth\", stale=false"));
    QVERIFY(get(*m_simulator, Groups, {}).header("WWW-Authenticate") != challenge);
}

void TestAtlasSimSignIn::acceptsDigestFromCurl()
{
    const QString path = QString(bucketsPath(sample::PaymentsProd)
                                 + QStringLiteral("?itemsPerPage=5&pageNum=2&includeCount=true"));
    const Curl answer = get(*m_simulator, path);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.heads.count("HTTP/1.1 401"), 1);
    QCOMPARE(results(answer).size(), 5);

    const auto seen = m_simulator->seenRequests();
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.last().scheme, AuthScheme::Digest);
    QVERIFY(seen.last().authorised);
    QCOMPARE(seen.last().status, 200);
    QCOMPARE(seen.last().queryItem(QStringLiteral("pageNum")), QStringLiteral("2"));
}

void TestAtlasSimSignIn::refusesWrongKeys_data()
{
    QTest::addColumn<QStringList>("credentials");
    QTest::newRow("wrong private key") << digest(sample::PublicKey, sample::PowerlessPrivateKey);
    QTest::newRow("unknown public key") << digest(QLatin1String("nobodyxy"), sample::PrivateKey);
    QTest::newRow("Basic") << digest().mid(1);
    QTest::newRow("another scheme") << header(QStringLiteral("Authorization"), "Negotiate abc");
}

void TestAtlasSimSignIn::refusesWrongKeys()
{
    QFETCH(const QStringList, credentials);
    const Curl answer = get(*m_simulator, Groups, credentials);
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.header("WWW-Authenticate").startsWith("Digest "));
    QVERIFY(answer.header("WWW-Authenticate").endsWith("stale=false"));
    QVERIFY(!m_simulator->seenRequests().last().authorised);
}

void TestAtlasSimSignIn::checksEveryPartOfDigest_data()
{
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, int status, auto change) {
        Signature signature;
        change(signature);
        QTest::newRow(name) << signature << status;
    };
    row("right", 200, [](Signature &) {});
    row("any count", 200, [](Signature &s) { s.nc = "00000abc"; });
    row("algorithm left out", 200, [](Signature &s) { s.algorithm = ""; });
    row("other user", 401, [](Signature &s) { s.username = "readonlz"; });
    row("other realm", 401, [](Signature &s) { s.realm = "MMS"; });
    row("other path", 401, [](Signature &s) { s.uri = "/api/atlas/v2/clusters"; });
    row("other query", 401, [](Signature &s) { s.uri += "?pageNum=2"; });
    row("other qop", 401, [](Signature &s) { s.qop = "auth-int"; });
    row("other algorithm", 401, [](Signature &s) { s.algorithm = "SHA-256"; });
    row("no client nonce", 401, [](Signature &s) { s.cnonce = ""; });
    row("short count", 401, [](Signature &s) { s.nc = "1"; });
    row("count of no digits", 401, [](Signature &s) { s.nc = "0000000g"; });
    row("count zero", 401, [](Signature &s) { s.nc = "00000000"; });
    row("wrong key", 401, [](Signature &s) { s.key = "wrong"; });
}

void TestAtlasSimSignIn::checksEveryPartOfDigest()
{
    QFETCH(Signature, signature);
    QFETCH(const int, status);
    signature.nonce = freshNonce();
    const Curl answer = send(signature);
    QCOMPARE(answer.status, status);
    if (status == 401)
        QVERIFY(answer.header("WWW-Authenticate").endsWith("stale=false"));
}

void TestAtlasSimSignIn::refusesReplayedNonceCount()
{
    Signature signature{freshNonce()};
    QCOMPARE(send(signature).status, 200);
    QCOMPARE(send(signature).status, 401);
    signature.nc = "00000003";
    QCOMPARE(send(signature).status, 200);
    signature.nc = "00000002";
    QCOMPARE(send(signature).status, 200);
}

void TestAtlasSimSignIn::canInsistOnIncreasingNonceCount()
{
    m_simulator->options().strictlyIncreasingNonceCount = true;
    Signature signature{freshNonce()};
    signature.nc = "00000003";
    QCOMPARE(send(signature).status, 200);
    signature.nc = "00000002";
    QCOMPARE(send(signature).status, 401);
    signature.nc = "00000004";
    QCOMPARE(send(signature).status, 200);
}

void TestAtlasSimSignIn::callsOldNoncesStale()
{
    Signature signature{freshNonce()};
    m_simulator->expireNonces();
    const Curl answer = send(signature);
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.header("WWW-Authenticate").endsWith("stale=true"));

    m_simulator->options().nonceLifetime = std::chrono::seconds(0);
    signature.nonce = freshNonce();
    QVERIFY(send(signature).header("WWW-Authenticate").endsWith("stale=true"));

    signature.key = "wrong";
    QVERIFY(send(signature).header("WWW-Authenticate").endsWith("stale=false"));
}

void TestAtlasSimSignIn::issuesTokens()
{
    const Curl answer = askForToken(*m_simulator);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QLatin1String("token_type")).toString(), QStringLiteral("Bearer"));
    QCOMPARE(answer.json().value(QLatin1String("expires_in")).toInt(), 3600);
    QCOMPARE(m_simulator->liveTokenCount(), 1);

    const auto token = answer.json().value(QLatin1String("access_token")).toString().toLatin1();
    QCOMPARE(getWithToken(token).status, 200);
    QCOMPARE(m_simulator->seenRequests().first().scheme, AuthScheme::Basic);
    QCOMPARE(m_simulator->seenRequests().last().scheme, AuthScheme::Bearer);
    QVERIFY(m_simulator->seenRequests().last().authorised);
}

void TestAtlasSimSignIn::revokesTokens()
{
    const QString token =
        askForToken(*m_simulator).json().value(QLatin1String("access_token")).toString();
    const QString body =
        QString(QStringLiteral("token=") + token + QStringLiteral("&token_type_hint=access_token"));
    QCOMPARE(post(*m_simulator, Revoke, form(body)).status, 401);
    QCOMPARE(m_simulator->liveTokenCount(), 1);
    QCOMPARE(post(*m_simulator, Revoke, clientCredentials() + form(body)).status, 200);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
    QCOMPARE(getWithToken(token.toLatin1()).status, 401);
}

void TestAtlasSimSignIn::refusesTokenCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const QStringList grant = form(QStringLiteral("grant_type=client_credentials"));
    const QString invalidClient = QStringLiteral("invalid_client");
    QTest::newRow("nobody") << grant << 401 << invalidClient;
    QTest::newRow("wrong secret") << clientCredentials(QLatin1String("mdb_sa_sk_wrong")) + grant
                                  << 401 << invalidClient;
    QTest::newRow("secret not encoded")
        << QStringList{QStringLiteral("--user"),
                       QString(sample::ClientId + QLatin1Char(':') + sample::ClientSecret)}
            + grant
        << 401 << invalidClient;
    QTest::newRow("other grant") << clientCredentials()
            + form(QStringLiteral("grant_type=password"))
                                 << 400 << QStringLiteral("unsupported_grant_type");
    QTest::newRow("JSON body") << clientCredentials() + grant
            + header(QStringLiteral("Content-Type"), "application/json")
                               << 400 << QStringLiteral("invalid_request");
}

void TestAtlasSimSignIn::refusesTokenCalls()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, error);
    const Curl answer = post(*m_simulator, Token, arguments);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json().value(QLatin1String("error")).toString(), error);
    QVERIFY(answer.json().contains(QLatin1String("error_description")));
    QCOMPARE(m_simulator->liveTokenCount(), 0);
}

void TestAtlasSimSignIn::refusesDeadTokens()
{
    const auto token =
        askForToken(*m_simulator).json().value(QLatin1String("access_token")).toString().toLatin1();
    m_simulator->expireTokens();
    const Curl answer = getWithToken(token);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.header("WWW-Authenticate"), QByteArray("Bearer error=\"invalid_token\""));
    QCOMPARE(errorCode(answer.json()), QStringLiteral("UNEXPECTED_ERROR"));
}

void TestAtlasSimSignIn::tokensEndWithTheirLifetime()
{
    Options options;
    options.tokenLifetime = std::chrono::seconds(60);
    TokenIssuer issuer(options);
    const auto start = TokenIssuer::Clock::now();
    const QString client = sample::ClientId;
    const auto token = issuer.issue(client, start);
    QVERIFY(token);
    QCOMPARE(issuer.clientOf(*token, start + std::chrono::seconds(59)), std::optional(client));
    QCOMPARE(issuer.clientOf(*token, start + std::chrono::seconds(60)), std::nullopt);
}

void TestAtlasSimSignIn::capsLiveTokens()
{
    m_simulator->options().liveTokenCap = 1;
    QCOMPARE(askForToken(*m_simulator).status, 200);
    const Curl answer = askForToken(*m_simulator);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.json().value(QLatin1String("error")).toString(),
             QStringLiteral("access_denied"));
}

void TestAtlasSimSignIn::powerlessKeySeesOnlyTheList()
{
    const QStringList arguments = acceptVersion(QStringLiteral("2025-02-19"))
        + digest(sample::PowerlessPublicKey, sample::PowerlessPrivateKey);
    QCOMPARE(get(*m_simulator, Groups, arguments).status, 200);
    const Curl answer = get(*m_simulator, bucketsPath(sample::PaymentsProd), arguments);
    QCOMPARE(answer.status, 401);
    QCOMPARE(errorCode(answer.json()), QStringLiteral("USER_UNAUTHORIZED"));
    QVERIFY(answer.header("WWW-Authenticate").isEmpty());
}

QTEST_GUILESS_MAIN(TestAtlasSimSignIn)

#include "tst_atlassimsignin.moc"
