// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/readinglimits.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::Inventory;

Q_DECLARE_METATYPE(atlassim::Fault)

namespace {

Fault forEveryProject(int status)
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    fault.times = Fault::Forever;
    fault.status = status;
    return fault;
}

} // namespace

/// What concerns all projects ends their reading, instead of one project after the other.
class SweepStopsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stops_data();
    void stops();
};

void SweepStopsTest::stops_data()
{
    QTest::addColumn<Fault>("fault");
    Fault redirect = forEveryProject(302);
    redirect.headers.emplaceBack("Location", "https://example.com/");
    QTest::newRow("redirects") << redirect;
    Fault page = forEveryProject(200);
    page.body = "<html><b>Sign in to the hotel's network</b></html>";
    QTest::newRow("the sign-in page of a network") << page;
    Fault firewall = forEveryProject(403);
    firewall.body = "<html><b>Blocked by policy</b></html>";
    QTest::newRow("the page of a firewall") << firewall;
    Fault address = forEveryProject(403);
    address.body = R"({"error":403,"errorCode":"IP_ADDRESS_NOT_ON_ACCESS_LIST"})";
    QTest::newRow("an address that is not on the list") << address;
    Fault late = forEveryProject(Fault::AnswerNormally);
    late.latency = 1h;
    QTest::newRow("time-outs") << late;
    Fault noToken = forEveryProject(403);
    noToken.pathPrefix = u"/api/oauth/token"_s;
    noToken.body = R"({"error":403,"errorCode":"IP_ADDRESS_NOT_ON_ACCESS_LIST"})";
    QTest::newRow("no token") << noToken;
}

void SweepStopsTest::stops()
{
    QFETCH(const Fault, fault);
    Simulator simulator(atlassim::World::withProjects(40, 2));
    QVERIFY(simulator.listen());
    auto settings =
        testsupport::sessionSettings(simulator.baseUrl(), testsupport::serviceAccount());
    Session session(settings);
    session.projects().refresh();
    QTRY_COMPARE(session.projects().state(), buckets::ProjectList::State::Ready);
    session.setDeadline(1s);
    simulator.addFault(fault);
    simulator.expireTokens();
    Inventory &inventory = session.inventory();
    inventory.openAll();
    QTRY_COMPARE_WITH_TIMEOUT(inventory.state(), Inventory::State::Stopped, 30'000);
    QVERIFY(inventory.stopReason());
    QVERIFY(inventory.tally().failed < buckets::limits::MostFailuresInARow);
    QVERIFY(!inventory.completeness().isWhole());

    simulator.clearFaults();
    session.setDeadline(30s);
    session.retry();
    QTRY_COMPARE_WITH_TIMEOUT(inventory.state(), Inventory::State::Ready, 30'000);
    QCOMPARE(inventory.buckets().rowCount(), 80);
    QVERIFY(inventory.completeness().isWhole());
}

QTEST_GUILESS_MAIN(SweepStopsTest)
#include "tst_sweepstops.moc"
