// SPDX-License-Identifier: Apache-2.0
#include "atlas/requests.h"
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "net/client.h"
#include "support/testaccount.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using atlassim::Fault;
using atlassim::Simulator;
using Projects = atlas::Page<atlas::Project>;

Q_DECLARE_METATYPE(accounts::Authentication)

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups"_s;
const auto TokenPath = u"/api/oauth/token"_s;

/// Collects what calls end with.
struct Outcomes
{
    QObject context;
    QList<atlas::Result<Projects>> results;

    void ask(net::Client &client)
    {
        client.send<Projects>(
            atlas::listProjects({}), &context,
            [this](const atlas::Result<Projects> &result) { results.append(result); });
    }
};

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

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void readsErrorsInEnvelopes();
    void tellsTransportErrors_data();
    void tellsTransportErrors();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void endsAtTheDeadline();
    void endsManyAtTheirDeadlines();
    void canBeCancelled();
    void isSilentWhenTheContextDies();
    void survivesTheEndOfTheClient();
    void readsHeaders();

private:
    std::unique_ptr<net::Client> makeClient(const accounts::Credential &credential,
                                            std::chrono::milliseconds deadline = 30s) const
    {
        auto settings = testsupport::clientSettings(m_simulator->baseUrl(), credential);
        settings.deadline = deadline;
        return std::make_unique<net::Client>(settings);
    }

    std::unique_ptr<Simulator> m_simulator;
};

void ClientTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
}

void ClientTest::cleanup()
{
    m_simulator.reset();
}

void ClientTest::signsIn_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<int>("requests");
    QTest::newRow("API key: challenge, then signed") << Authentication::ApiKey << 2;
    QTest::newRow("service account: token, then call") << Authentication::ServiceAccount << 2;
}

void ClientTest::signsIn()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(testsupport::credential(authentication));
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(outcomes.results[0]);
    QCOMPARE(outcomes.results[0]->totalCount, 14);
    QTEST(int(m_simulator->seenRequests().size()), "requests");

    m_simulator->clearSeenRequests();
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 2);
    QCOMPARE(m_simulator->seenRequests().size(), 1);
}

void ClientTest::asksOnceForAllOfABurst_data()
{
    signsIn_data();
}

void ClientTest::asksOnceForAllOfABurst()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(testsupport::credential(authentication));
    Outcomes outcomes;
    for (int i = 0; i < 8; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 8);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    QCOMPARE(m_simulator->seenRequests().size(), 9);
}

void ClientTest::believesAWrongKeyAtOnce_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("code");
    QTest::newRow("API key") << Authentication::ApiKey << 2 << u"UNEXPECTED_ERROR"_s;
    QTest::newRow("service account") << Authentication::ServiceAccount << 1 << u"invalid_client"_s;
}

void ClientTest::believesAWrongKeyAtOnce()
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
    QTEST(int(m_simulator->seenRequests().size()), "requests");
}

void ClientTest::triesAWrongKeyAgainWhenAsked()
{
    const auto client = makeClient(withSecret(testsupport::apiKey(), u"wrong"_s));
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    m_simulator->clearSeenRequests();
    m_simulator->world().apiKeys[0].privateKey = u"wrong"_s;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 2);
    QVERIFY(outcomes.results[1]);
    QCOMPARE(m_simulator->seenRequests().size(), 2);
}

void ClientTest::renewsAnExpiredNonce()
{
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    m_simulator->expireNonces();
    m_simulator->clearSeenRequests();
    for (int i = 0; i < 4; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 5);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    // At worst each of the four met the old nonce once.
    QVERIFY(m_simulator->seenRequests().size() <= 8);
}

