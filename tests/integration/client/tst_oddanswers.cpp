// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorhint.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/recordingserver.h"
#include "tests/support/testaccount.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlas::ApiError;
using Cause = atlas::ApiError::Cause;
using testsupport::RecordingServer;

Q_DECLARE_METATYPE(atlas::ApiError::Kind)
Q_DECLARE_METATYPE(atlas::ApiError::Cause)

/// What is said of an answer that is none is true, and so is what to do about it.
class OddAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappened_data();
    void saysWhatHappened();
    void passesOverInterimAnswersOrSaysSo_data();
    void passesOverInterimAnswersOrSaysSo();
    void triesAgainAfterAnInterimAnswer();
    void endsWhateverSignInIsAskedFor_data();
    void endsWhateverSignInIsAskedFor();
    void advisesMoreTimeOnlyIfAnAnswerCame_data();
    void advisesMoreTimeOnlyIfAnAnswerCame();
    void takesALargeHeadOrSaysSo_data();
    void takesALargeHeadOrSaysSo();
};

void OddAnswersTest::saysWhatHappened_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("neverSays");
    const auto redirected = ApiError::Kind::Redirected;
    QTest::newRow("304") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << redirected
                         << Cause::NoTarget << u"no Location header"_s << u"redirected to"_s;
    QTest::newRow("302 to nowhere") << testsupport::httpAnswer(302) << redirected << Cause::NoTarget
                                    << u"status 302"_s << u"base URL"_s;
    QTest::newRow("302 to a foreign host")
        << testsupport::httpAnswer(302, {"Location: https://login.example.org/?a=b"}) << redirected
        << Cause::Unnamed << u"redirected to https://login.example.org."_s << u"own address"_s;
    QTest::newRow("307 to a host in other letters")
        << testsupport::httpAnswer(307, {"Location: https://cloud.m\xd0\xbengodb.com/"})
        << redirected << Cause::Unnamed << u"https://cloud.xn--"_s << u"mоngodb"_s;
}

void OddAnswersTest::saysWhatHappened()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, says);
    QFETCH(const QString, neverSays);
    const RecordingServer server([&answer](const QByteArray &) { return answer; });
    net::Client client(testsupport::clientSettings(server.baseUrl(), testsupport::apiKey()));
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    const ApiError &error = calls.results[0].error();
    QTEST(error.kind, "kind");
    QTEST(error.cause, "cause");
    const QString text = error.detail + u' ' + insight::hintFor(error);
    QVERIFY2(text.contains(says), qPrintable(text));
    QVERIFY2(!text.contains(neverSays), qPrintable(text));
    QVERIFY2(!insight::hintFor(error).contains(u"login.example"), qPrintable(text));
}

void OddAnswersTest::passesOverInterimAnswersOrSaysSo_data()
{
    QTest::addColumn<QByteArray>("interim");
    QTest::addColumn<QString>("says");
    QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n") << u"gateway"_s;
    QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
                         << u"status 103"_s;
}

/// As of RFC 9110, section 15.2. Qt reads on since some version after 6.4; that one takes them for
/// the answer.
void OddAnswersTest::passesOverInterimAnswersOrSaysSo()
{
    QFETCH(const QByteArray, interim);
    QFETCH(const QString, says);
    const RecordingServer server([&interim](const QByteArray &) {
        return QByteArray(interim
                          + testsupport::httpAnswer(200, {}, R"({"results":[],"totalCount":0})"));
    });
    net::Client client(testsupport::clientSettings(server.baseUrl(), testsupport::apiKey()));
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    if (calls.results[0])
        return;
    const ApiError &error = calls.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Transport);
    QCOMPARE(error.cause, Cause::InterimAnswer);
    const QString text = error.detail + u' ' + insight::hintFor(error);
    QVERIFY2(text.contains(says), qPrintable(text));
    QVERIFY2(!text.contains(u"base URL"_s) && !text.contains(u"status 200"_s), qPrintable(text));
}

void OddAnswersTest::triesAgainAfterAnInterimAnswer()
{
    int count = 0;
    const RecordingServer server([&count](const QByteArray &) {
        return ++count == 1 ? QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n")
                            : testsupport::httpAnswer(200, {}, R"({"results":[],"totalCount":0})");
    });
    auto settings = testsupport::clientSettings(server.baseUrl(), testsupport::apiKey());
    settings.retries = {};
    settings.retries.afterTransportError = 1ms;
    net::Client client(settings);
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(calls.results[0].has_value());
    QCOMPARE(count, 2);
}

