// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/missingrole.h"
#include "atlas/values/utc.h"
#include "tests/integration/support/clienttest.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using atlassim::Fault;
using atlassim::Simulator;

namespace {

using Endpoints = atlas::Page<atlas::PrivateEndpoint>;

const auto GroupsPath = u"/api/atlas/v2/groups"_s;

atlas::ProjectId payments()
{
    return *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
}

} // namespace

/// What the client makes of errors, redirects, silence, and of being told to stop.
class ClientFaultsTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsErrorsInEnvelopes();
    void namesTheRoleThatTheCallTakes();
    void choosesTheVersionThatTheCallTakes();
    void tellsTransportErrors_data();
    void tellsTransportErrors();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void endsAtTheDeadline();
    void endsManyAtTheirDeadlines();
    void endsAtTheDeadlineOfBothRequests();
    void canBeCancelled();
    void canBeCancelledBeforeItsAnswerIsRead();
    void isSilentWhenTheContextDies();
    void survivesTheEndOfTheClient();
    void readsHeaders();
    void tellsOfAnExchangeBeforeItsAnswer();
};

void ClientFaultsTest::readsErrorsInEnvelopes()
{
    const auto client = makeClient(testsupport::apiKey());
    client->setOptions({{}, true, false});
    const auto missing = *atlas::ProjectId::fromHex(u"5f00000000000000000000ff");
    QObject context;
    std::optional<atlas::Result<atlas::Project>> result;
    client->send<atlas::Project>(
        atlas::getProject(missing), &context,
        [&result](const atlas::Result<atlas::Project> &answer) { result = answer; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QCOMPARE(result->error().status, 404);
    QCOMPARE(result->error().errorCode, u"GROUP_NOT_FOUND"_s);
    QCOMPARE(result->error().parameters, QStringList{u"5f00000000000000000000ff"_s});
}

void ClientFaultsTest::namesTheRoleThatTheCallTakes()
{
    const auto client = makeClient(testsupport::apiKey());
    QObject context;
    std::optional<atlas::Result<Endpoints>> result;
    client->send<Endpoints>(atlas::listPrivateEndpoints(payments(), {}), &context,
                            [&result](const auto &answer) { result = answer; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QVERIFY(atlas::meansMissingRole(result->error()));
    QCOMPARE(result->error().role, atlas::Role::ProjectOwner);
    QVERIFY(!result->error().hasOwnVersion);
}

void ClientFaultsTest::choosesTheVersionThatTheCallTakes()
{
    const auto client = makeClient(testsupport::owner());
    client->setOptions({*atlas::ApiVersion::fromString(u"2024-08-05")});
    QObject context;
    std::optional<atlas::Result<Endpoints>> result;
    client->send<Endpoints>(atlas::listPrivateEndpoints(payments(), {}), &context,
                            [&result](const auto &answer) { result = answer; });
    QTRY_VERIFY(result);
    QVERIFY(*result);
    QCOMPARE((*result)->results.size(), 3);
    QVERIFY((*result)->results[0].isActive());

    simulator().addFault(Fault::atlasError(406, u"INVALID_VERSION_DATE"_s, u"No"_s, u"no"_s));
    result.reset();
    client->send<Endpoints>(atlas::listPrivateEndpoints(payments(), {}), &context,
                            [&result](const auto &answer) { result = answer; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QVERIFY(result->error().hasOwnVersion);
}

void ClientFaultsTest::tellsTransportErrors_data()
{
    addAuthentications();
}

void ClientFaultsTest::tellsTransportErrors()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(testsupport::credential(authentication));
    simulator().close();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    const ApiError &error = outcomes.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Transport);
    QCOMPARE(error.status, 0);
    QCOMPARE(error.reason, u"Connection refused"_s);
}

void ClientFaultsTest::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void ClientFaultsTest::followsNoRedirect()
{
    QFETCH(const int, status);
    Simulator other(atlassim::sample::world());
    QVERIFY(other.listen());
    Fault fault;
    fault.pathPrefix = GroupsPath;
    fault.status = status;
    fault.headers = {{"Location", other.baseUrl().toEncoded() + "/elsewhere?secret=x"}};
    simulator().addFault(fault);
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    const ApiError &error = outcomes.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Redirected);
    QVERIFY2(error.detail.contains(other.baseUrl().toString()), qPrintable(error.detail));
    QVERIFY(!error.detail.contains(u"secret"));
    QVERIFY(other.seenRequests().isEmpty());
}

void ClientFaultsTest::endsAtTheDeadline()
{
    simulator().addFault(Fault::delay(GroupsPath, 1h));
    const auto client = makeClient(testsupport::serviceAccount(), 200ms);
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(outcomes.results[0].error().kind, ApiError::Kind::TimedOut);
}

/// Each of them wants new connections; those that they share are given up once.
void ClientFaultsTest::endsManyAtTheirDeadlines()
{
    const auto client = makeClient(testsupport::serviceAccount(), 300ms);
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    Fault late = Fault::delay(GroupsPath, 60s);
    late.times = Fault::Forever;
    simulator().addFault(late);
    for (int i = 0; i < 5; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 6);
    for (int i = 1; i < 6; ++i)
        QCOMPARE(outcomes.results[i].error().kind, ApiError::Kind::TimedOut);
    simulator().clearFaults();
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[6]);
}

/// An API key's first request is refused with what the second is signed with: the deadline goes on.
void ClientFaultsTest::endsAtTheDeadlineOfBothRequests()
{
    const auto client = makeClient(testsupport::apiKey(), 300ms);
    Fault late = Fault::delay(GroupsPath, 60s); // What is refused is not late.
    late.times = Fault::Forever;
    simulator().addFault(late);
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(outcomes.results[0].error().kind, ApiError::Kind::TimedOut);
    QCOMPARE(simulator().seenRequests().size(), 2);
    simulator().clearFaults();
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[1]);
}

void ClientFaultsTest::canBeCancelled()
{
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    QObject context;
    bool ran = false;
    const auto call = client->send<Projects>(atlas::listProjects({}), &context,
                                             [&ran](const auto &) { ran = true; });
    QVERIFY(call);
    call->cancel();
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[0]);
    QVERIFY(!ran);
    QTRY_VERIFY(!call);
}

