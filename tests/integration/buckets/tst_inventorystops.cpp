// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/readinglimits.h"
#include "inventorytest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::World;
using buckets::Inventory;

/// All buckets of all projects: stopped, left and gone on with, and read anew.
class InventoryStopsTest : public InventoryTest
{
    Q_OBJECT

private Q_SLOTS:
    void stopsAndGoesOn();
    void stopsBetweenAnAnswerAndItsReading();
    void stopsWhenNothingCanBeReached();
    void waitsWhileNothingCanBeReached();
    void readsAnewInPlace();
    void forgetsProjectsThatAreGone();
    void keepsWhatWasRead();
    void pausesWhileNobodyLooks();
    void closes();
};

void InventoryStopsTest::stopsAndGoesOn()
{
    start(World::withProjects(50, 600));
    inventory().openAll();
    QTRY_VERIFY(inventory().tally().read >= 5);
    inventory().stop();
    const qsizetype here = inventory().buckets().rowCount();
    const int read = inventory().tally().read;
    QCOMPARE(inventory().state(), Inventory::State::Stopped);
    QTest::qWait(50); // Nothing comes any more.
    QCOMPARE(inventory().buckets().rowCount(), here);

    simulator().clearSeenRequests();
    inventory().resume();
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QCOMPARE(rows().size(), 30'000);
    // Two pages in two passes each; what was under way is asked for once more, and no more.
    QVERIFY(bucketCalls() <= (50 - read) * 4);
}

void InventoryStopsTest::stopsBetweenAnAnswerAndItsReading()
{
    start(World::withProjects(100, 3));
    readProjects();
    // An answer is logged when it is whole, and read after what is queued by then.
    const auto &log = session().exchangeLog();
    connect(&log, &QAbstractItemModel::rowsInserted, &inventory(), [this, &log] {
        if (log.totalCount() % (SomeCalls + 1) == 0)
            QMetaObject::invokeMethod(&inventory(), &Inventory::stop, Qt::QueuedConnection);
    });
    const auto stops = std::make_shared<int>(0);
    connect(&inventory(), &Inventory::changed, &inventory(), [this, stops] {
        if (inventory().state() != Inventory::State::Stopped)
            return;
        ++*stops;
        QMetaObject::invokeMethod(&inventory(), &Inventory::resume, Qt::QueuedConnection);
    });
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QVERIFY(*stops > 5);
    QCOMPARE(rows().size(), 300);
    QVERIFY(inventory().tally().isComplete());
}

void InventoryStopsTest::stopsWhenNothingCanBeReached()
{
    start(World::withProjects(40, 2));
    readProjects();
    Fault dropped;
    dropped.pathPrefix = u"/api/atlas/v2/groups/"_s;
    dropped.times = Fault::Forever;
    dropped.delivery = atlassim::Delivery::Dropped;
    simulator().addFault(dropped);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Stopped);
    QVERIFY(inventory().stopReason());
    QVERIFY(session().problemLog().rowCount() <= buckets::limits::MostFailuresInARow);

    simulator().clearFaults();
    session().retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 80);
    QVERIFY(inventory().tally().isComplete());
}

/// Not all projects are tried in vain: those that were find out when that changes.
void InventoryStopsTest::waitsWhileNothingCanBeReached()
{
    net::RetryPolicy hasty;
    hasty.mostRetries = 2;
    hasty.afterTransportError = 20ms;
    start(World::withProjects(100, 2), hasty);
    readProjects();
    const qint64 before = session().exchangeLog().totalCount();
    const QUrl address = simulator().baseUrl();
    const World world = simulator().world();
    endServer();
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Stopped);
    QVERIFY(inventory().stopReason());
    const qint64 tried = session().exchangeLog().totalCount() - before;
    // Some are on their way before so many have failed.
    QVERIFY2(tried <= (2 * net::Lanes::MostPlaces - 1) * (1 + hasty.mostRetries),
             qPrintable(QString::number(tried)));

    startServer(world, static_cast<quint16>(address.port()));
    session().retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QVERIFY(inventory().tally().isComplete());
}

void InventoryStopsTest::readsAnewInPlace()
{
    start(World::withProjects(4, 10));
    inventory().openAll();
    const QAbstractItemModelTester tester(&session().shownTable(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    const QString gone = project(1);
    atlassim::Project *changed = simulator().world().project(gone);
    changed->buckets.removeFirst();
    changed->buckets.first().bucketName = u"renamed"_s;
    const QString renamed = changed->buckets.first().id;
    const QSignalSpy resets(&inventory().buckets(), &buckets::BucketStore::wasReset);

    session().refresh();
    QVERIFY(inventory().buckets().isStale());
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 39);
    const buckets::BucketStore &buckets = inventory().buckets();
    QCOMPARE(buckets.bucketAt(buckets.rowOf(*atlas::BucketId::fromHex(renamed))).name(),
             u"renamed"_s);
    QCOMPARE(resets.size(), 0);
    QVERIFY(!buckets.isStale());
}

void InventoryStopsTest::forgetsProjectsThatAreGone()
{
    start(World::withProjects(4, 10));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    const QSet<QString> gone = idsOf(simulator().world().projects.constFirst());
    simulator().world().projects.removeFirst();
    session().refresh();
    QTRY_COMPARE(text(), u"30 bucket(s) in 3 project(s)"_s);
    QVERIFY(!rows().intersects(gone));
}

void InventoryStopsTest::keepsWhatWasRead()
{
    start(World::withProjects(10, 10));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    inventory().hide();
    QVERIFY(!inventory().isShown());
    QCOMPARE(&session().shownBuckets(), &session().buckets());
    simulator().clearSeenRequests();
    inventory().openAll();
    QCOMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(session().shownBuckets().rowCount(), 100);

    // A project that has come meanwhile is read, and no other.
    atlassim::Project another = simulator().world().projects.constFirst();
    another.id = u"5f00000000000000000000ff"_s;
    another.buckets.resize(3);
    inventory().hide();
    simulator().world().projects.append(another);
    session().projects().refresh();
    QTRY_COMPARE(session().projects().rowCount(), 11);
    QCOMPARE(bucketCalls(), 0);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(bucketCalls(), 1);
    QCOMPARE(inventory().tally().read, 11);
}

void InventoryStopsTest::pausesWhileNobodyLooks()
{
    start(World::withProjects(40, 5));
    inventory().openAll();
    QTRY_VERIFY(inventory().tally().read > 3);
    inventory().hide();
    const int read = inventory().tally().read;
    QVERIFY(!inventory().isReading());
    QTest::qWait(50); // Nothing comes any more.
    QCOMPARE(inventory().tally().read, read);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 200);
}

void InventoryStopsTest::closes()
{
    start(World::withProjects(40, 10));
    inventory().openAll();
    QTRY_VERIFY(inventory().tally().read > 3);
    inventory().close();
    QCOMPARE(inventory().buckets().rowCount(), 0);
    QCOMPARE(inventory().state(), Inventory::State::Closed);
    QTest::qWait(50); // Nothing of it comes any more.
    QCOMPARE(inventory().buckets().rowCount(), 0);
    inventory().openAll();
    QTRY_COMPARE(rows().size(), 400);
}

QTEST_GUILESS_MAIN(InventoryStopsTest)
#include "tst_inventorystops.moc"
