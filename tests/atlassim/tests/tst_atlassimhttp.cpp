// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/httpfront.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace atlassim;

namespace {

constexpr QByteArrayView Get("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");

QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body = {})
{
    return "POST /one HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

/// Of all answers in `bytes`, one after the other.
QList<int> statusesIn(const QByteArray &bytes)
{
    static const QRegularExpression line(QStringLiteral("HTTP/1\\.1 (\\d\\d\\d) "));
    QList<int> statuses;
    for (const auto &match : line.globalMatch(QString::fromLatin1(bytes)))
        statuses.append(match.capturedView(1).toInt());
    return statuses;
}

} // namespace

/// How the simulator reads HTTP: by bytes that no HTTP client would send so.
class TestAtlasSimHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsOneByteAtATime();
    void readsWhatIsInARequest();
    void answersAllRequestsOfOnePacket();
    void answersInOrder();
    void keepsTheConnection_data();
    void keepsTheConnection();
    void answersHeadWithoutABody();
    void refuses_data();
    void refuses();
    void refusesTlsAtOnce();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void takesTheLargestBody();
    void keepsLittleOfWhatIsRefused();
    void dropsAllWhenItGoes();

private:
    void connectTo(QTcpSocket &client);
    void send(const QByteArray &bytes);
    QByteArray received();

    std::unique_ptr<HttpFront> m_front;
    std::unique_ptr<QTcpSocket> m_client;
    quint16 m_port{0};
    QByteArray m_received;
    QList<HttpRequest> m_requests;
};

void TestAtlasSimHttp::init()
{
    m_client = std::make_unique<QTcpSocket>();
    m_received.clear();
    m_requests.clear();
    m_front = std::make_unique<HttpFront>([this](const HttpRequest &request) {
        m_requests.append(request);
        const bool isSlow = request.path == QLatin1String("/slow");
        return PlannedReply{
            {200, {}, request.path.toUtf8()}, std::chrono::milliseconds(isSlow ? 100 : 0), [] {
            }};
    });
    m_port = m_front->listen(0);
    QVERIFY(m_port != 0);
    connectTo(*m_client);
}

void TestAtlasSimHttp::connectTo(QTcpSocket &client)
{
    client.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void TestAtlasSimHttp::send(const QByteArray &bytes)
{
    m_client->write(bytes);
    m_client->flush();
}

QByteArray TestAtlasSimHttp::received()
{
    return m_received += m_client->readAll();
}

void TestAtlasSimHttp::readsOneByteAtATime()
{
    const QByteArray bytes = post("Content-Length: 4\r\n", "body") + Get;
    RequestReader reader;
    QList<HttpRequest> requests;
    for (const char byte : bytes) {
        reader.add(QByteArray(1, byte));
        const auto request = reader.next();
        QVERIFY(request);
        if (*request)
            requests.append(**request);
    }
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].body, "body");
    QCOMPARE(requests[1].method, "GET");

    for (const char byte : bytes) {
        send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(statusesIn(received()), (QList{200, 200}));
    QCOMPARE(m_requests[0].body, "body");
}

void TestAtlasSimHttp::readsWhatIsInARequest()
{
    send("\r\nPATCH http://elsewhere.example:80/a%20b/%E2%82%AC?c=d%26e&f HTTP/1.1\r\n"
         "hOsT:elsewhere.example\r\nX-Empty:\r\nX-Wide: \t one  two \t\r\n\r\n");
    QTRY_COMPARE(m_requests.size(), 1);
    const HttpRequest &request = m_requests[0];
    QCOMPARE(request.method, "PATCH");
    QCOMPARE(request.target, "/a%20b/%E2%82%AC?c=d%26e&f");
    QCOMPARE(request.path, QStringLiteral("/a b/\u20ac"));
    QCOMPARE(request.query.queryItemValue(QStringLiteral("c"), QUrl::FullyDecoded),
             QStringLiteral("d&e"));
    QCOMPARE(request.headers.size(), 3);
    QCOMPARE(request.header("host"), "elsewhere.example");
    QCOMPARE(request.header("x-empty"), "");
    QCOMPARE(request.header("X-WIDE"), "one  two");
    QVERIFY(request.fromLoopback);
    send(get("//two/slashes"));
    QTRY_COMPARE(m_requests.size(), 2);
    QCOMPARE(m_requests[1].path, QStringLiteral("//two/slashes"));
}

void TestAtlasSimHttp::answersAllRequestsOfOnePacket()
{
    constexpr int Count = 5000;
    send(post("Content-Length: 3\r\n", "abc") + Get.toByteArray().repeated(Count));
    QTRY_COMPARE(statusesIn(received()), QList<int>(Count + 1, 200));
    QCOMPARE(m_requests.size(), Count + 1);
    QCOMPARE(m_requests[0].body, "abc");
}

void TestAtlasSimHttp::answersInOrder()
{
    send(get("/slow") + get("/two") + get("/slow") + get("/four"));
    QTRY_COMPARE(statusesIn(received()).size(), 4);
    QTRY_VERIFY(received().endsWith("/four"));
    QVERIFY(m_received.indexOf("/slow") < m_received.indexOf("/two"));
    QVERIFY(m_received.lastIndexOf("/slow") > m_received.indexOf("/two"));
}

