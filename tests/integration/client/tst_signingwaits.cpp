// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/support/clienttest.h"
#include "tests/support/recordingserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using atlassim::Fault;
using testsupport::httpAnswer;
using testsupport::RecordingServer;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups"_s;

} // namespace

/// Calls that wait while another one signs in: what they are told, and when they end.
class SigningWaitsTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheRequestThatHung_data();
    void namesTheRequestThatHung();
    void doesNotCountTheTimeOfOthers();
    void takesTheNewNonceOfAStaleOne();
    void endsWhenEachNonceIsStale();
    void goesOnWhenTheTrialIsCancelled();
    void leavesWithoutAnotherRequest();
};

void SigningWaitsTest::namesTheRequestThatHung_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QString>("request");
    QTest::newRow("API key") << Authentication::ApiKey << u"GET "_s;
    QTest::newRow("service account") << Authentication::ServiceAccount << u"POST "_s;
}

void SigningWaitsTest::namesTheRequestThatHung()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, request);
    Fault late = Fault::delay(u"/api/"_s, 1h);
    late.beforeAuthentication = true;
    late.times = Fault::Forever;
    simulator().addFault(late);
    const auto client = makeClient(testsupport::credential(authentication), 300ms);
    QElapsedTimer timer;
    timer.start();
    Outcomes outcomes;
    for (int i = 0; i < 5; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 5);
    for (const auto &result : outcomes.results) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ApiError::Kind::TimedOut);
        QVERIFY2(result.error().request.startsWith(request), qPrintable(result.error().request));
        QCOMPARE(result.error().request, outcomes.results[0].error().request);
    }
    // One after the other they would have taken five times as long.
    QVERIFY2(timer.elapsed() < 1200, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(simulator().seenRequests().size(), 1);
}

/// The first needs two requests of 400 ms; the second one more, after them.
void SigningWaitsTest::doesNotCountTheTimeOfOthers()
{
    simulator().options().latency = 400ms;
    const auto client = makeClient(testsupport::apiKey(), 1100ms);
    Outcomes outcomes;
    outcomes.ask(*client);
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 2);
    for (const auto &result : outcomes.results)
        QVERIFY2(result, result ? "" : qPrintable(result.error().reason));
}

void SigningWaitsTest::takesTheNewNonceOfAStaleOne()
{
    const auto answers = std::make_shared<int>(0);
    connect(&simulator(), &atlassim::Simulator::requestAnswered, this, [this, answers] {
        if (++*answers == 1)
            simulator().expireNonces();
    });
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[0]);
    QCOMPARE(simulator().seenRequests().size(), 3);
}

void SigningWaitsTest::endsWhenEachNonceIsStale()
{
    int nonce = 0;
    const RecordingServer server([&nonce](const QByteArray &) {
        return httpAnswer(
            401,
            {"WWW-Authenticate: Digest realm=\"r\", qop=\"auth\", stale=TRUE, nonce=\""
             + QByteArray::number(++nonce) + '"'});
    });
    net::Client client(testsupport::clientSettings(server.baseUrl(), testsupport::apiKey()));
    Outcomes outcomes;
    for (int i = 0; i < 4; ++i)
        outcomes.ask(client);
    QTRY_COMPARE(outcomes.results.size(), 4);
    for (const auto &result : outcomes.results)
        QCOMPARE(result.error().status, 401);
    QCOMPARE(server.requests().size(), 3);
}

void SigningWaitsTest::goesOnWhenTheTrialIsCancelled()
{
    Fault late = Fault::delay(GroupsPath, 1h);
    late.beforeAuthentication = true;
    simulator().addFault(late);
    const auto client = makeClient(testsupport::apiKey());
    QObject context;
    const auto trial =
        client->send<Projects>(atlas::listProjects({}), &context, [](const auto &) {});
    Outcomes outcomes;
    for (int i = 0; i < 4; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(simulator().seenRequests().size(), 1);
    trial->cancel();
    QTRY_COMPARE(outcomes.results.size(), 4);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void SigningWaitsTest::leavesWithoutAnotherRequest()
{
    simulator().options().latency = 100ms;
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    for (int i = 0; i < 8; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(simulator().seenRequests().size(), 1);
    QSignalSpy exchanged(client.get(), &net::Client::exchanged);
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    QCOMPARE(left.count(), 1);
    QTRY_COMPARE(exchanged.count(), 1); // The one that was cut off.
    QTest::qWait(100); // For others, which do not come.
    QCOMPARE(exchanged.count(), 1);
    QCOMPARE(simulator().seenRequests().size(), 1);
    QVERIFY(outcomes.results.isEmpty());
}

QTEST_GUILESS_MAIN(SigningWaitsTest)
#include "tst_signingwaits.moc"
