// SPDX-License-Identifier: Apache-2.0
#include "base/texts/showntext.h"
#include "buckets/reading/readinglimits.h"
#include "buckets/usage/unknownuse.h"
#include "insight/advice/usagetext.h"
#include "models/duplicatesmodel.h"
#include "models/roles.h"
#include "models/usedbymodel.h"
#include "tests/atlassim/world/backupmaker.h"
#include "tests/integration/support/inspectiontest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using buckets::BucketInspector;
using models::BucketTableModel;

namespace sample = atlassim::sample;

namespace {

const auto SchedulePart = u"/backup/schedule"_s;
const auto JobsPart = u"/backup/exports"_s;

} // namespace

/// Who uses a bucket, and what it costs to find out.
class UsageTest : public InspectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoUsesABucket();
    void tellsLeftoversApart();
    void countsWhatIsNoFailure();
    void costsAsManyCallsAsItMust();
    void readsManyClusters();
    void sendsNothingForRowsPassedOver();
    void isHonestAboutWhatItCouldNotRead();
    void stopsAskingWhenNothingWorks();
    void saysWhenTheClustersCannotBeRead();
    void takesNoHalfListForAWhole();
    void marksUnusedDuplicates();
    void goesOnWhereItWasStopped();
    void isIdleOnceNothingIsInspected();
    void checksAllThatARefreshInterrupts();
    void checksWhatASelectionInterrupts();
    void tellsUsageInTheTable();

private:
    /// Of 8 projects, one after the other.
    void startCheck();
    /// Of how many buckets on screen nobody knows whether they are used.
    int unknownBuckets();
};

void UsageTest::tellsWhoUsesABucket()
{
    open(sample::PaymentsProd);
    select(0);
    models::UsedByModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&usage(), selected());
    QCOMPARE(model.rowCount(), 3);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, 0), u"kestrel-payments-prod-01"_s);
    QCOMPARE(text(0, 1), u"On"_s);
    QCOMPARE(text(0, 2), u"Monthly"_s);
    QCOMPARE(text(2, 2), u"Yearly"_s);
    QVERIFY(text(0, 3).startsWith(u"2026-"_s));
    QCOMPARE(insight::usersText(usage(), selected()).headline, u"Used by 3 cluster(s)"_s);
}

void UsageTest::tellsLeftoversApart()
{
    open(sample::PaymentsProd);
    select(sample::LeftoverExportBucket);
    models::UsedByModel model;
    model.show(&usage(), selected());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 1).data().toString(), u"Off (still set)"_s);
    QVERIFY(model.index(0, 1)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"to delete the bucket you may first have to remove it"_s));
    QVERIFY(model.index(0, 0).data(models::LeftoverRole).toBool());
    const auto text = insight::usersText(usage(), selected());
    QCOMPARE(text.headline, u"No cluster exports to this bucket"_s);
    QVERIFY2(
        text.text.startsWith(u"1 backup schedule(s) with auto export off still name this bucket"_s),
        qPrintable(text.text));
    QVERIFY(!text.isIncomplete);
}

void UsageTest::countsWhatIsNoFailure()
{
    open(sample::PaymentsProd);
    select(0);
    const auto tally = usage().schedules().tally();
    QCOMPARE(tally.clusters, 6);
    QCOMPARE(tally.flex, 1);
    QCOMPARE(tally.noBackup, 1);
    QVERIFY(tally.isComplete());
    QCOMPARE(insight::usersText(usage(), selected()).text,
             u"Not exporting: 1 without backup, 1 flex cluster(s)."_s);

    open(sample::AtlasCliE2e);
    select(0);
    QCOMPARE(usage().schedules().tally().gone, 1);
    QVERIFY(usage().schedules().tally().isComplete());
    QCOMPARE(session().problemLog().rowCount(), 0);
}

void UsageTest::costsAsManyCallsAsItMust()
{
    openWithClusters(25, 3);
    select(0);
    QCOMPARE(calls(), 1 + 25 + 25 + 2);
    simulator().clearSeenRequests();
    select(1);
    QCOMPARE(calls(), 1);
    simulator().clearSeenRequests();
    inspector().setBucket(*session().pager().project(), session().buckets().bucketAt(0));
    QTest::qWait(200); // Longer than a selection has to be still; nothing is left to be waited for.
    QCOMPARE(calls(), 0);
}

void UsageTest::readsManyClusters()
{
    openWithClusters(300, 2);
    select(0);
    const auto tally = usage().schedules().tally();
    QCOMPARE(tally.clusters, 300);
    QCOMPARE(tally.read, 300);
    QCOMPARE(calls(SchedulePart), 300);
    QCOMPARE(calls(JobsPart), 300);
    int users = 0;
    for (int row = 0; row < session().buckets().rowCount(); ++row)
        users += usage().of(session().buckets().idAt(row)).clusters;
    // The project has 240 buckets, which the clusters use by turns; the page shows 100.
    QCOMPARE(users, 100 + 60);
}

