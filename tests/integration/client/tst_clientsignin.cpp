// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/support/clienttest.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using atlassim::Fault;
using atlassim::Simulator;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups"_s;
const auto TokenPath = u"/api/oauth/token"_s;

int countOf(const Simulator &simulator, const QString &path)
{
    const auto seen = simulator.seenRequests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(),
                                          [&path](const auto &one) { return one.path == path; }));
}

accounts::Credential withSecret(accounts::Credential credential, const QString &secret)
{
    credential.secret = accounts::Secret::fromString(secret);
    return credential;
}

} // namespace

/// How the client signs in, goes on and leaves, with an API key and as a service account.
class ClientSignInTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void asksOnceForAllOfABurst_data();
    void asksOnceForAllOfABurst();
    void believesAWrongKeyAtOnce_data();
    void believesAWrongKeyAtOnce();
    void triesAWrongKeyAgainWhenAsked();
    void renewsAnExpiredNonce();
    void copesWithAStrictServer();
    void keepsAValidKeyThatMayNot();
    void refusesAChallengeThatIsNotDigest();
    void renewsATokenOnceOn401();
    void givesUpWhenANewTokenIsRefusedToo();
    void renewsATokenBeforeItExpires();
    void revokesTheTokenOnLeaving();
    void leavesAtOnceWithAnApiKey();
    void sendsNothingAfterLeaving();
};

void ClientSignInTest::signsIn_data()
{
    addAuthentications();
}

void ClientSignInTest::signsIn()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(testsupport::credential(authentication));
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[0]);
    QCOMPARE(outcomes.results[0]->totalCount, 14);
    // A challenge or a token before.
    QCOMPARE(simulator().seenRequests().size(), 2);

    simulator().clearSeenRequests();
    outcomes.askAndWait(*client);
    QCOMPARE(simulator().seenRequests().size(), 1);
}

void ClientSignInTest::asksOnceForAllOfABurst_data()
{
    addAuthentications();
}

void ClientSignInTest::asksOnceForAllOfABurst()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(testsupport::credential(authentication));
    Outcomes outcomes;
    constexpr int calls = net::Lane::Connections; // More have a challenge for each lane.
    for (int i = 0; i < calls; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), calls);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    QCOMPARE(simulator().seenRequests().size(), calls + 1);
}

void ClientSignInTest::believesAWrongKeyAtOnce_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("code");
    QTest::newRow("API key") << Authentication::ApiKey << 2 << u"UNEXPECTED_ERROR"_s;
    QTest::newRow("service account") << Authentication::ServiceAccount << 1 << u"invalid_client"_s;
}

void ClientSignInTest::believesAWrongKeyAtOnce()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(withSecret(testsupport::credential(authentication), u"wrong"_s));
    Outcomes outcomes;
    for (int i = 0; i < 6; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 6);
    for (const auto &result : outcomes.results) {
        QVERIFY(!result);
        QCOMPARE(result.error().status, 401);
        QTEST(result.error().errorCode, "code");
        QVERIFY(!result.error().request.isEmpty());
    }
    QTEST(int(simulator().seenRequests().size()), "requests");
}

void ClientSignInTest::triesAWrongKeyAgainWhenAsked()
{
    const auto client = makeClient(withSecret(testsupport::apiKey(), u"wrong"_s));
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    simulator().clearSeenRequests();
    simulator().world().apiKeys[0].privateKey = u"wrong"_s;
    outcomes.askAndWait(*client);
    QVERIFY(outcomes.results[1]);
    QCOMPARE(simulator().seenRequests().size(), 2);
}

void ClientSignInTest::renewsAnExpiredNonce()
{
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    simulator().expireNonces();
    simulator().clearSeenRequests();
    for (int i = 0; i < 4; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 5);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    // At worst each of the four met the old nonce once.
    QVERIFY(simulator().seenRequests().size() <= 8);
}

