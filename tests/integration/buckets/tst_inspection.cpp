// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/bucketfields.h"
#include "buckets/reading/stillness.h"
#include "insight/advice/rolewarnings.h"
#include "tests/integration/support/inspectiontest.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using buckets::BucketInspector;
using models::BucketTableModel;

namespace sample = atlassim::sample;

namespace {

const auto ClustersPart = u"/clusters"_s;
const auto SchedulePart = u"/backup/schedule"_s;

/// Longer than it takes until something is read by itself.
void rest()
{
    QTest::qWait(static_cast<int>(2 * buckets::Stillness.count()));
}

} // namespace

/// What a session finds out about the selected bucket itself and about its role.
class BucketInspectionTest : public InspectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesRoles_data();
    void resolvesRoles();
    void warnsOfRoles_data();
    void warnsOfRoles();
    void keepsTheAnswerAsItCame();
    void takesALargeAnswer();
    void showsAFewOfManyUnknownFields();
    void readsTheRegionOfASelectedBucket();
    void tellsOfABucketThatIsGone();
    void readsEverythingAnewOnRefresh();
    void forgetsOtherBucketsOnRefresh();
    void readsUseAheadIfChosen();
    void leavesProjectsThatAreClosedAlone();
    void isTakenOverByASelection();
    void keepsQuietOfWhatNobodyAskedFor();
    void leavesHalfOfTheLimit();

private:
    /// From now on, how open projects use their buckets is read before anybody asks.
    void readAhead();
    bool isUsageShown() const;
};

void BucketInspectionTest::resolvesRoles_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("start");
    QTest::newRow("AWS") << 0 << u"IAM role ARN"_s << u"arn:aws:iam::"_s;
    QTest::newRow("external ID") << 0 << u"External ID"_s << u""_s;
    QTest::newRow("authorized") << 0 << u"Role authorized"_s << u"20"_s;
    QTest::newRow("Azure") << 1 << u"Service principal"_s << u""_s;
    QTest::newRow("tenant") << 1 << u"Role tenant ID"_s << u""_s;
    QTest::newRow("Google Cloud") << 2 << u"Service account"_s << u""_s;
    QTest::newRow("status") << 2 << u"Role status"_s << u"COMPLETE"_s;
}

void BucketInspectionTest::resolvesRoles()
{
    QFETCH(const int, row);
    QFETCH(const QString, field);
    QFETCH(const QString, start);
    open(sample::PaymentsProd);
    select(row);
    const auto fields = buckets::bucketFields(*inspector().bucket(), inspector().roles(), false);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&field](const auto &one) { return one.name == field; });
    QVERIFY(found != fields.end());
    QVERIFY2(found->value.startsWith(start) && found->value != u"—"_s, qPrintable(found->value));
    QCOMPARE(insight::roleWarnings(*inspector().bucket(), inspector().roles()), QStringList());
    QCOMPARE(calls(u"/cloudProviderAccess"_s), 1);
}

void BucketInspectionTest::warnsOfRoles_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("warning");
    QTest::newRow("not authorized") << QString(sample::PaymentsProd)
                                    << QString(sample::UnauthorisedRole) << u"not authorized"_s;
    QTest::newRow("gone") << QString(sample::Search) << QString(sample::MissingRole)
                          << u"no longer has this bucket’s role"_s;
    QTest::newRow("not ready") << QString(sample::PartnerIntegrations)
                               << QString(sample::IncompleteRole) << u"not ready"_s;
}

void BucketInspectionTest::warnsOfRoles()
{
    QFETCH(const QString, project);
    QFETCH(const QString, role);
    QFETCH(const QString, warning);
    open(project);
    int row = 0;
    while (row < session().buckets().rowCount()
           && session().buckets().bucketAt(row).text(atlas::BucketField::RoleId) != role)
        ++row;
    QVERIFY(row < session().buckets().rowCount());
    select(row);
    const QStringList warnings = insight::roleWarnings(*inspector().bucket(), inspector().roles());
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings[0].contains(warning), qPrintable(warnings[0]));
}

void BucketInspectionTest::keepsTheAnswerAsItCame()
{
    open(sample::PaymentsProd);
    const QString id = session().buckets().idAt(0).toHex();
    const QByteArray body = R"({"zone": 1.50, "_id": ")" + id.toLatin1()
        + R"(", "bucketName": "b", "cloudProvider": "AWS", "region": "eu-west-1"})";
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::PaymentsProd) + id;
    fault.status = 200;
    fault.body = body;
    simulator().addFault(fault);
    select(0);
    QCOMPARE(inspector().body(), body);
    QCOMPARE(inspector().bucket()->text(atlas::BucketField::Region), u"eu-west-1"_s);
    const auto fields = buckets::bucketFields(*inspector().bucket(), inspector().roles(), false);
    QCOMPARE(fields.constLast().name, u"zone"_s);
    QCOMPARE(fields.constLast().value, u"1.5"_s);
}

void BucketInspectionTest::takesALargeAnswer()
{
    open(sample::PaymentsProd);
    const QString id = session().buckets().idAt(0).toHex();
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::PaymentsProd) + id;
    fault.status = 200;
    fault.body = R"({"_id": ")" + id.toLatin1()
        + R"(", "bucketName": "b", "cloudProvider": "AWS", "note": ")"
        + QByteArray(9 * 1024 * 1024, 'n') + R"("})";
    simulator().addFault(fault);
    select(0);
    QCOMPARE(inspector().state(), BucketInspector::State::Ready);
    QCOMPARE(inspector().body().size(), fault.body.size());
}

