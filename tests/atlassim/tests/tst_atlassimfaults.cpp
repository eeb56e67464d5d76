// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace atlassim;
using namespace testclient;

namespace {

constexpr int CurlGotPart = 18;

constexpr QLatin1String Groups("/api/atlas/v2/groups");
constexpr QLatin1String Faults("/_sim/faults");
constexpr QLatin1String SimOptions("/_sim/options");
constexpr QLatin1String Requests("/_sim/requests");
constexpr QLatin1String RequestCount("/_sim/requests/count");

QStringList json(const QByteArray &body)
{
    return form(QString::fromUtf8(body));
}

} // namespace

class TestAtlasSimFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void faultHitsAsOftenAsItSays();
    void faultsQueueUp();
    void faultSendsWhatItIsGiven();
    void faultAfterAuthenticationNeedsIt();
    void faultBeforeAuthenticationDoesNot();
    void faultHeedsEnvelope();
    void faultPicksByPathAndQuery();
    void faultHitsTokenCalls();
    void cutsAnswersShort();
    void dropsConnections();
    void dripsBodies();

    void delaysEveryAnswer();
    void delaysOneAnswer();
    void survivesClientsThatLeave();
    void closesWithAnswersPending();
    void keepsNoSecrets();

    void takesFaultsByHttp();
    void takesOptionsByHttp();
    void servesTls();

private:
    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSimFaults::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

void TestAtlasSimFaults::faultHitsAsOftenAsItSays()
{
    Fault fault = Fault::atlasError(500, QStringLiteral("UNEXPECTED_ERROR"), {},
                                    QStringLiteral("Unexpected error."));
    fault.times = 2;
    m_simulator->addFault(fault);
    QCOMPARE(get(*m_simulator, Groups).status, 500);
    QCOMPARE(get(*m_simulator, Groups).status, 500);
    QCOMPARE(get(*m_simulator, Groups).status, 200);

    fault.times = Fault::Forever;
    m_simulator->addFault(fault);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(get(*m_simulator, Groups).status, 500);
    m_simulator->clearFaults();
    QCOMPARE(get(*m_simulator, Groups).status, 200);
}

void TestAtlasSimFaults::faultsQueueUp()
{
    for (const int status : {503, 429}) {
        m_simulator->addFault(
            Fault::atlasError(status, QStringLiteral("SOME_ERROR"), {}, QStringLiteral("Some.")));
    }
    QCOMPARE(get(*m_simulator, Groups).status, 503);
    QCOMPARE(get(*m_simulator, Groups).status, 429);
    QCOMPARE(get(*m_simulator, Groups).status, 200);
}

void TestAtlasSimFaults::faultSendsWhatItIsGiven()
{
    Fault fault;
    fault.pathPrefix = Groups;
    fault.status = 521;
    fault.headers = {{"Content-Type", "text/html"}, {"Retry-After", "7"}};
    fault.body = "<html>down</html>";
    m_simulator->addFault(fault);
    const Curl answer = get(*m_simulator, Groups);
    QCOMPARE(answer.status, 521);
    QCOMPARE(answer.header("Content-Type"), QByteArray("text/html"));
    QCOMPARE(answer.header("Retry-After"), QByteArray("7"));
    QCOMPARE(answer.body, fault.body);
}

void TestAtlasSimFaults::faultAfterAuthenticationNeedsIt()
{
    m_simulator->addFault(Fault::atlasError(402, QStringLiteral("ACCOUNT_SUSPENDED"), {}, {}));
    QCOMPARE(get(*m_simulator, Groups, {}).status, 401);
    const Curl answer = get(*m_simulator, Groups);
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.json().value(QLatin1String("reason")).toString(),
             QStringLiteral("Payment Required"));
    QVERIFY(m_simulator->seenRequests().last().authorised);
}

void TestAtlasSimFaults::faultBeforeAuthenticationDoesNot()
{
    Fault fault = Fault::atlasError(503, QStringLiteral("UNAVAILABLE"), {}, {});
    fault.beforeAuthentication = true;
    m_simulator->addFault(fault);
    QCOMPARE(get(*m_simulator, Groups, {}).status, 503);
    QCOMPARE(get(*m_simulator, Groups, {}).status, 401);
}

void TestAtlasSimFaults::faultHeedsEnvelope()
{
    m_simulator->addFault(Fault::atlasError(410, QStringLiteral("VERSION_GONE"), {}, {}));
    const Curl answer = get(*m_simulator, QString(Groups + QStringLiteral("?envelope=true")));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QLatin1String("status")).toInt(), 410);
}