/// Whatever the answer has used is free for others again: with Digest, the others wait for the one
/// that tries a nonce.
void ClientFaultsTest::canBeCancelledBeforeItsAnswerIsRead()
{
    for (const auto authentication : {Authentication::ApiKey, Authentication::ServiceAccount}) {
        const auto client = makeClient(testsupport::credential(authentication));
        QObject context;
        int answered = 0;
        int handled = 0;
        for (int i = 0; i < 20; ++i) {
            const auto call = client->send<Projects>(atlas::listProjects({}), &context,
                                                     [&handled](const auto &) { ++handled; });
            connect(call, &net::Call::answered, call, [call, &answered] {
                ++answered;
                call->cancel();
            });
        }
        Outcomes outcomes;
        outcomes.askAndWait(*client);
        QVERIFY(outcomes.results[0]);
        QTRY_COMPARE(answered, 20);
        QCOMPARE(handled, 0);
    }
}

void ClientFaultsTest::isSilentWhenTheContextDies()
{
    const auto client = makeClient(testsupport::apiKey());
    bool ran = false;
    auto context = std::make_unique<QObject>();
    client->send<Projects>(atlas::listProjects({}), context.get(),
                           [&ran](const auto &) { ran = true; });
    QSignalSpy answered(&simulator(), &Simulator::requestAnswered);
    QVERIFY(answered.wait());
    context.reset();
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[0]);
    QVERIFY(!ran);
}

void ClientFaultsTest::survivesTheEndOfTheClient()
{
    for (const auto authentication : {Authentication::ApiKey, Authentication::ServiceAccount}) {
        auto client = makeClient(testsupport::credential(authentication));
        Outcomes outcomes;
        for (int i = 0; i < 3; ++i)
            outcomes.ask(*client);
        QSignalSpy answered(&simulator(), &Simulator::requestAnswered);
        QVERIFY(answered.wait());
        client.reset();
        QVERIFY(outcomes.results.isEmpty());
    }
}

void ClientFaultsTest::readsHeaders()
{
    Fault fault;
    fault.pathPrefix = GroupsPath;
    fault.status = 429;
    fault.body = "{}";
    fault.headers = {{"RateLimit-Limit", "1200"},
                     {"RateLimit-Remaining", "7"},
                     {"Retry-After", "41"},
                     {"Deprecation", "Thu, 30 May 2024 00:00:00 GMT"},
                     {"Sunset", "Thu, 01 Jul 2027 00:00:00 GMT"}};
    simulator().addFault(fault);
    const auto client = makeClient(testsupport::serviceAccount());
    QList<net::Exchange> exchanges;
    connect(client.get(), &net::Client::exchanged, this,
            [&exchanges](const net::Exchange &exchange) { exchanges.append(exchange); });
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QCOMPARE(outcomes.results[0].error().retryAfter, 41s);
    QCOMPARE(exchanges.size(), 2);
    QCOMPARE(exchanges[0].method, "POST");
    QCOMPARE(exchanges[1].method, "GET");
    QCOMPARE(exchanges[1].status, 429);
    QCOMPARE(exchanges[1].size, 2);
    QCOMPARE(exchanges[1].rateLimit, (net::RateLimit{1200, 7}));
    QCOMPARE(exchanges[1].deprecation.since, QDateTime({2024, 5, 30}, {0, 0}, atlas::Utc));
    QCOMPARE(exchanges[1].deprecation.sunset, QDateTime({2027, 7, 1}, {0, 0}, atlas::Utc));
}

/// In a window it was told of afterwards now and then.
void ClientFaultsTest::tellsOfAnExchangeBeforeItsAnswer()
{
    constexpr int Calls = 300;
    const auto client = makeClient(testsupport::serviceAccount());
    int exchanges = 0;
    connect(client.get(), &net::Client::exchanged, this, [&exchanges] { ++exchanges; });
    int answers = 0;
    int early = 0;
    const std::function<void()> ask = [&] {
        client->send<atlas::Page<atlas::Project>>(
            atlas::listProjects({}), this, [&](const atlas::Result<atlas::Page<atlas::Project>> &) {
                ++answers;
                // The first exchange was that of the token.
                early += exchanges < 1 + answers;
                if (answers < Calls)
                    ask();
            });
    };
    ask();
    QTRY_COMPARE_WITH_TIMEOUT(answers, Calls, 60'000);
    QCOMPARE(early, 0);
}

QTEST_GUILESS_MAIN(ClientFaultsTest)
#include "tst_clientfaults.moc"