void ClientTest::copesWithAStrictServer()
{
    m_simulator->options().strictlyIncreasingNonceCount = true;
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    for (int i = 0; i < 20; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 20);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void ClientTest::keepsAValidKeyThatMayNot()
{
    const auto client =
        makeClient({Authentication::ApiKey, atlassim::sample::PowerlessPublicKey,
                    accounts::Secret::fromString(QString(atlassim::sample::PowerlessPrivateKey))});
    const auto project = *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
    QObject context;
    QList<atlas::Result<atlas::Project>> results;
    for (int i = 0; i < 3; ++i) {
        client->send<atlas::Project>(
            atlas::getProject(project, {}), &context,
            [&results](const atlas::Result<atlas::Project> &result) { results.append(result); });
    }
    QTRY_COMPARE(results.size(), 3);
    for (const auto &result : results) {
        QVERIFY(!result);
        QCOMPARE(result.error().errorCode, u"USER_UNAUTHORIZED"_s);
    }
    QCOMPARE(m_simulator->seenRequests().size(), 4);
}

void ClientTest::refusesAChallengeThatIsNotDigest()
{
    Fault fault = Fault::atlasError(401, u"X"_s, u"Unauthorized"_s, u"no"_s);
    fault.beforeAuthentication = true;
    fault.times = Fault::Forever;
    fault.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
    m_simulator->addFault(fault);
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(outcomes.results[0].error().kind, ApiError::Kind::Refused);
    QCOMPARE(m_simulator->seenRequests().size(), 1);
    QCOMPARE(m_simulator->seenRequests()[0].scheme, atlassim::AuthScheme::None);
}

void ClientTest::renewsATokenOnceOn401()
{
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    m_simulator->expireTokens();
    m_simulator->clearSeenRequests();
    for (int i = 0; i < 4; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 5);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
    QCOMPARE(countOf(*m_simulator, TokenPath), 1);
}

void ClientTest::givesUpWhenANewTokenIsRefusedToo()
{
    Fault fault = Fault::atlasError(401, u"UNEXPECTED_ERROR"_s, u"Unauthorized"_s, u"no"_s);
    fault.times = Fault::Forever;
    fault.headers = {{"WWW-Authenticate", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\""}};
    m_simulator->addFault(fault);
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(countOf(*m_simulator, TokenPath), 2);
    QCOMPARE(countOf(*m_simulator, GroupsPath), 2);
    for (const auto &seen : m_simulator->seenRequests())
        QVERIFY(seen.scheme != atlassim::AuthScheme::Digest);
}

void ClientTest::renewsATokenBeforeItExpires()
{
    // Five sixths of a second and there is a new token, with the old one still good.
    m_simulator->options().tokenLifetime = 1s;
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    qsizetype asked = 1;
    QTRY_VERIFY([&] {
        if (outcomes.results.size() == asked) {
            outcomes.ask(*client);
            ++asked;
        }
        return countOf(*m_simulator, TokenPath) >= 3;
    }());
    QTRY_COMPARE(outcomes.results.size(), asked);
    for (const auto &result : outcomes.results)
        QVERIFY(result);
}

void ClientTest::revokesTheTokenOnLeaving()
{
    const auto client = makeClient(testsupport::serviceAccount());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QCOMPARE(m_simulator->liveTokenCount(), 1);
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
}

void ClientTest::sendsNothingAfterLeaving()
{
    const auto client = makeClient(testsupport::serviceAccount());
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(left.count(), 1);
    QTest::qWait(50); // For a request that does not come.
    QVERIFY(m_simulator->seenRequests().isEmpty());
    QVERIFY(outcomes.results.isEmpty());
}

void ClientTest::leavesAtOnceWithAnApiKey()
{
    const auto client = makeClient(testsupport::apiKey());
    QSignalSpy left(client.get(), &net::Client::left);
    client->leave();
    QCOMPARE(left.count(), 1);
    QVERIFY(m_simulator->seenRequests().isEmpty());
}

void ClientTest::readsErrorsInEnvelopes()
{
    const auto client = makeClient(testsupport::apiKey());
    const auto missing = *atlas::ProjectId::fromHex(u"5f00000000000000000000ff");
    QObject context;
    std::optional<atlas::Result<atlas::Project>> result;
    client->send<atlas::Project>(
        atlas::getProject(missing, {{}, true, false}), &context,
        [&result](const atlas::Result<atlas::Project> &answer) { result = answer; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QCOMPARE(result->error().status, 404);
    QCOMPARE(result->error().errorCode, u"GROUP_NOT_FOUND"_s);
    QCOMPARE(result->error().parameters, QStringList{u"5f00000000000000000000ff"_s});
}

void ClientTest::tellsTransportErrors_data()
{
    signsIn_data();
}

void ClientTest::tellsTransportErrors()
{
    QFETCH(const Authentication, authentication);
    const auto client = makeClient(testsupport::credential(authentication));
    m_simulator->close();
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(!outcomes.results[0]);
    const ApiError &error = outcomes.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Transport);
    QCOMPARE(error.status, 0);
    QCOMPARE(error.reason, u"Connection refused"_s);
}

void ClientTest::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void ClientTest::followsNoRedirect()
{
    QFETCH(const int, status);
    Simulator other(atlassim::sample::world());
    QVERIFY(other.listen());
    Fault fault;
    fault.pathPrefix = GroupsPath;
    fault.status = status;
    fault.headers = {{"Location", other.baseUrl().toEncoded() + "/elsewhere?secret=x"}};
    m_simulator->addFault(fault);
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(!outcomes.results[0]);
    const ApiError &error = outcomes.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Redirected);
    QVERIFY2(error.detail.contains(other.baseUrl().toString()), qPrintable(error.detail));
    QVERIFY(!error.detail.contains(u"secret"));
    QVERIFY(other.seenRequests().isEmpty());
}

void ClientTest::endsAtTheDeadline()
{
    m_simulator->addFault(Fault::delay(GroupsPath, 1h));
    const auto client = makeClient(testsupport::serviceAccount(), 200ms);
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(outcomes.results[0].error().kind, ApiError::Kind::TimedOut);
}

/// Each of them wants new connections; those that they share are given up once.
void ClientTest::endsManyAtTheirDeadlines()
{
    const auto client = makeClient(testsupport::serviceAccount(), 300ms);
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    Fault late = Fault::delay(GroupsPath, 60s);
    late.times = Fault::Forever;
    m_simulator->addFault(late);
    for (int i = 0; i < 5; ++i)
        outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 6);
    for (int i = 1; i < 6; ++i)
        QCOMPARE(outcomes.results[i].error().kind, ApiError::Kind::TimedOut);
    m_simulator->clearFaults();
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 7);
    QVERIFY(outcomes.results[6]);
}