void TestAtlasSimFaults::faultPicksByPathAndQuery()
{
    Fault fault;
    fault.pathPrefix = Groups;
    fault.wholePath = true;
    fault.queryItem = QStringLiteral("pageNum=2");
    m_simulator->addFault(fault);
    QCOMPARE(get(*m_simulator, bucketsPath(sample::Search)).status, 200);
    QCOMPARE(get(*m_simulator, QString(Groups + QStringLiteral("?pageNum=1"))).status, 200);
    QCOMPARE(get(*m_simulator, QString(Groups + QStringLiteral("?pageNum=2"))).status, 500);
}

void TestAtlasSimFaults::faultHitsTokenCalls()
{
    Fault fault;
    fault.pathPrefix = QStringLiteral("/api/oauth/token");
    fault.status = 503;
    m_simulator->addFault(fault);
    QCOMPARE(askForToken(*m_simulator).status, 503);
    QCOMPARE(askForToken(*m_simulator).status, 200);
}

void TestAtlasSimFaults::cutsAnswersShort()
{
    Fault fault = Fault::delay(Groups, {});
    fault.delivery = Delivery::CutShort;
    m_simulator->addFault(fault);
    const Curl answer = get(*m_simulator, Groups);
    QCOMPARE(answer.exitCode, CurlGotPart);
    QCOMPARE(answer.body.size(), answer.header("Content-Length").toInt() / 2);
}

void TestAtlasSimFaults::dropsConnections()
{
    Fault fault = Fault::delay(Groups, {});
    fault.delivery = Delivery::Dropped;
    fault.beforeAuthentication = true;
    m_simulator->addFault(fault);
    const Curl answer = get(*m_simulator, Groups, {});
    QVERIFY(answer.exitCode != 0);
    QCOMPARE(answer.status, 0);
    QCOMPARE(m_simulator->seenRequests().last().status, 0);
}

void TestAtlasSimFaults::dripsBodies()
{
    Fault fault;
    fault.pathPrefix = Groups;
    fault.body = "drip";
    fault.delivery = Delivery::Dripped;
    m_simulator->addFault(fault);
    QElapsedTimer timer;
    timer.start();
    const Curl answer = get(*m_simulator, Groups);
    QCOMPARE(answer.body, fault.body);
    QVERIFY(timer.elapsed() >= 350);
}

void TestAtlasSimFaults::delaysEveryAnswer()
{
    m_simulator->options().latency = std::chrono::milliseconds(200);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(get(*m_simulator, Groups, {}).status, 401);
    QVERIFY(timer.elapsed() >= 190);
}

void TestAtlasSimFaults::delaysOneAnswer()
{
    QSignalSpy answered(m_simulator.get(), &Simulator::requestAnswered);
    m_simulator->addFault(Fault::delay(Groups, std::chrono::milliseconds(200)));
    QElapsedTimer timer;
    timer.start();
    const Curl answer = get(*m_simulator, Groups);
    QVERIFY(timer.elapsed() >= 190);
    QCOMPARE(results(answer).size(), 14);
    QCOMPARE(answered.size(), 2);
}

