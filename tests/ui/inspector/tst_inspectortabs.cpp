// SPDX-License-Identifier: Apache-2.0
#include "inspectortest.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/announcer.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGroupBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

namespace sample = atlassim::sample;

namespace {

QString cell(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// The tabs of the details: who uses the bucket, export jobs, JSON, the request.
class InspectorTabsTest : public InspectorTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhoUsesTheBucket();
    void readsAgainWhatFailed();
    void showsExportJobs();
    void copiesADestination();
    void saysThatJobsTakeARole();
    void showsAndSearchesTheJson();
    void writesTheRequest_data();
    void writesTheRequest();
    void followsThePageInTheRequest();
    void copiesTheRowsOfTheFocusedTable();
    void saysThatItWasStopped();
};

void InspectorTabsTest::showsWhoUsesTheBucket()
{
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Used by"_s);
    const auto *table = findByName<QTableView>(details(), u"Used by"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"Cluster"_s);
    QCOMPARE(table->model()->headerData(3, Qt::Horizontal).toString(), u"Next snapshot"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
    QTRY_COMPARE(tabs()->tabText(tabs()->currentIndex()), u"Used by (3)"_s);
    select(1);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(),
                 u"No cluster exports to this bucket"_s);
}

void InspectorTabsTest::readsAgainWhatFailed()
{
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/clusters/kestrel-payments-prod-02/backup/schedule"_s.arg(
            sample::PaymentsProd);
    simulator().addFault(fault);
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Used by"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 2 clusters"_s);
    QVERIFY(click(details(), u"Retry: Used by"_s));
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
    QTRY_VERIFY(!findByName<QToolButton>(details(), u"Retry: Used by"_s));
}

void InspectorTabsTest::showsExportJobs()
{
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Export jobs"_s);
    const auto *table = findByName<QTableView>(details(), u"Export jobs"_s);
    QVERIFY(table);
    QTRY_VERIFY(table->model()->rowCount() >= 35);
    QStringList headers;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        headers.append(table->model()->headerData(column, Qt::Horizontal).toString());
    QCOMPARE(headers,
             QStringList({u"Cluster"_s, u"State"_s, u"Created"_s, u"Finished"_s, u"Prefix"_s,
                          u"Reason"_s, u"Duration"_s, u"Job ID"_s, u"Snapshot ID"_s}));
    QCOMPARE(cell(table, 0, 1), u"In progress, 35%"_s);
    const auto *strip = findByName<QWidget>(details(), u"Latest export jobs"_s);
    QVERIFY(strip);
    QCOMPARE(strip->accessibleDescription(),
             u"Latest 30 export jobs: 26 successful, 2 failed, 1 cancelled, 1 in progress"_s);
}

void InspectorTabsTest::copiesADestination()
{
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Export jobs"_s);
    auto *table = findByName<QTableView>(details(), u"Export jobs"_s);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    QVERIFY(!click(details(), u"Copy destination"_s)); // No job is selected.
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QVERIFY(click(details(), u"Copy destination"_s));
    QVERIFY2(clipboard().startsWith(u"s3://kestrel-payments-prod-snapshots-us-east-1-001/"
                                    "exported_snapshots/"_s),
             qPrintable(clipboard()));
}

void InspectorTabsTest::saysThatJobsTakeARole()
{
    start(sample::PaymentsProd, testsupport::viewer());
    select(0);
    chooseTab(u"Export jobs"_s);
    QTRY_COMPARE(findLabel(details(), u"Export jobs"_s)->text(),
                 u"This credential cannot view export jobs"_s);
    QCOMPARE(session().problemLog().rowCount(), 1);
    chooseTab(u"Used by"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
}

void InspectorTabsTest::showsAndSearchesTheJson()
{
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"JSON"_s);
    auto *text = findByName<QPlainTextEdit>(details(), u"JSON"_s);
    QVERIFY(text && text->isReadOnly());
    QVERIFY(text->toPlainText().startsWith(u"{\n  \"_id\": "_s));
    QVERIFY(click(details(), u"Copy"_s));
    QCOMPARE(QJsonDocument::fromJson(clipboard().toUtf8()).object().value(u"_id"_s).toString(),
             session().buckets().idAt(0).toHex());
    QVERIFY(testsupport::typeInto(details(), u"Search the JSON"_s, u"us-east-1"_s));
    QCOMPARE(text->extraSelections().size(), 2); // In the name and as the region.
    QTRY_COMPARE(ui::Announcer::of(window())->text(), u"2 matches"_s);
    text->selectAll();
    QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), text->toPlainText());
    QTRY_COMPARE(ui::Announcer::of(window())->text(), u"Copied."_s);
    QVERIFY(testsupport::typeInto(details(), u"Search the JSON"_s, u"nowhere"_s));
    QCOMPARE(text->extraSelections().size(), 0);
}

