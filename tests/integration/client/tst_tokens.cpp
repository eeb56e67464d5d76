// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/support/clienttest.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlas::ApiError;
using atlassim::Fault;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups"_s;
const auto TokenPath = u"/api/oauth/token"_s;
const auto RevokePath = u"/api/oauth/revoke"_s;

Fault tokenCallFails(int status, int times, const atlassim::HeaderList &headers = {})
{
    Fault fault;
    fault.pathPrefix = TokenPath;
    fault.status = status;
    fault.times = times;
    fault.headers = headers;
    fault.body = R"({"error":"unavailable","error_description":"Not now."})";
    return fault;
}

} // namespace

Q_DECLARE_METATYPE(atlassim::Fault)

/// A service account's tokens: fetched for all at once, tried again, and none left behind.
class TokensTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void triesTheTokenCallAgainForAll_data();
    void triesTheTokenCallAgainForAll();
    void countsDownToTheTokenCall();
    void endsAllWhenTheTokenCallFailsForGood();
    void doesNotTryAWrongSecretAgain();
    void stopsTryingWhenNobodyWaits();
    void pausesWhenARenewalFails();
    void waitsAsLongAsARenewalWasTold();
    void revokesATokenThatWasReplaced();
    void revokesATokenThatWasRefused();
    void revokesATokenThatCannotBeUsed_data();
    void revokesATokenThatCannotBeUsed();
    void revokesATokenWhenItsRequestsHaveEnded();
    void revokesWhatATokenCallUnderWayBrings_data();
    void revokesWhatATokenCallUnderWayBrings();

private:
    std::unique_ptr<net::Client> makePatientClient();
    qsizetype countOf(const QString &path);
};

std::unique_ptr<net::Client> TokensTest::makePatientClient()
{
    auto settings =
        testsupport::clientSettings(simulator().baseUrl(), testsupport::serviceAccount());
    settings.retries = {};
    settings.retries.afterServerError = 10ms;
    settings.retries.afterTransportError = 10ms;
    return std::make_unique<net::Client>(settings);
}

qsizetype TokensTest::countOf(const QString &path)
{
    const auto seen = simulator().seenRequests();
    return std::count_if(seen.begin(), seen.end(),
                         [&path](const auto &one) { return one.path == path; });
}

void TokensTest::triesTheTokenCallAgainForAll_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("429") << tokenCallFails(429, 1, {{"Retry-After", "0"}});
    QTest::newRow("502") << tokenCallFails(502, 1);
    QTest::newRow("503 three times") << tokenCallFails(503, 3);
    QTest::newRow("504") << tokenCallFails(504, 1);
    Fault dropped = tokenCallFails(200, 1);
    dropped.delivery = atlassim::Delivery::CutShort;
    dropped.body = QByteArray(5000, ' ');
    QTest::newRow("cut in the body") << dropped;
}

void TokensTest::triesTheTokenCallAgainForAll()
{
    QFETCH(const Fault, fault);
    simulator().addFault(fault);
    const auto client = makePatientClient();
    QSignalSpy planned(client.get(), &net::Client::retryPlanned);
    QSignalSpy ended(client.get(), &net::Client::retriesEnded);
    Outcomes outcomes;
    for (int i = 0; i < 6; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 6);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    QCOMPARE(countOf(TokenPath), fault.times + 1);
    // Each of them tells.
    QTRY_COMPARE(ended.size(), planned.isEmpty() ? 0 : 6);
    for (const auto &arguments : ended)
        QVERIFY(arguments[1].toBool());
}

void TokensTest::countsDownToTheTokenCall()
{
    simulator().addFault(tokenCallFails(429, 1, {{"Retry-After", "1"}}));
    const auto client = makePatientClient();
    QObject context;
    int answers = 0;
    QElapsedTimer timer;
    timer.start();
    QList<QPointer<net::Call>> calls;
    const auto ask = [&] {
        calls.append(client->send<Projects>(atlas::listProjects({}), &context,
                                            [&answers](const auto &) { ++answers; }));
    };
    ask();
    ask();
    QTRY_VERIFY(calls[0]->waiting());
    ask(); // It comes when the countdown runs.
    for (const auto &call : calls) {
        QTRY_VERIFY(call->waiting());
        QCOMPARE(call->waiting()->reason, net::Waiting::Reason::Retry);
        QCOMPARE(call->waiting()->error.status, 429);
        QCOMPARE(call->waiting()->retry, 1);
        QCOMPARE(call->waiting()->mostRetries, 3);
        QVERIFY(call->waiting()->until.remainingTime() > 100);
    }
    QTRY_COMPARE(answers, 3);
    QVERIFY(timer.elapsed() >= 1000);
    QCOMPARE(countOf(TokenPath), 2);
}

void TokensTest::endsAllWhenTheTokenCallFailsForGood()
{
    simulator().addFault(tokenCallFails(503, Fault::Forever));
    const auto client = makePatientClient();
    Outcomes outcomes;
    for (int i = 0; i < 6; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 6);
    for (const auto &result : outcomes.results) {
        QVERIFY(!result);
        QVERIFY(result.error().duringSignIn);
        QCOMPARE(result.error().status, 503);
        QCOMPARE(result.error().retries, 3);
        QVERIFY(result.error().request.startsWith(u"POST "));
    }
    QCOMPARE(countOf(TokenPath), 4);
    QCOMPARE(countOf(GroupsPath), 0);

    simulator().clearFaults();
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results.constLast());
}

void TokensTest::doesNotTryAWrongSecretAgain()
{
    simulator().addFault(tokenCallFails(401, 1));
    const auto client = makePatientClient();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    QVERIFY(outcomes.results[0].error().duringSignIn);
    QCOMPARE(countOf(TokenPath), 1);
}