void ClientTest::canBeCancelled()
{
    const auto client = makeClient(testsupport::apiKey());
    Outcomes outcomes;
    QObject context;
    bool ran = false;
    const auto call = client->send<Projects>(atlas::listProjects({}), &context,
                                             [&ran](const auto &) { ran = true; });
    QVERIFY(call);
    call->cancel();
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(outcomes.results[0]);
    QVERIFY(!ran);
    QTRY_VERIFY(!call);
}

void ClientTest::isSilentWhenTheContextDies()
{
    const auto client = makeClient(testsupport::apiKey());
    bool ran = false;
    auto context = std::make_unique<QObject>();
    client->send<Projects>(atlas::listProjects({}), context.get(),
                           [&ran](const auto &) { ran = true; });
    QSignalSpy answered(m_simulator.get(), &Simulator::requestAnswered);
    QVERIFY(answered.wait());
    context.reset();
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(outcomes.results[0]);
    QVERIFY(!ran);
}

void ClientTest::survivesTheEndOfTheClient()
{
    for (const auto authentication : {Authentication::ApiKey, Authentication::ServiceAccount}) {
        auto client = makeClient(testsupport::credential(authentication));
        Outcomes outcomes;
        for (int i = 0; i < 3; ++i)
            outcomes.ask(*client);
        QSignalSpy answered(m_simulator.get(), &Simulator::requestAnswered);
        QVERIFY(answered.wait());
        client.reset();
        QVERIFY(outcomes.results.isEmpty());
    }
}

void ClientTest::readsHeaders()
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
    m_simulator->addFault(fault);
    const auto client = makeClient(testsupport::serviceAccount());
    QList<net::Exchange> exchanges;
    connect(client.get(), &net::Client::exchanged, this,
            [&exchanges](const net::Exchange &exchange) { exchanges.append(exchange); });
    Outcomes outcomes;
    outcomes.ask(*client);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QCOMPARE(outcomes.results[0].error().retryAfter, 41s);
    QCOMPARE(exchanges.size(), 2);
    QCOMPARE(exchanges[0].method, "POST");
    QCOMPARE(exchanges[1].method, "GET");
    QCOMPARE(exchanges[1].status, 429);
    QCOMPARE(exchanges[1].size, 2);
    QCOMPARE(exchanges[1].rateLimit, (net::RateLimit{1200, 7}));
    QCOMPARE(exchanges[1].deprecation.since, QDateTime({2024, 5, 30}, {0, 0}, Qt::UTC));
    QCOMPARE(exchanges[1].deprecation.sunset, QDateTime({2027, 7, 1}, {0, 0}, Qt::UTC));
}

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
