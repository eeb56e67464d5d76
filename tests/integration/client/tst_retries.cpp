// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/requests.h"
#include "insight/advice/errorhint.h"
#include "net/calls/client.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlas::ApiError;
using atlassim::Fault;
using atlassim::Simulator;
using Buckets = atlas::Page<atlas::ExportBucket>;

namespace {

/// As Spring's gateways put it, in a shape that looks like OAuth's.
constexpr auto GatewaysAnswer =
    R"({"timestamp":1,"status":503,"error":"Service Unavailable","path":"/api"})";

const auto GroupsPath = u"/api/atlas/v2/groups/"_s;

/// As the real one, but in a hurry.
net::RetryPolicy quickRetries()
{
    net::RetryPolicy policy;
    policy.afterTooManyRequests = 20ms;
    policy.afterServerError = 10ms;
    return policy;
}

Fault failure(int status, int times)
{
    Fault fault;
    fault.pathPrefix = GroupsPath;
    fault.status = status;
    fault.times = times;
    fault.body = "<html>busy</html>";
    return fault;
}

/// Collects what calls end with.
struct BucketOutcomes
{
    QObject context;
    QList<atlas::Result<Buckets>> results;

    QPointer<net::Call> ask(net::Client &client, atlas::ProjectId project)
    {
        return client.send<Buckets>(
            atlas::listExportBuckets(project, {}), &context,
            [this](const atlas::Result<Buckets> &result) { results.append(result); });
    }
};

} // namespace

Q_DECLARE_METATYPE(atlassim::Fault)

/// Calls that go wrong and are tried again; calls that wait so that they need not be refused.
class RetriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void recovers_data();
    void recovers();
    void givesUpAfterThree();
    void takesNoGatewayForAtlas();
    void neverRetriesTheRest_data();
    void neverRetriesTheRest();
    void retriesTheTokenCall();
    void waitsAtLeastRetryAfter();
    void findsAServerThatComesBack();
    void doesNotDoubleQtsOwnResends();
    void endsWhenCancelled();
    void givesEachTryItsDeadline();
    void pacesBeforeAtlasRefuses();
    void learnsFromARefusal();
    void holdsUpNoOtherProject();

private:
    int seenLists() const;
    std::unique_ptr<net::Client> makeClient(
        std::chrono::milliseconds deadline = 30s,
        std::chrono::milliseconds afterTransportError = 10ms) const;

    std::unique_ptr<Simulator> m_simulator;
    atlas::ProjectId m_project;
    atlas::ProjectId m_otherProject;
};

void RetriesTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    const auto &projects = m_simulator->world().projects;
    m_project = *atlas::ProjectId::fromHex(projects[0].id);
    m_otherProject = *atlas::ProjectId::fromHex(projects[1].id);
}

void RetriesTest::cleanup()
{
    m_simulator.reset();
}

int RetriesTest::seenLists() const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [](const auto &one) {
        return one.path.endsWith("/exportBuckets"_L1);
    }));
}

std::unique_ptr<net::Client> RetriesTest::makeClient(
    std::chrono::milliseconds deadline, std::chrono::milliseconds afterTransportError) const
{
    auto settings =
        testsupport::clientSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    settings.retries = quickRetries();
    settings.retries.afterTransportError = afterTransportError;
    settings.deadline = deadline;
    return std::make_unique<net::Client>(settings);
}

void RetriesTest::recovers_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("429") << failure(429, 1);
    QTest::newRow("502 twice") << failure(502, 2);
    QTest::newRow("503 three times") << failure(503, 3);
    QTest::newRow("504") << failure(504, 1);
    Fault gateway = failure(503, 3);
    gateway.body = GatewaysAnswer;
    QTest::newRow("503 of a gateway") << gateway;
    Fault cut = failure(200, 2);
    cut.delivery = atlassim::Delivery::CutShort;
    cut.body = QByteArray(5000, ' ');
    QTest::newRow("cut in the body") << cut;
}

