// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/requests.h"
#include "insight/advice/errorhint.h"
#include "models/problemlog.h"
#include "net/calls/client.h"
#include "tests/support/recordingserver.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using testsupport::httpAnswer;
using testsupport::RecordingServer;
using Projects = atlas::Page<atlas::Project>;
using Alerts = atlas::Page<atlas::AlertConfiguration>;

namespace {

constexpr const char *Identity = "mdb_sa_id_0123456789abcdef01234567";
constexpr const char *SentSecret = "mdb_sa_sk_wire+secret/for:the~test%only";
constexpr const char *SentToken = "T0ken.wire-0123456789.ABCDEFGHIJ";

enum class Echo { Secret, SecretInCapitals, Pair, HalfAPair, Token, TokenInLowerCase, Response };

/// The value of `response` in the Digest header of a request.
QByteArray responseIn(const QByteArray &request)
{
    const QByteArray mark = "response=\"";
    const qsizetype at = request.indexOf(mark) + mark.size();
    return request.mid(at, request.indexOf('"', at) - at);
}

QByteArray echoOf(Echo echo, const QByteArray &request)
{
    const QByteArray secret = SentSecret;
    const QByteArray pair = QByteArray(Identity + QByteArray(":") + secret).toBase64();
    switch (echo) {
    case Echo::Secret:
        return secret;
    case Echo::SecretInCapitals:
        return secret.toUpper();
    case Echo::Pair:
        return pair;
    case Echo::HalfAPair:
        return pair.last(pair.size() / 2);
    case Echo::Token:
        return SentToken;
    case Echo::TokenInLowerCase:
        return QByteArray(SentToken).toLower();
    case Echo::Response:
        return responseIn(request);
    }
    Q_UNREACHABLE();
}

} // namespace

/// What a server echoes of a credential in the answer of a call is not shown; nor are the secrets
/// of others that some answers hold.
class EchoedSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatAServerEchoes_data();
    void hidesWhatAServerEchoes();
    void showsNoSecretOfAlerts_data();
    void showsNoSecretOfAlerts();
};

void EchoedSecretsTest::hidesWhatAServerEchoes_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<Echo>("echo");
    using enum Authentication;
    const auto row = [](const char *name, Authentication authentication, Echo echo) {
        QTest::newRow(name) << authentication << echo;
    };
    row("client secret", ServiceAccount, Echo::Secret);
    row("client secret in capitals", ServiceAccount, Echo::SecretInCapitals);
    row("service account in base64", ServiceAccount, Echo::Pair);
    row("half of it", ServiceAccount, Echo::HalfAPair);
    row("token", ServiceAccount, Echo::Token);
    row("token in lower case", ServiceAccount, Echo::TokenInLowerCase);
    row("private key", ApiKey, Echo::Secret);
    row("private key in capitals", ApiKey, Echo::SecretInCapitals);
    row("API key in base64", ApiKey, Echo::Pair);
    row("half an API key", ApiKey, Echo::HalfAPair);
    row("Digest response", ApiKey, Echo::Response);
}

void EchoedSecretsTest::hidesWhatAServerEchoes()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const Echo, echo);
    QByteArray echoed;
    const RecordingServer server([&](const QByteArray &request) {
        if (request.startsWith("POST "))
            return httpAnswer(200, {},
                              QByteArray(R"({"access_token":")") + SentToken
                                  + R"(","expires_in":3600,"token_type":"Bearer"})");
        if (!testsupport::hasHeader(request, "Authorization"))
            return httpAnswer(401,
                              {R"(WWW-Authenticate: Digest realm="r", nonce="n", qop="auth")"});
        echoed = echoOf(echo, request);
        return httpAnswer(400, {},
                          R"({"error":400,"errorCode":"X","reason":"<)" + echoed
                              + R"(>","detail":"You sent <)" + echoed + R"(>.","parameters":["<)"
                              + echoed + R"(>"]})");
    });
    net::Client client(testsupport::clientSettings(
        server.baseUrl(),
        {authentication, QString::fromLatin1(Identity), accounts::Secret::fromUtf8(SentSecret)}));
    std::optional<atlas::Result<Projects>> result;
    client.send<Projects>(atlas::listProjects({}), this,
                          [&result](const auto &answer) { result = answer; });
    QTRY_VERIFY(result.has_value());
    QVERIFY(!*result);
    const atlas::ApiError &error = result->error();
    QVERIFY(!echoed.isEmpty());
    QCOMPARE(error.detail, u"You sent <•••>."_s);
    QCOMPARE(error.reason, u"<•••>"_s);
    models::ProblemLog log;
    log.add(error);
    const QString shown = log.report() + insight::hintFor(error);
    QVERIFY2(!shown.contains(QString::fromLatin1(echoed), Qt::CaseInsensitive), qPrintable(shown));
    QVERIFY(shown.contains(u"Parameters: <•••>"_s));
}

void EchoedSecretsTest::showsNoSecretOfAlerts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray whole = R"({"results":[{"id":"a","enabled":true,"notifications":[{
        "typeName":"WEBHOOK","webhookSecret":"made-up","webhookUrl":"https://made-up.test/"}]}])";
    QTest::newRow("cut short") << 200 << whole;
    QTest::newRow("cut short, on a bad gateway") << 502 << whole;
    QTest::newRow("a list, on a bad gateway") << 502 << QByteArray("[" + whole + "}]");
    QTest::newRow("with a bad status") << 500 << QByteArray(whole + "}");
    QTest::newRow("with a bad status in an envelope")
        << 200 << QByteArray(whole + R"(,"status":503})");
    QTest::newRow("secrets for flags")
        << 200 << QByteArray(R"({"results":[{"id":"a","enabled":"made-up"}]})");
    QTest::newRow("secrets for objects")
        << 200
        << QByteArray(R"({"results":[{"id":"a","enabled":true,"notifications":["made-up"]}]})");
}

void EchoedSecretsTest::showsNoSecretOfAlerts()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const RecordingServer server([&](const QByteArray &request) {
        if (!testsupport::hasHeader(request, "Authorization"))
            return httpAnswer(401,
                              {R"(WWW-Authenticate: Digest realm="r", nonce="n", qop="auth")"});
        return httpAnswer(status, {}, body);
    });
    net::Client client(
        testsupport::clientSettings(server.baseUrl(),
                                    {Authentication::ApiKey, QString::fromLatin1(Identity),
                                     accounts::Secret::fromUtf8(SentSecret)}));
    std::optional<atlas::Result<Alerts>> result;
    client.send<Alerts>(
        atlas::listAlertConfigurations(atlas::ProjectId(), {}), this,
        [&result](const auto &answer) { result = answer; }, net::Client::Effort::Once);
    QTRY_VERIFY(result.has_value());
    QVERIFY(!*result);
    models::ProblemLog log;
    log.add(result->error());
    const QString shown = log.report() + insight::hintFor(result->error());
    QVERIFY2(!shown.contains(u"made-up"), qPrintable(shown));
}

QTEST_GUILESS_MAIN(EchoedSecretsTest)
#include "tst_echoedsecrets.moc"