void InspectorTabsTest::writesTheRequest_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("part");
    QTest::newRow("key") << u"curl (API key)"_s << u"--digest"_s;
    QTest::newRow("account") << u"curl (service account)"_s << u"Authorization: Bearer %s"_s;
    QTest::newRow("CLI") << u"Atlas CLI"_s << u"atlas api cloudBackups listExportBuckets"_s;
    QTest::newRow("Go") << u"Go SDK"_s << u"go.mongodb.org/atlas-sdk/v20250219001/admin"_s;
}

void InspectorTabsTest::writesTheRequest()
{
    QFETCH(const QString, format);
    QFETCH(const QString, part);
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Request"_s);
    auto *formats = findByName<QComboBox>(details(), u"Format"_s);
    QVERIFY(formats);
    formats->setCurrentText(format);
    const QString text = findByName<QPlainTextEdit>(details(), u"Request text"_s)->toPlainText();
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(text.contains(sample::PaymentsProd));
    QVERIFY(!text.contains(sample::ClientSecret));
    QVERIFY(click(details(), u"Copy"_s));
    QCOMPARE(clipboard(), text);
}

void InspectorTabsTest::followsThePageInTheRequest()
{
    start(sample::AtlasCliE2e);
    select(0);
    chooseTab(u"Request"_s);
    const auto *text = findByName<QPlainTextEdit>(details(), u"Request text"_s);
    QVERIFY(text->toPlainText().contains(u"pageNum=1"_s));
    QVERIFY(click(window(), u"Next page"_s));
    QTRY_COMPARE(session().pager().page().value(), 2);
    QTRY_VERIFY(!session().pager().isLoading());
    select(0);
    QVERIFY(text->toPlainText().contains(u"pageNum=2"_s));
}

void InspectorTabsTest::copiesTheRowsOfTheFocusedTable()
{
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Used by"_s);
    auto *table = findByName<QTableView>(details(), u"Used by"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(clipboard().startsWith(u"kestrel-payments-prod-02\tOn\tMonthly\t"_s),
             qPrintable(clipboard()));
    buckets()->setFocus();
    QTest::keyClick(buckets(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard().startsWith(u"kestrel-payments-prod-snapshots-us-east-1-001\tAWS\t"_s));
}

void InspectorTabsTest::saysThatItWasStopped()
{
    start(sample::PaymentsProd);
    simulator().options().latency = std::chrono::hours(1);
    const QRect area = buckets()->visualRect(buckets()->model()->index(0, 0));
    QTest::mouseClick(buckets()->viewport(), Qt::LeftButton, {}, area.center());
    QTRY_VERIFY(inspector().isReading());
    chooseTab(u"JSON"_s);
    QTest::keyClick(window(), Qt::Key_Escape);
    QVERIFY(!session().isBusy());
    const auto *text = findByName<QPlainTextEdit>(details(), u"JSON"_s);
    QTRY_COMPARE(text->toPlainText(), u"Not loaded"_s);
    chooseTab(u"Used by"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Not loaded"_s);
    simulator().options().latency = {};
    QVERIFY(click(details(), u"Retry: Used by"_s));
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
    QCOMPARE(inspector().state(), buckets::BucketInspector::State::Ready);
}

QTEST_MAIN(InspectorTabsTest)
#include "tst_inspectortabs.moc"