void TestAtlasSimHttp::keepsTheConnection_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("stays");
    QTest::newRow("by itself") << get("/one") << true;
    QTest::newRow("keep-alive") << get("/one", "Connection: keep-alive\r\n") << true;
    QTest::newRow("close") << get("/one", "Connection: close\r\n") << false;
    QTest::newRow("close, among others") << get("/one", "connection: TE ,Close\r\n") << false;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /one HTTP/1.0\r\n\r\n") << false;
}

void TestAtlasSimHttp::keepsTheConnection()
{
    QFETCH(const QByteArray, request);
    QFETCH(const bool, stays);
    send(request);
    QTRY_VERIFY(received().endsWith("/one"));
    QCOMPARE(m_received.contains("\r\nConnection: close\r\n"), !stays);
    if (!stays) {
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        return;
    }
    send(Get.toByteArray());
    QTRY_COMPARE(statusesIn(received()), (QList{200, 200}));
}

void TestAtlasSimHttp::answersHeadWithoutABody()
{
    send("HEAD /one HTTP/1.1\r\nHost: a\r\n\r\n" + get("/two"));
    QTRY_VERIFY(received().endsWith("/two"));
    QVERIFY(m_received.contains("Content-Length: 4\r\n\r\nHTTP/1.1 200 OK\r\n"));
}

void TestAtlasSimHttp::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("no HTTP", "hello\r\n\r\n");
    row("TLS", QByteArray::fromHex("160301020001000001fc0303") + "\r\n\r\n");
    row("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n");
    row("two blanks", "GET  /one HTTP/1.1\r\nHost: a\r\n\r\n");
    row("blank in the target", "GET /one two HTTP/1.1\r\nHost: a\r\n\r\n");
    row("odd method", "G(T /one HTTP/1.1\r\nHost: a\r\n\r\n");
    row("target without a slash", get("one"));
    row("no path", get("*"));
    row("byte beyond ASCII in the target", get("/\xe2\x82\xac"));
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 505);
    row("HTTP/1.2", "GET /one HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("no host", "GET /one HTTP/1.1\r\n\r\n");
    row("two hosts", get("/one", "Host: b\r\n"));
    row("no colon", get("/one", "Accept\r\n"));
    row("no name", get("/one", ": value\r\n"));
    row("blank before the colon", get("/one", "Accept : a\r\n"));
    row("folded line", get("/one", "Accept: a\r\n b\r\n"));
    row("NUL", get("/one", QByteArray("Accept: a\0b\r\n", 13)));
    row("line feed alone", get("/one", "Accept: a\nX: b\r\n"));
    row("carriage return alone", get("/one", "Accept: a\rX: b\r\n"));
    row("in chunks", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 411);
    row("two lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n", "a"));
    row("length no number", post("Content-Length: +1\r\n", "a"));
    row("length below zero", post("Content-Length: -1\r\n"));
    row("no length", post("Content-Length:\r\n"));
    row("length beyond numbers", post("Content-Length: 99999999999999999999\r\n"), 413);
    row("expectation", post("Expect: 100-continue\r\nContent-Length: 1\r\n", "a"), 417);
}

void TestAtlasSimHttp::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    send(bytes + Get);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(statusesIn(received()), QList{status});
    QVERIFY(m_received.contains("\r\nConnection: close\r\n"));
    QVERIFY(m_received.endsWith(".\n"));
    QVERIFY(m_requests.isEmpty());
}

void TestAtlasSimHttp::refusesTlsAtOnce()
{
    send(QByteArray::fromHex("160301020001000001fc0303"));
    QTRY_COMPARE(statusesIn(received()), QList{400});
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
}

void TestAtlasSimHttp::refusesWhatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("head without an end")
        << QByteArray("GET /" + QByteArray(LargestHead, 'a')) << 431;
    QTest::newRow("head") << get("/one", "X: " + QByteArray(LargestHead, 'a') + "\r\n") << 431;
    QTest::newRow("headers") << get("/one", QByteArray("X: a\r\n").repeated(MostHeaders)) << 431;
    QTest::newRow("body") << post(
        "Content-Length: " + QByteArray::number(qlonglong(LargestBody + 1)) + "\r\n")
                          << 413;
}

void TestAtlasSimHttp::refusesWhatIsTooLarge()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    send(bytes);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(statusesIn(received()), QList{status});
}

void TestAtlasSimHttp::takesTheLargestBody()
{
    send(post("Content-Length: " + QByteArray::number(qlonglong(LargestBody)) + "\r\n",
              QByteArray(LargestBody, 'a')));
    QTRY_COMPARE(statusesIn(received()), QList{200});
    QCOMPARE(m_requests[0].body.size(), LargestBody);
}

void TestAtlasSimHttp::keepsLittleOfWhatIsRefused()
{
    // The client is told, although it has not sent all yet.
    send("nonsense\r\n\r\n" + QByteArray(LargestBody, 'a'));
    QTRY_COMPARE(statusesIn(received()), QList{400});
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
}

void TestAtlasSimHttp::dropsAllWhenItGoes()
{
    QTcpSocket idle;
    connectTo(idle);
    send(get("/slow"));
    QTRY_COMPARE(m_requests.size(), 1);
    m_front.reset();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(received().isEmpty());
}

QTEST_GUILESS_MAIN(TestAtlasSimHttp)

#include "tst_atlassimhttp.moc"