void UsageTest::sendsNothingForRowsPassedOver()
{
    openWithClusters(25, 1);
    const auto project = *session().pager().project();
    for (int row = 0; row < 100; ++row) {
        inspector().setBucket(project, session().buckets().bucketAt(row));
        QCoreApplication::processEvents();
    }
    QCOMPARE(calls(), 0);
    QTRY_COMPARE(inspector().state(), BucketInspector::State::Ready);
    QCOMPARE(calls(u"/backup/exportBuckets/"_s), 1);
    QCOMPARE(calls(selected().toHex()), 1);
    QCOMPARE(inspector().bucket()->name(), session().buckets().bucketAt(99).name());
}

void UsageTest::isHonestAboutWhatItCouldNotRead()
{
    const QString project = sample::PaymentsProd;
    const QString path = clusterPath(project, u"kestrel-payments-prod-02"_s) + SchedulePart;
    failAlways(path, 500);
    open(sample::PaymentsProd);
    select(0);
    auto text = insight::usersText(usage(), selected());
    QCOMPARE(text.headline, u"Used by 2 cluster(s)"_s);
    QVERIFY2(text.text.startsWith(u"1 of 6 cluster(s) could not be loaded."_s),
             qPrintable(text.text));
    QVERIFY(text.isIncomplete);
    QVERIFY(session().hasFailed());
    QCOMPARE(session().problemLog().rowCount(), 1);
    QCOMPARE(tableText(0, BucketTableModel::Column::UsedBy), u"2 or more"_s);

    simulator().clearFaults();
    simulator().clearSeenRequests();
    session().retry();
    wait();
    text = insight::usersText(usage(), selected());
    QCOMPARE(text.headline, u"Used by 3 cluster(s)"_s);
    QVERIFY(!text.isIncomplete);
    QCOMPARE(calls(SchedulePart), 1);
    QVERIFY(!session().hasFailed());
}

void UsageTest::stopsAskingWhenNothingWorks()
{
    openWithClusters(300, 1);
    failAlways(clusterPath(sample::DataWarehouse, {}), 500);
    select(0);
    QVERIFY2(calls() < 3 * net::Lanes::MostPlaces, qPrintable(QString::number(calls())));
    QVERIFY(session().problemLog().rowCount() < 20);
    QCOMPARE(usage().schedules().tally().failed, 300);
    QCOMPARE(insight::usersText(usage(), selected()).headline,
             u"No known cluster exports to this bucket"_s);
}

void UsageTest::saysWhenTheClustersCannotBeRead()
{
    Fault fault = Fault::atlasError(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s, u"Forbidden"_s, {},
                                    {u"203.0.113.9"_s});
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/clusters"_s.arg(sample::PaymentsProd);
    simulator().addFault(fault);
    open(sample::PaymentsProd);
    select(0);
    const auto text = insight::usersText(usage(), selected());
    QCOMPARE(text.headline, u"The clusters could not be loaded"_s);
    QVERIFY(text.text.contains(u"203.0.113.9"_s));
    QVERIFY(text.isIncomplete);
    session().retry();
    wait();
    QCOMPARE(insight::usersText(usage(), selected()).headline, u"Used by 3 cluster(s)"_s);
}

void UsageTest::takesNoHalfListForAWhole()
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/clusters"_s.arg(sample::DataWarehouse);
    fault.queryItem = u"pageNum=2"_s;
    simulator().addFault(fault);
    openWithClusters(501, 0);
    select(0);
    QCOMPARE(usage().schedules().state(), buckets::BackupSchedules::State::Failed);
    session().retry();
    wait();
    QCOMPARE(usage().schedules().tally().clusters, 501);
    QVERIFY(usage().schedules().tally().isComplete());
}

void UsageTest::goesOnWhereItWasStopped()
{
    openWithClusters(40, 1);
    simulator().options().latency = 20ms;
    inspector().setBucket(*session().pager().project(), session().buckets().bucketAt(0));
    QTRY_VERIFY(usage().schedules().tally().read > 5);
    session().stop();
    QVERIFY(!session().isBusy());
    const int read = usage().schedules().tally().read;
    QVERIFY(read < 40);
    QVERIFY(insight::usersText(usage(), selected()).isIncomplete);
    simulator().options().latency = 0ms;
    simulator().clearSeenRequests();
    select(1);
    QCOMPARE(usage().schedules().tally().read, 40);
    // Some that were stopped had not reached the server yet: it reads them now.
    QVERIFY(calls(SchedulePart) <= 40 - read + buckets::limits::CallsAtATime);
}