void OddAnswersTest::endsWhateverSignInIsAskedFor_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    for (const int status : {401, 407}) {
        for (const char *challenge :
             {"NTLM", "Negotiate", "Basic realm=\"x\"",
              "Digest realm=\"x\", nonce=\"abc\", qop=\"auth\", stale=true"})
            QTest::addRow("%d, %s", status, challenge) << status << QByteArray(challenge);
    }
}

/// A server that speaks as a proxy would is a server all the same.
void OddAnswersTest::endsWhateverSignInIsAskedFor()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, challenge);
    const QByteArray name = status == 407 ? "Proxy-Authenticate: " : "WWW-Authenticate: ";
    const RecordingServer server(
        [&](const QByteArray &) { return testsupport::httpAnswer(status, {name + challenge}); });
    net::Client client(testsupport::clientSettings(server.baseUrl(), testsupport::apiKey()));
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY2(server.requests().size() <= 6, qPrintable(QString::number(server.requests().size())));
    const ApiError &error = calls.results[0].error();
    QVERIFY2(!error.detail.contains(u"proxy"), qPrintable(error.detail));
    QCOMPARE(error.status, status);
}

void OddAnswersTest::advisesMoreTimeOnlyIfAnAnswerCame_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("silence") << QByteArray() << Cause::NoHead;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nX-Header: va") << Cause::NoHead;
    QTest::newRow("a head and half a body")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{") << Cause::Unnamed;
}

void OddAnswersTest::advisesMoreTimeOnlyIfAnAnswerCame()
{
    QFETCH(const QByteArray, beginning);
    QTcpServer server;
    connect(&server, &QTcpServer::newConnection, this,
            [&server, &beginning] { server.nextPendingConnection()->write(beginning); });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto settings = testsupport::clientSettings(
        QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), testsupport::apiKey());
    settings.deadline = 400ms;
    net::Client client(settings);
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    const ApiError &error = calls.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::TimedOut);
    QTEST(error.cause, "cause");
    const QString hint = insight::hintFor(error);
    QCOMPARE(hint.contains(u"increase the timeout"), error.cause != Cause::NoHead);
    QCOMPARE(hint.contains(u"too large"), error.cause == Cause::NoHead);
}

void OddAnswersTest::takesALargeHeadOrSaysSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QByteArray>>("headers");
    QList<QByteArray> lines;
    QList<QByteArray> challenges;
    for (int i = 0; i < 101; ++i) {
        lines.append("X-Header-" + QByteArray::number(i) + ": value");
        challenges.append("WWW-Authenticate: Scheme" + QByteArray::number(i) + " realm=\"x\"");
    }
    QTest::newRow("101 lines") << 200 << lines;
    QTest::newRow("a line of 110,000 characters")
        << 200 << QList<QByteArray>{"X-Long: " + QByteArray(110'000, 'x')};
    QTest::newRow("101 challenges") << 401 << challenges;
}

/// Some versions of Qt take it, and others wait for a head without end.
void OddAnswersTest::takesALargeHeadOrSaysSo()
{
    QFETCH(const int, status);
    QFETCH(const QList<QByteArray>, headers);
    // Kept open: a head that is never complete is then waited for.
    const QByteArray answer =
        testsupport::httpAnswer(status, headers, R"({"results":[],"totalCount":0})")
            .replace("Connection: close\r\n", "");
    QTcpServer server;
    connect(&server, &QTcpServer::newConnection, this, [&server, &answer] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
                [socket, answer] { socket->write(answer); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto settings = testsupport::clientSettings(
        QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), testsupport::apiKey());
    settings.deadline = 2s;
    net::Client client(settings);
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    if (calls.results[0]) {
        QCOMPARE(status, 200);
        return;
    }
    const ApiError &error = calls.results[0].error();
    if (error.kind != ApiError::Kind::TimedOut) {
        QCOMPARE(error.status, status);
        QCOMPARE(status, 401);
        return;
    }
    QCOMPARE(error.cause, Cause::NoHead);
    QVERIFY(insight::hintFor(error).contains(u"too large"));
}

QTEST_GUILESS_MAIN(OddAnswersTest)
#include "tst_oddanswers.moc"
