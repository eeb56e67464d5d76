// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/requests.h"
#include "net/calls/client.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/support/testaccount.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using net::Lane;
using net::Lanes;
using net::Priority;
using Buckets = atlas::Page<atlas::ExportBucket>;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups/"_s;

} // namespace

/// Many calls at once: how many are on their way, who goes first, and how they sign in.
class CallsInLanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hasTwentyFourUnderWay();
    void sendsAtOnceWhatAPersonWaitsFor();
    void sendsWhatIsInsistedOnFirst();
    void believesAWrongKeyAfterTwoRequests();
    void fetchesANonceForEachLane();
    void copesWithNoncesThatExpire();
    void neverFailsWithAStrictServer();
    void runsNoDeadlineInLine();
    void isNotHeldUpByOneProjectsLimit();
    void takesARequestMoreFromTheBudget();
    void hasAllPlacesBackAfterFaultsAndStops_data();
    void hasAllPlacesBackAfterFaultsAndStops();
    void leavesWithManyUnderWay();

private:
    void start(const accounts::Credential &credential, std::chrono::milliseconds deadline = 30s);
    QPointer<net::Call> ask(int project, Priority priority = Priority::Sweep);
    void askAll(int calls, Priority priority = Priority::Sweep);
    bool waitForAll();
    int failures() const;
    int seen(int status) const;
    int seenOf(int project) const;
    QString path(int project) const
    {
        return GroupsPath + m_simulator->world().projects[project].id;
    }

    static constexpr int ProjectCount = 50;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<net::Client> m_client;
    std::unique_ptr<QObject> m_context;
    int m_asked = 0;
    QList<atlas::Result<Buckets>> m_answers;
};

void CallsInLanesTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::World::withProjects(ProjectCount, 2));
    QVERIFY(m_simulator->listen());
    m_context = std::make_unique<QObject>();
    m_asked = 0;
    m_answers.clear();
}

void CallsInLanesTest::cleanup()
{
    m_client.reset();
    m_simulator.reset();
}

/// Signed in: one call has been answered.
void CallsInLanesTest::start(const accounts::Credential &credential,
                             std::chrono::milliseconds deadline)
{
    auto settings = testsupport::clientSettings(m_simulator->baseUrl(), credential);
    settings.deadline = deadline;
    m_client = std::make_unique<net::Client>(settings);
    askAll(1);
    QVERIFY(waitForAll());
    m_simulator->clearSeenRequests();
}

QPointer<net::Call> CallsInLanesTest::ask(int project, Priority priority)
{
    ++m_asked;
    const auto id = *atlas::ProjectId::fromHex(m_simulator->world().projects[project].id);
    return m_client->send<Buckets>(
        atlas::listExportBuckets(id, {}), m_context.get(),
        [this](const atlas::Result<Buckets> &answer) { m_answers.append(answer); },
        net::Client::Effort::Usual, priority);
}

void CallsInLanesTest::askAll(int calls, Priority priority)
{
    for (int i = 0; i < calls; ++i)
        ask(i % ProjectCount, priority);
}

bool CallsInLanesTest::waitForAll()
{
    return QTest::qWaitFor([this] { return m_answers.size() == m_asked; }, 60'000);
}

int CallsInLanesTest::failures() const
{
    return static_cast<int>(
        std::count_if(m_answers.begin(), m_answers.end(),
                      [](const atlas::Result<Buckets> &answer) { return !answer; }));
}

int CallsInLanesTest::seen(int status) const
{
    const auto requests = m_simulator->seenRequests();
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(),
                      [status](const auto &request) { return request.status == status; }));
}

int CallsInLanesTest::seenOf(int project) const
{
    const auto requests = m_simulator->seenRequests();
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(), [this, project](const auto &request) {
            return request.path.startsWith(path(project));
        }));
}

void CallsInLanesTest::hasTwentyFourUnderWay()
{
    start(testsupport::serviceAccount());
    m_simulator->options().latency = 1h;
    askAll(60);
    QTRY_COMPARE(m_simulator->seenRequests().size(), Lanes::MostPlaces - 1);
    askAll(10, Priority::Waited);
    QTRY_COMPARE(m_simulator->seenRequests().size(), Lanes::MostPlaces);
    QTest::qWait(30); // No further one comes.
    QCOMPARE(m_simulator->seenRequests().size(), Lanes::MostPlaces);
}