void TokensTest::stopsTryingWhenNobodyWaits()
{
    simulator().addFault(tokenCallFails(503, Fault::Forever, {{"Retry-After", "1"}}));
    const auto client = makePatientClient();
    QSignalSpy ended(client.get(), &net::Client::retriesEnded);
    QObject context;
    const auto call =
        client->send<Projects>(atlas::listProjects({}), &context, [](const auto &) {});
    QTRY_VERIFY(call->waiting());
    call->cancel();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!ended[0][1].toBool());
    QTest::qWait(1500); // For a token call that does not come.
    QCOMPARE(countOf(TokenPath), 1);
}

void TokensTest::pausesWhenARenewalFails()
{
    simulator().options().tokenLifetime = 9s;
    auto settings =
        testsupport::clientSettings(simulator().baseUrl(), testsupport::serviceAccount());
    settings.retries.mostRetries = 3;
    settings.retries.afterServerError = 10s;
    net::Client client(settings);
    Outcomes outcomes;
    outcomes.askAndWait(client);
    simulator().addFault(tokenCallFails(503, Fault::Forever));
    const auto hasTriedToRenew = [&] {
        outcomes.askAndWait(client);
        return countOf(TokenPath) == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasTriedToRenew(), 30'000);
    const qsizetype before = outcomes.results.size();
    for (int i = 0; i < 20; ++i)
        outcomes.ask(client);
    QTRY_COMPARE(outcomes.results.size(), before + 20);
    QCOMPARE(countOf(TokenPath), 2);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void TokensTest::waitsAsLongAsARenewalWasTold()
{
    simulator().options().tokenLifetime = 2s;
    const auto client = makePatientClient();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    simulator().addFault(tokenCallFails(503, 1, {{"Retry-After", "1"}}));
    QTRY_VERIFY([&] {
        outcomes.askAndWait(*client);
        return countOf(TokenPath) == 2;
    }());
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY([&] {
        outcomes.askAndWait(*client);
        return countOf(TokenPath) == 3;
    }());
    QVERIFY2(timer.elapsed() >= 900, qPrintable(QString::number(timer.elapsed())));
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void TokensTest::revokesATokenThatWasReplaced()
{
    simulator().options().tokenLifetime = 2s;
    const auto client = makePatientClient();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QTRY_VERIFY([&] {
        outcomes.askAndWait(*client);
        return countOf(TokenPath) == 2;
    }());
    QTRY_COMPARE(countOf(RevokePath), 1);
    outcomes.askAndWait(*client);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void TokensTest::revokesATokenThatWasRefused()
{
    const auto client = makePatientClient();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    Fault refused = Fault::atlasError(401, u"X"_s, u"Unauthorized"_s, u"no"_s);
    simulator().addFault(refused);
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[1]);
    QCOMPARE(countOf(TokenPath), 2);
    QTRY_COMPARE(countOf(RevokePath), 1);
    QTRY_COMPARE(simulator().liveTokenCount(), 1);
}

void TokensTest::revokesATokenThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("revocations");
    QTest::newRow("another type") << QByteArray(
        R"({"access_token":"a.b-c","expires_in":3600,"token_type":"mac"})")
                                  << 1;
    QTest::newRow("no lifetime") << QByteArray(R"({"access_token":"a.b-c"})") << 1;
    QTest::newRow("no token") << QByteArray(R"({"expires_in":3600})") << 0;
    QTest::newRow("a token that is none")
        << QByteArray(R"({"access_token":"a b","expires_in":3600})") << 0;
}

/// The server has made it all the same.
void TokensTest::revokesATokenThatCannotBeUsed()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, revocations);
    Fault fault;
    fault.pathPrefix = TokenPath;
    fault.status = 200;
    fault.body = answer;
    simulator().addFault(fault);
    const auto client = makePatientClient();
    QSignalSpy left(client.get(), &net::Client::left);
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(outcomes.results[0].error().kind, ApiError::Kind::Malformed);
    client->leave();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(countOf(RevokePath), revocations);
}

void TokensTest::revokesATokenWhenItsRequestsHaveEnded()
{
    const auto client = makePatientClient();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    simulator().addFault(Fault::delay(GroupsPath, 400ms));
    outcomes.ask(*client);
    QTRY_COMPARE(countOf(GroupsPath), 2);
    Fault refused = Fault::atlasError(401, u"X"_s, u"Unauthorized"_s, u"no"_s);
    simulator().addFault(refused);
    outcomes.askAndWait(*client);
    QCOMPARE(countOf(TokenPath), 2);
    QCOMPARE(countOf(RevokePath), 0);
    QTRY_COMPARE(outcomes.results.size(), 3);
    QTRY_COMPARE(countOf(RevokePath), 1);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void TokensTest::revokesWhatATokenCallUnderWayBrings_data()
{
    QTest::addColumn<bool>("isRenewal");
    QTest::newRow("the first") << false;
    QTest::newRow("a renewal") << true;
}

void TokensTest::revokesWhatATokenCallUnderWayBrings()
{
    QFETCH(const bool, isRenewal);
    const auto client = makePatientClient();
    Outcomes outcomes;
    simulator().options().tokenLifetime = 2s;
    if (isRenewal)
        outcomes.askAndWait(*client);
    Fault late = Fault::delay(TokenPath, 300ms);
    simulator().addFault(late);
    const qsizetype calls = isRenewal ? 2 : 1;
    QTRY_VERIFY([&] {
        outcomes.ask(*client);
        return countOf(TokenPath) == calls;
    }());
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(simulator().liveTokenCount(), 0);
    QCOMPARE(countOf(RevokePath), calls);
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tst_tokens.moc"