void RetriesTest::recovers()
{
    QFETCH(Fault, fault);
    if (fault.status == 429)
        fault.headers = {{"Retry-After", "0"}};
    m_simulator->addFault(fault);
    const auto client = makeClient();
    QSignalSpy planned(client.get(), &net::Client::retryPlanned);
    QSignalSpy ended(client.get(), &net::Client::retriesEnded);
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(outcomes.results[0]);
    QCOMPARE(planned.size(), fault.times);
    QCOMPARE(seenLists(), fault.times + 1);
    QCOMPARE(ended.size(), 1);
    QVERIFY(ended[0][1].toBool());
}

void RetriesTest::givesUpAfterThree()
{
    m_simulator->addFault(failure(503, Fault::Forever));
    const auto client = makeClient();
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QCOMPARE(outcomes.results[0].error().status, 503);
    QCOMPARE(outcomes.results[0].error().retries, 3);
    QCOMPARE(seenLists(), 4);
}

/// Nothing is wrong with the credential when a gateway is down.
void RetriesTest::takesNoGatewayForAtlas()
{
    Fault gateway = failure(503, Fault::Forever);
    gateway.body = GatewaysAnswer;
    m_simulator->addFault(gateway);
    const auto client = makeClient();
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    const ApiError &error = outcomes.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Api);
    QCOMPARE(error.status, 503);
    QCOMPARE(error.retries, 3);
    QCOMPARE(seenLists(), 4);
    const QString hint = insight::hintFor(error);
    QVERIFY2(!hint.isEmpty() && !hint.contains(u"Settings"_s) && !hint.contains(u"secret"_s),
             qPrintable(hint));
}

void RetriesTest::neverRetriesTheRest_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 402, 403, 404, 406, 409, 410, 500, 501})
        QTest::addRow("%d", status) << status;
}

void RetriesTest::neverRetriesTheRest()
{
    QFETCH(const int, status);
    m_simulator->addFault(failure(status, Fault::Forever));
    const auto client = makeClient();
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QCOMPARE(outcomes.results[0].error().status, status);
    QCOMPARE(outcomes.results[0].error().retries, 0);
    QCOMPARE(seenLists(), 1);
}

/// It is no GET, but nothing goes on without it. No call is sent in vain meanwhile.
void RetriesTest::retriesTheTokenCall()
{
    Fault fault = failure(503, Fault::Forever);
    fault.pathPrefix = u"/api/oauth/token"_s;
    m_simulator->addFault(fault);
    const auto client = makeClient();
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(!outcomes.results[0]);
    QCOMPARE(m_simulator->seenRequests().size(), 4);
    QCOMPARE(seenLists(), 0);
}

void RetriesTest::waitsAtLeastRetryAfter()
{
    Fault fault = failure(503, 1);
    fault.headers = {{"Retry-After", "1"}};
    m_simulator->addFault(fault);
    const auto client = makeClient();
    BucketOutcomes outcomes;
    QElapsedTimer timer;
    timer.start();
    const auto call = outcomes.ask(*client, m_project);
    QTRY_VERIFY(call->waiting());
    QCOMPARE(call->waiting()->reason, net::Waiting::Reason::Retry);
    QCOMPARE(call->waiting()->error.status, 503);
    QCOMPARE(call->waiting()->retry, 1);
    QCOMPARE(call->waiting()->mostRetries, 3);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(timer.elapsed() >= 1000);
    QVERIFY(outcomes.results[0]);
}

void RetriesTest::findsAServerThatComesBack()
{
    const auto client = makeClient(30s, 200ms);
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    const auto port = static_cast<quint16>(m_simulator->baseUrl().port());
    m_simulator->close();
    QSignalSpy planned(client.get(), &net::Client::retryPlanned);
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(planned.size(), 1);
    QVERIFY(m_simulator->listen(port));
    QTRY_COMPARE(outcomes.results.size(), 2);
    QVERIFY(outcomes.results[1]);
}