void CallsInLanesTest::sendsAtOnceWhatAPersonWaitsFor()
{
    start(testsupport::serviceAccount());
    m_simulator->options().latency = 1h;
    for (int i = 0; i < 200; ++i)
        ask(1 + i % 40, i % 2 == 0 ? Priority::Sweep : Priority::Ahead);
    QTRY_COMPARE(m_simulator->seenRequests().size(), Lanes::MostPlaces - 1);
    QCOMPARE(seenOf(0), 0);
    ask(0, Priority::Waited);
    QTRY_COMPARE(seenOf(0), 1);
}

void CallsInLanesTest::sendsWhatIsInsistedOnFirst()
{
    start(testsupport::serviceAccount());
    m_simulator->options().latency = 1h;
    askAll(30);
    const auto call = ask(49, Priority::Ahead);
    QTRY_COMPARE(m_simulator->seenRequests().size(), Lanes::MostPlaces - 1);
    m_client->insistOn(*call);
    QTRY_COMPARE(seenOf(49), 1);
}

void CallsInLanesTest::believesAWrongKeyAfterTwoRequests()
{
    auto key = testsupport::apiKey();
    key.secret = accounts::Secret::fromString(u"wrong"_s);
    m_client =
        std::make_unique<net::Client>(testsupport::clientSettings(m_simulator->baseUrl(), key));
    askAll(24, Priority::Waited);
    QVERIFY(waitForAll());
    QCOMPARE(failures(), 24);
    QCOMPARE(m_simulator->seenRequests().size(), 2);
}

void CallsInLanesTest::fetchesANonceForEachLane()
{
    start(testsupport::apiKey());
    m_simulator->options().latency = 5ms;
    askAll(200);
    QVERIFY(waitForAll());
    QCOMPARE(failures(), 0);
    QCOMPARE(seen(401), Lanes::Most - 1);
    QCOMPARE(m_simulator->seenRequests().size(), 200 + Lanes::Most - 1);

    m_simulator->clearSeenRequests();
    ask(0, Priority::Waited);
    QVERIFY(waitForAll());
    QCOMPARE(m_simulator->seenRequests().size(), 1);
}

void CallsInLanesTest::copesWithNoncesThatExpire()
{
    start(testsupport::apiKey());
    m_simulator->options().latency = 5ms;
    for (int round = 0; round < 4; ++round) {
        askAll(100);
        QTRY_VERIFY(m_answers.size() > m_asked - 50);
        m_simulator->expireNonces();
    }
    QVERIFY(waitForAll());
    QCOMPARE(failures(), 0);
    // Those on their way, and the first of each lane.
    QVERIFY2(seen(401) <= 4 * Lanes::MostPlaces, qPrintable(QString::number(seen(401))));
}

