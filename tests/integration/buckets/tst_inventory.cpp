// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/inventorytext.h"
#include "inventorytest.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::ListShift;
using atlassim::World;
using buckets::Inventory;

Q_DECLARE_METATYPE(atlassim::ListShift::Kind)

/// All buckets of all projects, complete or saying what is missing.
class InventoryReadingTest : public InventoryTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllProjects();
    void readsAllPagesOfOneProject();
    void hasAsManyCallsUnderWayAsThereArePlaces();
    void readsOnAfterARefusalInAnEnvelope();
    void losesNoRowWhileListsShift_data();
    void losesNoRowWhileListsShift();
    void saysWhenAListNeverStandsStill();
    void endsListsWithoutEnd();
    void listsProjectsThatFail();
    void isNotHeldUpByOneProject();
    void triesFailedProjectsAgain();
    void saysWhenTheProjectsAreNotAllKnown();
    void readsAMillionBuckets();
};

void InventoryReadingTest::readsAllProjects()
{
    start(World::withProjects(520, 3));
    inventory().openAll();
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QSet<QString> expected;
    for (const atlassim::Project &project : simulator().world().projects)
        expected += idsOf(project);
    QCOMPARE(rows(), expected);
    QVERIFY(inventory().tally().isComplete());
    QCOMPARE(text(), u"1,560 bucket(s) in 520 project(s)"_s);
    QCOMPARE(bucketCalls(), 520);
    const int last = inventory().buckets().rowCount() - 1;
    const auto project =
        session().shownTable().index(last, int(atlas::BucketField::Project)).data().toString();
    QVERIFY(std::any_of(simulator().world().projects.begin(), simulator().world().projects.end(),
                        [&](const auto &known) { return known.name == project; }));
}

void InventoryReadingTest::readsAllPagesOfOneProject()
{
    start(World::withProjects(2, 1'234));
    inventory().open(*atlas::ProjectId::fromHex(project(1)));
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows(), idsOf(simulator().world().projects[1]));
    QCOMPARE(text(), u"1,234 bucket(s)"_s);
    QCOMPARE(bucketCalls(), 6); // Three pages, in two passes.
}

void InventoryReadingTest::hasAsManyCallsUnderWayAsThereArePlaces()
{
    start(World::withProjects(40, 2));
    readProjects();
    simulator().addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, 1h));
    simulator().options().latency = 1h;
    inventory().openAll();
    // One is kept for what somebody waits for.
    QTRY_COMPARE(bucketCalls(), net::Lanes::MostPlaces - 1);
    QTest::qWait(50); // No further one comes.
    QCOMPARE(bucketCalls(), net::Lanes::MostPlaces - 1);
}

/// A call is answered with status 200 twice then: it is signed and sent anew.
void InventoryReadingTest::readsOnAfterARefusalInAnEnvelope()
{
    start(World::withProjects(20, 2));
    readProjects();
    for (int i = 0; i < SomeCalls; ++i) {
        Fault refused = failure(project(i), 200, 1);
        refused.body = R"({"status":401,"content":{"error":401,"errorCode":"UNAUTHORIZED"}})";
        simulator().addFault(refused);
    }
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 40);
    QCOMPARE(bucketCalls(), 20 + SomeCalls);
}

void InventoryReadingTest::losesNoRowWhileListsShift_data()
{
    QTest::addColumn<ListShift::Kind>("kind");
    QTest::newRow("rows come") << ListShift::Kind::InsertFirst;
    QTest::newRow("rows go") << ListShift::Kind::RemoveFirst;
    QTest::newRow("one goes, one comes") << ListShift::Kind::Swap;
}