/// Qt sends a GET anew when the connection closes before an answer; ours come not on top of it.
void RetriesTest::doesNotDoubleQtsOwnResends()
{
    const auto client = makeClient();
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    m_simulator->clearSeenRequests();
    Fault fault = failure(200, Fault::Forever);
    fault.delivery = atlassim::Delivery::Dropped;
    m_simulator->addFault(fault);
    QSignalSpy planned(client.get(), &net::Client::retryPlanned);
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 2);
    QCOMPARE(outcomes.results[1].error().kind, ApiError::Kind::Transport);
    QCOMPARE(planned.size(), 0);
    QVERIFY2(seenLists() <= 4, qPrintable(QString::number(seenLists())));
}

void RetriesTest::endsWhenCancelled()
{
    Fault fault = failure(503, 1);
    fault.headers = {{"Retry-After", "60"}};
    m_simulator->addFault(fault);
    const auto client = makeClient();
    QSignalSpy ended(client.get(), &net::Client::retriesEnded);
    BucketOutcomes outcomes;
    const auto call = outcomes.ask(*client, m_project);
    QTRY_VERIFY(call->waiting());
    call->cancel();
    QCOMPARE(ended.size(), 1);
    QVERIFY(!ended[0][1].toBool());
    QTRY_VERIFY(!call);
    QVERIFY(outcomes.results.isEmpty());
    QCOMPARE(seenLists(), 1);
}

void RetriesTest::givesEachTryItsDeadline()
{
    Fault late = Fault::delay(GroupsPath, 150ms);
    late.status = 503;
    late.times = 3;
    m_simulator->addFault(late);
    const auto client = makeClient(400ms);
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QTRY_COMPARE(outcomes.results.size(), 1);
    QVERIFY(outcomes.results[0]);
}

void RetriesTest::pacesBeforeAtlasRefuses()
{
    m_simulator->options().rateCapacity = 6;
    m_simulator->options().rateRefill = 500;
    m_simulator->options().rateInterval = 60s;
    const auto client = makeClient();
    QSignalSpy planned(client.get(), &net::Client::retryPlanned);
    BucketOutcomes outcomes;
    for (int i = 1; i <= 12; ++i) {
        outcomes.ask(*client, m_project);
        QTRY_COMPARE(outcomes.results.size(), i);
        QVERIFY(outcomes.results.constLast());
    }
    QCOMPARE(planned.size(), 0);
    QCOMPARE(seenLists(), 12);
}

/// A burst that is too much is refused once; then the rest waits for its turn.
void RetriesTest::learnsFromARefusal()
{
    Fault refusal =
        Fault::atlasError(429, u"RATE_LIMITED_TOKEN_BUCKET"_s, u"Too Many Requests"_s, u"Wait."_s,
                          {u"/api/atlas/v2/groups"_s, u"1"_s, u"2"_s, u"2"_s, u"1"_s});
    refusal.pathPrefix = GroupsPath;
    refusal.headers = {{"Retry-After", "1"}};
    m_simulator->addFault(refusal);
    const auto client = makeClient();
    BucketOutcomes outcomes;
    outcomes.ask(*client, m_project);
    QSignalSpy planned(client.get(), &net::Client::retryPlanned);
    QTRY_COMPARE(planned.size(), 1);
    const auto late = outcomes.ask(*client, m_project);
    QTRY_VERIFY(late->waiting());
    QCOMPARE(late->waiting()->reason, net::Waiting::Reason::RateLimit);
    QCOMPARE(seenLists(), 1);
    QTRY_COMPARE(outcomes.results.size(), 2);
    QVERIFY(outcomes.results[0] && outcomes.results[1]);
    QCOMPARE(planned.size(), 1);
}

void RetriesTest::holdsUpNoOtherProject()
{
    Fault refusal = failure(429, 1);
    refusal.pathPrefix = GroupsPath + m_project.toHex();
    refusal.headers = {{"Retry-After", "60"}};
    m_simulator->addFault(refusal);
    const auto client = makeClient();
    BucketOutcomes refused;
    const auto call = refused.ask(*client, m_project);
    QTRY_VERIFY(call->waiting());
    BucketOutcomes other;
    other.ask(*client, m_otherProject);
    QTRY_COMPARE(other.results.size(), 1);
    QVERIFY(other.results[0]);
    QVERIFY(refused.results.isEmpty());
}

QTEST_GUILESS_MAIN(RetriesTest)
#include "tst_retries.moc"