/// 10,000 calls over connections that overtake each other.
void CallsInLanesTest::neverFailsWithAStrictServer()
{
    m_simulator->options().strictlyIncreasingNonceCount = true;
    start(testsupport::apiKey());
    constexpr int Calls = 10'000;
    for (int begun = 0; begun < Calls; begun += 1'000) {
        askAll(1'000);
        QVERIFY(waitForAll());
    }
    QCOMPARE(failures(), 0);
    // The first of each lane; what has overtaken each other once; the first of each place.
    QVERIFY2(seen(401) <= 2 * Lanes::MostPlaces, qPrintable(QString::number(seen(401))));
}

void CallsInLanesTest::runsNoDeadlineInLine()
{
    start(testsupport::serviceAccount(), 600ms);
    m_simulator->options().latency = 150ms;
    QElapsedTimer timer;
    timer.start();
    askAll(140);
    QVERIFY(waitForAll());
    QVERIFY(timer.elapsed() > 600);
    QCOMPARE(failures(), 0);
}

void CallsInLanesTest::isNotHeldUpByOneProjectsLimit()
{
    start(testsupport::serviceAccount());
    Fault limit;
    limit.pathPrefix = path(7);
    limit.status = 429;
    limit.headers = {{"Retry-After", "200"}};
    limit.times = Fault::Forever;
    m_simulator->addFault(limit);
    for (int i = 0; i < 30; ++i)
        ask(7);
    QVERIFY(waitForAll());
    QCOMPARE(failures(), 30);

    // These wait for the limit, and for minutes.
    for (int i = 0; i < 30; ++i)
        ask(7);
    for (int i = 0; i < 100; ++i)
        ask(8 + i % 40);
    QTRY_COMPARE(m_answers.size(), m_asked - 30);
    QCOMPARE(failures(), 30);
    QCOMPARE(seenOf(7), 30);
}

/// The one that is sent anew after a 401.
void CallsInLanesTest::takesARequestMoreFromTheBudget()
{
    start(testsupport::serviceAccount());
    const auto id = *atlas::ProjectId::fromHex(m_simulator->world().projects[3].id);
    const auto target = atlas::listExportBuckets(id, {}).target;
    const int capacity = m_client->rateOf(target).capacity;
    QVERIFY(capacity > 0);
    Fault refused;
    refused.pathPrefix = path(3);
    refused.status = 401;
    refused.times = 1;
    // The answer to it says that nothing is left.
    refused.headers = {{"RateLimit-Limit", QByteArray::number(capacity)},
                       {"RateLimit-Remaining", "0"}};
    m_simulator->addFault(refused);
    const auto call = ask(3);
    QTRY_COMPARE(seen(401), 1);
    QTRY_VERIFY(call && call->waiting());
    QCOMPARE(call->waiting()->reason, net::Waiting::Reason::RateLimit);
}

void CallsInLanesTest::hasAllPlacesBackAfterFaultsAndStops_data()
{
    QTest::addColumn<int>("worstDelivery");
    QTest::addColumn<int>("fewest");
    QTest::newRow("refusals") << int(atlassim::Delivery::Whole) << Lanes::MostPlaces;
    // That shuts lanes, but for the first.
    QTest::newRow("broken connections") << int(atlassim::Delivery::Dropped) << Lane::Connections;
}

void CallsInLanesTest::hasAllPlacesBackAfterFaultsAndStops()
{
    QFETCH(const int, worstDelivery);
    QFETCH(const int, fewest);
    m_simulator->options().rateCapacity = 1'000'000;
    start(testsupport::serviceAccount(), 2s);
    std::mt19937 random(1);
    const auto upTo = [&random](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    for (int round = 0; round < 40; ++round) {
        m_simulator->options().latency = std::chrono::milliseconds(upTo(2));
        for (int i = 0; i < 3; ++i) {
            Fault fault;
            fault.pathPrefix = path(upTo(ProjectCount - 1));
            fault.status = i == 0 ? 503 : 401;
            fault.delivery = static_cast<atlassim::Delivery>(upTo(worstDelivery));
            m_simulator->addFault(fault);
        }
        QList<QPointer<net::Call>> calls;
        for (int i = 0; i < 60; ++i)
            calls.append(ask(upTo(ProjectCount - 1), static_cast<Priority>(upTo(2))));
        for (int turn = upTo(60); turn > 0; --turn)
            QCoreApplication::processEvents();
        for (const auto &call : calls) {
            if (call && upTo(2) == 0)
                call->cancel();
        }
        if (round % 4 == 3)
            m_context = std::make_unique<QObject>();
    }
    m_context = std::make_unique<QObject>();
    m_simulator->clearFaults();
    qsizetype before = -1; // Some of those that were stopped have been sent.
    while (before != m_simulator->seenRequests().size()) {
        before = m_simulator->seenRequests().size();
        QTest::qWait(50);
    }
    // The last token may have been refused to one that was stopped.
    const QPointer<net::Call> last = ask(0, Priority::Waited);
    QTRY_VERIFY(!last);
    m_simulator->options().latency = 1h;
    m_simulator->clearSeenRequests();
    askAll(60, Priority::Waited);
    const auto areLanesFull = [this, fewest] {
        const auto count = m_simulator->seenRequests().size();
        return count >= fewest && count % Lane::Connections == 0;
    };
    QTRY_VERIFY(areLanesFull());
    QTest::qWait(50);
    QVERIFY(areLanesFull());
    QVERIFY(m_simulator->seenRequests().size() <= Lanes::MostPlaces);
}

void CallsInLanesTest::leavesWithManyUnderWay()
{
    start(testsupport::serviceAccount());
    m_simulator->options().latency = 1h;
    askAll(100);
    QTRY_COMPARE(m_simulator->seenRequests().size(), Lanes::MostPlaces - 1);
    m_simulator->options().latency = 0ms;
    const QSignalSpy left(m_client.get(), &net::Client::left);
    m_client->leave();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
    QCOMPARE(m_answers.size(), 1);
}

QTEST_GUILESS_MAIN(CallsInLanesTest)
#include "tst_callsinlanes.moc"