void BucketInspectionTest::showsAFewOfManyUnknownFields()
{
    atlas::ExportBucket bucket;
    for (int i = 0; i < 1000; ++i)
        bucket.unknownFields.insert(u"field%1"_s.arg(i), i);
    const auto fields = buckets::bucketFields(bucket, {}, false);
    QVERIFY(fields.size() < 100);
    QCOMPARE(fields.constLast().name, u"More fields"_s);
    QVERIFY(fields.constLast().value.startsWith(u"950"_s));
}

void BucketInspectionTest::readsTheRegionOfASelectedBucket()
{
    open(sample::IdentityPlatform);
    QCOMPARE(tableText(0, BucketTableModel::Column::Region), u"Not loaded"_s);
    select(0);
    QCOMPARE(tableText(0, BucketTableModel::Column::Region), u"us-east-1"_s);
}

void BucketInspectionTest::tellsOfABucketThatIsGone()
{
    open(sample::IdentityPlatform);
    simulator().world().project(QString(sample::IdentityPlatform))->buckets.removeFirst();
    select(0);
    QCOMPARE(inspector().state(), BucketInspector::State::Failed);
    QCOMPARE(inspector().error().errorCode, u"EXPORT_BUCKET_NOT_FOUND"_s);
    QCOMPARE(session().problemLog().rowCount(), 1);
    QVERIFY(session().hasFailed());
}

void BucketInspectionTest::readsEverythingAnewOnRefresh()
{
    openWithClusters(3, 1);
    select(0);
    const int first = calls();
    simulator().clearSeenRequests();
    session().inspector().refresh();
    QTRY_VERIFY(!inspector().isReading());
    QCOMPARE(calls(), first);
}

void BucketInspectionTest::forgetsOtherBucketsOnRefresh()
{
    open(sample::PaymentsProd);
    select(0);
    select(3);
    simulator().world().project(QString(sample::PaymentsProd))->buckets[0].region = u"eu-north-1"_s;
    session().refresh();
    QTRY_VERIFY(!session().isBusy());
    select(0);
    QCOMPARE(inspector().bucket()->text(atlas::BucketField::Region), u"eu-north-1"_s);
}

void BucketInspectionTest::readAhead()
{
    testsupport::choose(session(), [](auto &values) { values.readUseAhead = true; });
}

bool BucketInspectionTest::isUsageShown() const
{
    return tableText(0, BucketTableModel::Column::UsedBy) != u"…"_s;
}

void BucketInspectionTest::readsUseAheadIfChosen()
{
    open(sample::PaymentsProd);
    rest();
    QCOMPARE(calls(ClustersPart), 0);
    readAhead();
    QTRY_COMPARE(tableText(0, BucketTableModel::Column::UsedBy), u"3"_s);
    QTRY_VERIFY(tableText(0, BucketTableModel::Column::LastExport).startsWith(u"▸ In progress"_s));
    QVERIFY(!session().isBusy());
    // A selection finds it there; another page of the project, too.
    const int needed = calls(ClustersPart);
    select(0);
    session().pager().refresh();
    QTRY_VERIFY(!session().isBusy());
    rest();
    QCOMPARE(calls(ClustersPart), needed);
    session().refresh();
    QTRY_COMPARE(calls(ClustersPart), 2 * needed);
}

void BucketInspectionTest::leavesProjectsThatAreClosedAlone()
{
    readAhead();
    openWithClusters(40, 1);
    simulator().options().latency = 20ms;
    QTRY_VERIFY(calls(SchedulePart) > 5);
    QVERIFY(!session().isBusy());
    session().pager().open(*atlas::ProjectId::fromHex(QString(sample::PaymentsProd)));
    QTRY_VERIFY(isUsageShown());
    QVERIFY(calls(sample::DataWarehouse) < 40);
    session().pager().open(*atlas::ProjectId::fromHex(QString(sample::DataWarehouse)));
    QTRY_COMPARE(session().pager().state(), buckets::BucketPager::State::Ready);
    QTRY_VERIFY(calls(SchedulePart) >= 40);
}

/// It goes on where it is, and is read whatever else happens.
void BucketInspectionTest::isTakenOverByASelection()
{
    readAhead();
    openWithClusters(40, 1);
    simulator().options().latency = 20ms;
    QTRY_VERIFY(calls(SchedulePart) > 5);
    select(0);
    QCOMPARE(usage().schedules().tally().read, 40);
    QCOMPARE(calls(SchedulePart), 40);
    QVERIFY(!usage().isAhead());
}

void BucketInspectionTest::keepsQuietOfWhatNobodyAskedFor()
{
    failAlways(clusterPath(sample::PaymentsProd, {}).chopped(1), 503);
    open(sample::PaymentsProd);
    readAhead();
    QTRY_VERIFY(calls(ClustersPart) > 0);
    rest();
    QCOMPARE(calls(ClustersPart), 1);
    QCOMPARE(session().problemLog().rowCount(), 0);
    QVERIFY(!session().hasFailed());
    // Once somebody asks, it is a problem.
    select(0);
    QCOMPARE(session().problemLog().rowCount(), 1);
}

void BucketInspectionTest::leavesHalfOfTheLimit()
{
    simulator().options().rateCapacity = 60;
    openWithClusters(40, 1);
    select(0);
    inspector().clear();
    simulator().clearSeenRequests();
    readAhead();
    session().refresh();
    QTRY_VERIFY(!session().isBusy());
    rest();
    QCOMPARE(calls(ClustersPart), 0);
}

QTEST_GUILESS_MAIN(BucketInspectionTest)
#include "tst_inspection.moc"