void InventoryReadingTest::losesNoRowWhileListsShift()
{
    QFETCH(const ListShift::Kind, kind);
    start(World::withProjects(3, 2'600));
    ListShift shift;
    shift.kind = kind;
    shift.times = 4;
    simulator().addShift(shift);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QSet<QString> expected;
    for (const atlassim::Project &project : simulator().world().projects)
        expected += idsOf(project);
    QCOMPARE(rows(), expected);
    QVERIFY(inventory().tally().isComplete());
}

void InventoryReadingTest::saysWhenAListNeverStandsStill()
{
    start(World::withProjects(1, 1'200));
    ListShift shift;
    shift.kind = ListShift::Kind::Swap;
    simulator().addShift(shift);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().tally().shifting, 1);
    QVERIFY(!inventory().tally().isComplete());
    QVERIFY(text().endsWith(u", 1 project(s) changed during loading"_s));
    // What was there from the first to the last moment is here.
    QVERIFY(rows().size() >= 1'200);
}

void InventoryReadingTest::endsListsWithoutEnd()
{
    start(World::withProjects(2, 3));
    Fault endless;
    endless.pathPrefix = bucketsPath(project(0));
    endless.status = 200;
    endless.times = Fault::Forever;
    endless.body =
        R"({"links":[{"rel":"next","href":"x"}],"results":[)"
        R"({"_id":"65f1a2b30000000000000001","bucketName":"abc","cloudProvider":"AWS"}]})";
    simulator().addFault(endless);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().buckets().rowCount(), 4);
}

void InventoryReadingTest::listsProjectsThatFail()
{
    start(World::withProjects(250, 2));
    for (const int index : {3, 77})
        simulator().addFault(failure(project(index), index == 3 ? 403 : 404, Fault::Forever));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(text(), u"496 bucket(s) in 248 of 250 project(s), 2 project(s) not read"_s);
    QCOMPARE(session().problemLog().rowCount(), 2);
    QList<int> statuses;
    for (const buckets::UnreadProject &unread : inventory().unreadProjects())
        statuses.append(unread.error.status);
    std::sort(statuses.begin(), statuses.end());
    QCOMPARE(statuses, (QList<int>{403, 404}));
    QVERIFY(session().hasFailed());
}

void InventoryReadingTest::isNotHeldUpByOneProject()
{
    net::RetryPolicy patient;
    patient.afterTooManyRequests = 1h;
    patient.longestWait = 2h;
    start(World::withProjects(32, 5), patient);
    constexpr int Delayed = net::Lanes::MostPlaces + 1;
    for (int index = 0; index < Delayed; ++index)
        simulator().addFault(failure(project(index), 429, Fault::Forever));
    inventory().openAll();
    QTRY_COMPARE(inventory().tally().read, 32 - Delayed);
    QCOMPARE(inventory().tally().delayed, Delayed);
    QCOMPARE(inventory().state(), Inventory::State::Reading);
    QVERIFY(insight::inventoryDelayText(inventory().tally()).contains(u" 25 project(s) "_s));
}

void InventoryReadingTest::triesFailedProjectsAgain()
{
    net::RetryPolicy hasty;
    hasty.mostRetries = 2;
    hasty.afterServerError = 5ms;
    start(World::withProjects(5, 5), hasty);
    simulator().addFault(failure(project(0), 503, 2)); // The second retry brings it.
    simulator().addFault(failure(project(1), 503, 3));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().tally().failed, 1);
    QCOMPARE(inventory().unreadProjects().constFirst().error.retries, 2);
    QCOMPARE(session().problemLog().rowCount(), 1);

    session().retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().tally().read, 5);
    QCOMPARE(rows().size(), 25);
    QVERIFY(!session().hasFailed());
}

void InventoryReadingTest::saysWhenTheProjectsAreNotAllKnown()
{
    start(World::withProjects(510, 1));
    Fault second;
    second.pathPrefix = u"/api/atlas/v2/groups"_s;
    second.wholePath = true;
    second.queryItem = u"pageNum=2"_s;
    second.status = 500;
    simulator().addFault(second);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(text(), u"500 bucket(s) in 500 project(s), project list incomplete"_s);
    inventory().retry();
    QTRY_COMPARE(text(), u"510 bucket(s) in 510 project(s)"_s);
}

/// Without a simulator: what is wanted is that a million rows are kept and found.
void InventoryReadingTest::readsAMillionBuckets()
{
    buckets::BucketStore store;
    quint32 serial = 0;
    for (quint32 project = 1; project <= 250; ++project) {
        const auto id =
            *atlas::ProjectId::fromHex(u"5f00000000000000%1"_s.arg(project, 8, 16, QChar(u'0')));
        for (int page = 0; page < 8; ++page) {
            QList<atlas::ExportBucket> buckets;
            for (int i = 0; i < 500; ++i) {
                atlas::ExportBucket bucket;
                bucket.id = *atlas::BucketId::fromHex(
                    u"65f1a2b300000000%1"_s.arg(++serial, 8, 16, QChar(u'0')));
                bucket.text(atlas::BucketField::Name) = u"bucket-%1"_s.arg(serial % 5'000);
                bucket.text(atlas::BucketField::Provider) = u"GCP"_s;
                buckets.append(bucket);
            }
            QCOMPARE(store.addBuckets(id, buckets), 500);
        }
    }
    QCOMPARE(store.rowCount(), 1'000'000);
    const auto last =
        *atlas::BucketId::fromHex(u"65f1a2b3000000000%1"_s.arg(serial, 7, 16, QChar(u'0')));
    QCOMPARE(store.rowOf(last), 999'999);
    QCOMPARE(store.bucketAt(999'999).name(), u"bucket-0"_s);
}

QTEST_GUILESS_MAIN(InventoryReadingTest)
#include "tst_inventory.moc"