void TestAtlasSimFaults::survivesClientsThatLeave()
{
    m_simulator->options().latency = std::chrono::milliseconds(50);
    QSignalSpy answered(m_simulator.get(), &Simulator::requestAnswered);
    QTcpSocket leaver;
    leaver.connectToHost(QStringLiteral("127.0.0.1"), quint16(m_simulator->baseUrl().port()));
    QTRY_COMPARE(leaver.state(), QAbstractSocket::ConnectedState);
    leaver.write("GET /api/atlas/v2/groups HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(m_simulator->seenRequests().size(), 1);
    leaver.abort();

    QCOMPARE(get(*m_simulator, Groups, {}).status, 401);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(m_simulator->seenRequests().size(), 2);
}

void TestAtlasSimFaults::closesWithAnswersPending()
{
    m_simulator->options().latency = std::chrono::hours(1);
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"), quint16(m_simulator->baseUrl().port()));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.write("GET /api/atlas/v2/groups HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(m_simulator->seenRequests().size(), 1);
    m_simulator->close();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(m_simulator->baseUrl().isEmpty());
    QVERIFY(m_simulator->listen());
}

void TestAtlasSimFaults::keepsNoSecrets()
{
    QCOMPARE(askForToken(*m_simulator).status, 200);
    QCOMPARE(get(*m_simulator, Groups).status, 200);
    const Curl seen = get(*m_simulator, Requests, {});
    QCOMPARE(seen.status, 200);
    const auto list = QJsonDocument::fromJson(seen.body).array();
    QCOMPARE(list.size(), 3);
    QCOMPARE(get(*m_simulator, RequestCount, {}).body.trimmed(), "3");
    QCOMPARE(list.last().toObject().value(QLatin1String("scheme")).toString(),
             QStringLiteral("digest"));
    QVERIFY(!seen.body.contains("response"));
    QVERIFY(!seen.body.contains("mdb_sa_"));
}

void TestAtlasSimFaults::takesFaultsByHttp()
{
    QCOMPARE(post(*m_simulator, Faults, json(R"({"pathPrefix": "nowhere"})")).status, 400);
    QCOMPARE(post(*m_simulator, Faults, json(R"({"pathPrefix": "/", "status": 42})")).status, 400);
    QCOMPARE(post(*m_simulator, Faults, json("[]")).status, 400);
    const QByteArray fault = R"({"pathPrefix": "/api/atlas/v2/groups", "status": 429, "times": -1,
        "headers": {"Retry-After": "3"},
        "atlasError": {"errorCode": "RATE_LIMITED", "detail": "Wait.", "parameters": [3]}})";
    QCOMPARE(post(*m_simulator, Faults, json(fault)).status, 204);
    const Curl answer = get(*m_simulator, Groups);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header("Retry-After"), QByteArray("3"));
    QCOMPARE(errorCode(answer.json()), QStringLiteral("RATE_LIMITED"));

    const QStringList remove{QStringLiteral("--request"), QStringLiteral("DELETE")};
    QCOMPARE(get(*m_simulator, Faults, remove).status, 204);
    QCOMPARE(get(*m_simulator, Groups).status, 200);
    QCOMPARE(get(*m_simulator, Requests, remove).status, 204);
    QVERIFY(m_simulator->seenRequests().isEmpty());
    QCOMPARE(get(*m_simulator, QStringLiteral("/_sim/other"), {}).status, 404);
}

void TestAtlasSimFaults::takesOptionsByHttp()
{
    const QByteArray options = R"({"latencyMs": 20, "tokenLifetimeS": 60})";
    QCOMPARE(post(*m_simulator, SimOptions, json(options)).status, 204);
    QCOMPARE(m_simulator->options().latency, std::chrono::milliseconds(20));
    QVERIFY(!m_simulator->options().rateCapacity);
    QVERIFY(!m_simulator->options().strictlyIncreasingNonceCount);
    QCOMPARE(askForToken(*m_simulator).json().value(QLatin1String("expires_in")).toInt(), 60);
    QCOMPARE(post(*m_simulator, QStringLiteral("/_sim/expire"), {}).status, 204);
    QCOMPARE(m_simulator->liveTokenCount(), 0);

    for (const bool isStrict : {true, false}) {
        const QByteArray choice = isStrict ? "true" : "false";
        const QByteArray strictness = "{\"strictlyIncreasingNonceCount\": " + choice + '}';
        QCOMPARE(post(*m_simulator, SimOptions, json(strictness)).status, 204);
        QCOMPARE(m_simulator->options().strictlyIncreasingNonceCount, isStrict);
        QCOMPARE(post(*m_simulator, SimOptions, json("{}")).status, 204);
        QCOMPARE(m_simulator->options().strictlyIncreasingNonceCount, isStrict);
    }
}

void TestAtlasSimFaults::servesTls()
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    QProcess openssl;
    QSignalSpy finished(&openssl, &QProcess::finished);
    openssl.start(QStringLiteral("openssl"),
                  QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 "
                                 "-addext subjectAltName=IP:127.0.0.1 -keyout %1 -out %2")
                      .arg(key, certificate)
                      .split(QLatin1Char(' ')));
    QVERIFY(finished.wait(20000));

    QVERIFY(!Simulator(World()).useTls(certificate, certificate));
    QVERIFY(m_simulator->useTls(certificate, key));
    QVERIFY(m_simulator->listen());
    QVERIFY(m_simulator->baseUrl().toString().startsWith(QStringLiteral("https://127.0.0.1:")));
    const Curl answer = get(*m_simulator, Groups,
                            acceptVersion(QStringLiteral("2025-02-19")) + digest()
                                + QStringList{QStringLiteral("--cacert"), certificate});
    QCOMPARE(answer.status, 200);
    QCOMPARE(get(*m_simulator, Groups, {}).exitCode, 60);
}

QTEST_GUILESS_MAIN(TestAtlasSimFaults)

#include "tst_atlassimfaults.moc"