void UsageTest::isIdleOnceNothingIsInspected()
{
    openWithClusters(40, 1);
    simulator().options().latency = 20ms;
    inspector().setBucket(*session().pager().project(), session().buckets().bucketAt(0));
    QTRY_VERIFY(usage().schedules().tally().read > 5);
    QVERIFY(session().isBusy());
    const QSignalSpy busy(&session(), &Session::busyChanged);
    inspector().clear();
    QVERIFY(!session().isBusy());
    QVERIFY(!busy.isEmpty());
}

void UsageTest::startCheck()
{
    simulator().world() = atlassim::World::withProjects(8, 2);
    for (atlassim::Project &project : simulator().world().projects)
        atlassim::addClusters(project, 3, 1);
    startSession(testsupport::serviceAccount());
    session().inventory().openAll();
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    simulator().options().latency = 20ms;
    simulator().clearSeenRequests();
    session().checkUsage();
}

int UsageTest::unknownBuckets()
{
    const BucketTableModel &table = session().shownTable();
    return buckets::unknownUseIn(table.store().rows(), table.use()).buckets;
}

/// A refresh in the midst of a check leaves no project out.
void UsageTest::checksAllThatARefreshInterrupts()
{
    startCheck();
    QTRY_VERIFY(calls(u"/clusters"_s) > 2);
    session().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 20'000);
    QCOMPARE(unknownBuckets(), 0);
}

/// So does a selection in the project whose turn it is, when another takes its place.
void UsageTest::checksWhatASelectionInterrupts()
{
    startCheck();
    QTRY_VERIFY(calls(u"/clusters"_s) > 0);
    const buckets::BucketStore &table = session().inventory().buckets();
    inspector().setBucket(table.projectAt(0), table.bucketAt(0));
    inspector().setBucket(table.projectAt(15), table.bucketAt(15));
    QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 20'000);
    QCOMPARE(unknownBuckets(), 0);
}

void UsageTest::tellsUsageInTheTable()
{
    using Column = BucketTableModel::Column;
    open(sample::PaymentsProd);
    QCOMPARE(tableText(0, Column::UsedBy), u"…"_s);
    select(0);
    QTRY_COMPARE(tableText(0, Column::UsedBy), u"3"_s);
    QCOMPARE(tableText(1, Column::UsedBy), u"0"_s);
    QVERIFY2(tableText(0, Column::LastExport).startsWith(u"▸ In progress · worked 202"_s),
             qPrintable(tableText(0, Column::LastExport)));
    const QModelIndex cell = session().shownTable().index(0, static_cast<int>(Column::LastExport));
    const QString spoken = cell.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"last export: In progress, last worked on "_s)
                 && spoken.endsWith(u", 2 of the latest failed"_s),
             qPrintable(spoken));
    QVERIFY(cell.data(Qt::AccessibleDescriptionRole).toString().contains(u"2 failed"_s));
    QCOMPARE(cell.data(models::JobStripRole).value<QList<int>>().size(), 30);
}

void UsageTest::marksUnusedDuplicates()
{
    using Column = models::DuplicatesModel::Column;
    open(sample::PaymentsProd);
    select(0);
    const atlas::ExportBucket used = session().buckets().bucketAt(0);
    atlas::ExportBucket unused = used;
    unused.id = session().buckets().idAt(1);
    atlas::ExportBucket elsewhere = used;
    elsewhere.id = *atlas::BucketId::fromHex(u"65f1a2b30000000000000001"_s);

    buckets::BucketStore buckets;
    buckets.addBuckets(*session().pager().project(), {used, unused});
    buckets.addBuckets(*atlas::ProjectId::fromHex(QString(sample::Search)), {elsewhere});
    buckets::BucketsInUse use;
    use.setUsage(usage());
    BucketTableModel table(buckets, use);
    models::DuplicatesModel duplicates;
    duplicates.setRows(&table);
    duplicates.setActive(true);
    QTRY_COMPARE(duplicates.rowCount(), 1);
    const QModelIndex count = duplicates.index(0, static_cast<int>(Column::Unused));
    QCOMPARE(count.data().toString(), u"1"_s);
    QVERIFY(count.data(models::HasUnusedRole).toBool());
    QVERIFY(count.data(Qt::ToolTipRole).toString().startsWith(u"1 more have unknown usage"_s));
    const QModelIndex ids = duplicates.index(0, static_cast<int>(Column::Ids));
    QCOMPARE(
        ids.data().toString(),
        u"%1, %2 (unused), %3"_s.arg(used.id.toHex(), unused.id.toHex(), elsewhere.id.toHex()));
    QVERIFY(!ids.data(models::FullTextRole).toString().contains(u"unused"_s));
}

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_usage.moc"