void ClientSignInTest::copesWithAStrictServer()
{
    simulator().options().strictlyIncreasingNonceCount = true;
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    for (int i = 0; i < 20; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 20);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void ClientSignInTest::keepsAValidKeyThatMayNot()
{
    const auto client =
        makeClient({Authentication::ApiKey, atlassim::sample::PowerlessPublicKey,
                    accounts::Secret::fromString(QString(atlassim::sample::PowerlessPrivateKey))});
    const auto project = *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
    QObject context;
    QList<atlas::Result<atlas::Project>> results;
    for (int i = 0; i < 3; ++i) {
        client->send<atlas::Project>(
            atlas::getProject(project), &context,
            [&results](const atlas::Result<atlas::Project> &result) { results.append(result); });
    }
    QTRY_COMPARE(results.size(), 3);
    for (const auto &result : results) {
        QVERIFY(!result);
        QCOMPARE(result.error().errorCode, u"USER_UNAUTHORIZED"_s);
    }
    QCOMPARE(simulator().seenRequests().size(), 4);
}

void ClientSignInTest::refusesAChallengeThatIsNotDigest()
{
    Fault fault = Fault::atlasError(401, u"X"_s, u"Unauthorized"_s, u"no"_s);
    fault.beforeAuthentication = true;
    fault.times = Fault::Forever;
    fault.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
    simulator().addFault(fault);
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(outcomes.results[0].error().kind, ApiError::Kind::Refused);
    QCOMPARE(simulator().seenRequests().size(), 1);
    QCOMPARE(simulator().seenRequests()[0].scheme, atlassim::AuthScheme::None);
}

void ClientSignInTest::renewsATokenOnceOn401()
{
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    simulator().expireTokens();
    simulator().clearSeenRequests();
    for (int i = 0; i < 4; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 5);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    QCOMPARE(countOf(simulator(), TokenPath), 1);
}

void ClientSignInTest::givesUpWhenANewTokenIsRefusedToo()
{
    Fault fault = Fault::atlasError(401, u"UNEXPECTED_ERROR"_s, u"Unauthorized"_s, u"no"_s);
    fault.times = Fault::Forever;
    fault.headers = {{"WWW-Authenticate", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\""}};
    simulator().addFault(fault);
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(countOf(simulator(), TokenPath), 2);
    QCOMPARE(countOf(simulator(), GroupsPath), 2);
    for (const auto &seen : simulator().seenRequests())
        QVERIFY(seen.scheme != atlassim::AuthScheme::Digest);
}

void ClientSignInTest::renewsATokenBeforeItExpires()
{
    // Five sixths of a second and there is a new token, with the old one still good.
    simulator().options().tokenLifetime = 1s;
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    qsizetype asked = 1;
    QTRY_VERIFY([&] {
        if (outcomes.results.size() == asked) {
            outcomes.ask(*client);
            ++asked;
        }
        return countOf(simulator(), TokenPath) >= 3;
    }());
    QTRY_COMPARE(outcomes.results.size(), asked);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void ClientSignInTest::revokesTheTokenOnLeaving()
{
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.askAndWait(*client);
    QCOMPARE(simulator().liveTokenCount(), 1);
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(simulator().liveTokenCount(), 0);
}

void ClientSignInTest::leavesAtOnceWithAnApiKey()
{
    const auto client = makeClient(testsupport::apiKey());
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    QCOMPARE(left.count(), 1);
    QVERIFY(simulator().seenRequests().isEmpty());
}

void ClientSignInTest::sendsNothingAfterLeaving()
{
    const auto client = makeClient(testsupport::serviceAccount());
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(left.count(), 1);
    QTest::qWait(50); // For a request that does not come.
    QVERIFY(simulator().seenRequests().isEmpty());
    QVERIFY(outcomes.results.isEmpty());
}

QTEST_GUILESS_MAIN(ClientSignInTest)
#include "tst_clientsignin.moc"
