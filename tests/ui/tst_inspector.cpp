// SPDX-License-Identifier: Apache-2.0
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "browse/showntext.h"
#include "programfixture.h"
#include "session/session.h"
#include "support/testaccount.h"
#include "ui/inspector/fieldvalue.h"
#include "widgetfinder.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using browse::BucketTableModel;
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

/// The details beside the table, driven by mouse and keys, their parts found by accessible names.
class InspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhatToSelectAtFirst();
    void showsEveryField();
    void copiesAField();
    void warnsOfARole();
    void showsUnknownFieldsAsText();
    void opensOnlyKnownProviders();
    void showsWhoUsesTheBucket();
    void readsAgainWhatFailed();
    void showsExportJobs();
    void copiesADestination();
    void saysThatJobsTakeARole();
    void showsAndSearchesTheJson();
    void writesTheRequest_data();
    void writesTheRequest();
    void followsThePageInTheRequest();
    void sendsNothingWhileAKeyIsHeld();
    void followsTheSelection();
    void offersCopies();
    void copiesTheRowsOfTheFocusedTable();
    void filtersWhileABucketIsSelected_data();
    void filtersWhileABucketIsSelected();
    void saysThatItWasStopped();
    void keepsTheColumnsThatWereChosen();
    void isReachedByKeys();
    void isReadByAssistiveTechnology();

private:
    void start(QLatin1StringView project,
               const accounts::Credential &credential = testsupport::serviceAccount());
    void select(int row);
    void chooseTab(const QString &name);
    QGroupBox *details() const { return findByName<QGroupBox>(m_window, u"Bucket details"_s); }
    QTabBar *tabs() const { return details()->findChild<QTabBar *>(); }
    QTableView *buckets() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    QString field(const QString &name) const;
    int singleCalls() const;
    browse::BucketInspector &inspector() { return m_fixture->session().inspector(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void InspectorTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void InspectorTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void InspectorTest::start(QLatin1StringView project, const accounts::Credential &credential)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), credential);
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    Session &session = m_fixture->session();
    session.setReadsRegions(false);
    QTRY_VERIFY(!session.isBusy() && session.pager().project());
}

void InspectorTest::select(int row)
{
    const QRect area = buckets()->visualRect(buckets()->model()->index(row, 0));
    QTest::mouseClick(buckets()->viewport(), Qt::LeftButton, {}, area.center());
    const atlas::BucketId selected = m_fixture->session().buckets().idAt(row);
    QTRY_VERIFY(inspector().bucket() && inspector().bucket()->id == selected);
    QTRY_COMPARE(inspector().state(), browse::BucketInspector::State::Ready);
    QTRY_VERIFY(!inspector().isReading());
    QTRY_VERIFY(inspector().usage()->isKnown());
}

void InspectorTest::chooseTab(const QString &name)
{
    for (int tab = 0; tab < tabs()->count(); ++tab) {
        if (tabs()->accessibleTabName(tab) == name) {
            QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(tab).center());
            QCOMPARE(tabs()->currentIndex(), tab);
            return;
        }
    }
    QFAIL(qPrintable(u"There is no tab "_s + name));
}

QString InspectorTest::field(const QString &name) const
{
    const auto *value = findByName<ui::FieldValue>(details(), name);
    return value && value->isReadOnly() ? value->text() : u"(no such field)"_s;
}

int InspectorTest::singleCalls() const
{
    int calls = 0;
    const auto seen = m_simulator->seenRequests();
    for (const auto &request : seen)
        calls += request.path.contains(u"/backup/exportBuckets/"_s) ? 1 : 0;
    return calls;
}

void InspectorTest::saysWhatToSelectAtFirst()
{
    start(sample::PaymentsProd);
    QVERIFY(details());
    QVERIFY(!findByName<ui::FieldValue>(details(), u"Role ID"_s));
    QCOMPARE(singleCalls(), 0);
}

void InspectorTest::showsEveryField()
{
    start(sample::PaymentsProd);
    select(0);
    QCOMPARE(tabs()->accessibleTabName(tabs()->currentIndex()), u"Details"_s);
    const atlas::ExportBucket bucket = m_fixture->session().buckets().bucketAt(0);
    QCOMPARE(field(u"Name"_s), bucket.name());
    QCOMPARE(field(u"ID"_s), bucket.id.toHex());
    QCOMPARE(field(u"Provider"_s), u"AWS"_s);
    QCOMPARE(field(u"Region"_s), u"us-east-1"_s);
    QCOMPARE(field(u"Role ID"_s), *bucket.text(atlas::BucketField::RoleId));
    QCOMPARE(field(u"Private networking"_s), u"Not required"_s);
    QCOMPARE(field(u"Service URL"_s), u"—"_s);
    QCOMPARE(field(u"Tenant ID"_s), u"—"_s);
    QCOMPARE(field(u"Registered"_s), u"2025-10-09 02:08 UTC"_s);
    QVERIFY(findByName<ui::FieldValue>(details(), u"Registered"_s)->toolTip().endsWith(u"UTC"_s));
    QVERIFY(field(u"IAM role ARN"_s).startsWith(u"arn:aws:iam::"_s));

    select(1);
    QCOMPARE(field(u"Provider"_s), u"Azure"_s);
    QVERIFY(field(u"Service URL"_s).startsWith(u"https://"_s));
    QVERIFY(!findByName<ui::FieldValue>(details(), u"IAM role ARN"_s));
    QVERIFY(field(u"Service principal"_s).size() > 10);
}

void InspectorTest::copiesAField()
{
    start(sample::PaymentsProd);
    select(0);
    QVERIFY(click(details(), u"Copy: ID"_s));
    QCOMPARE(clipboard(), field(u"ID"_s));
    QVERIFY(!findByName<QToolButton>(details(), u"Copy: Tenant ID"_s));
}

void InspectorTest::warnsOfARole()
{
    start(sample::PaymentsProd);
    select(0);
    QVERIFY(!findLabel(details(), u"Warning"_s));
    buckets()->scrollToBottom();
    select(buckets()->model()->rowCount() - 1);
    QVERIFY(findLabel(details(), u"Warning"_s));
    QVERIFY(findLabel(details(), u"Warning"_s)->text().contains(u"not authorized"_s));
}

void InspectorTest::showsUnknownFieldsAsText()
{
    start(sample::PaymentsProd);
    const QString id = m_fixture->session().buckets().idAt(0).toHex();
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::PaymentsProd) + id;
    fault.status = 200;
    fault.body = R"({"_id": ")" + id.toLatin1()
        + R"(", "bucketName": "<b>bold</b>", "cloudProvider": "AWS", )"
          R"("kmsKeys": ["a", 2], "<i>odd</i>": "x\u202ey"})";
    m_simulator->addFault(fault);
    select(0);
    QCOMPARE(field(u"Name"_s), u"<b>bold</b>"_s);
    QCOMPARE(field(u"kmsKeys"_s), u"[\"a\",2]"_s);
    QCOMPARE(field(u"<i>odd</i>"_s), u"x\\u202Ey"_s);
}

void InspectorTest::opensOnlyKnownProviders()
{
    auto &azure = m_simulator->world().project(QString(sample::PaymentsProd))->buckets[1];
    start(sample::PaymentsProd);
    for (const int row : {0, 1, 2}) {
        select(row);
        QVERIFY(findByName<QToolButton>(details(), u"Open in the browser: Name"_s));
    }
    select(1);
    QVERIFY(findByName<QToolButton>(details(), u"Open in the browser: Service URL"_s));
    azure.serviceUrl = u"https://kestrel.blob.core.windows.net.example.com"_s;
    QTest::keyClick(m_window, Qt::Key_F5);
    QTRY_COMPARE(field(u"Service URL"_s), *azure.serviceUrl);
    QTRY_VERIFY(!findByName<QToolButton>(details(), u"Open in the browser: Service URL"_s));
}

void InspectorTest::showsWhoUsesTheBucket()
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

void InspectorTest::readsAgainWhatFailed()
{
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/clusters/kestrel-payments-prod-02/backup/schedule"_s.arg(
            sample::PaymentsProd);
    m_simulator->addFault(fault);
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"Used by"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 2 clusters"_s);
    QVERIFY(click(details(), u"Retry: Used by"_s));
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
    QTRY_VERIFY(!findByName<QToolButton>(details(), u"Retry: Used by"_s));
}

void InspectorTest::showsExportJobs()
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

void InspectorTest::copiesADestination()
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

void InspectorTest::saysThatJobsTakeARole()
{
    start(sample::PaymentsProd, testsupport::viewer());
    select(0);
    chooseTab(u"Export jobs"_s);
    QTRY_COMPARE(findLabel(details(), u"Export jobs"_s)->text(),
                 u"This credential cannot view export jobs"_s);
    QCOMPARE(m_fixture->session().problemLog().rowCount(), 1);
    chooseTab(u"Used by"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
}

void InspectorTest::showsAndSearchesTheJson()
{
    start(sample::PaymentsProd);
    select(0);
    chooseTab(u"JSON"_s);
    auto *text = findByName<QPlainTextEdit>(details(), u"JSON"_s);
    QVERIFY(text && text->isReadOnly());
    QVERIFY(text->toPlainText().startsWith(u"{\n  \"_id\": "_s));
    QVERIFY(click(details(), u"Copy"_s));
    QCOMPARE(QJsonDocument::fromJson(clipboard().toUtf8()).object().value(u"_id"_s).toString(),
             m_fixture->session().buckets().idAt(0).toHex());
    QVERIFY(testsupport::typeInto(details(), u"Search the JSON"_s, u"us-east-1"_s));
    QCOMPARE(text->extraSelections().size(), 2); // In the name and as the region.
    QVERIFY(testsupport::typeInto(details(), u"Search the JSON"_s, u"nowhere"_s));
    QCOMPARE(text->extraSelections().size(), 0);
}

void InspectorTest::writesTheRequest_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("part");
    QTest::newRow("key") << u"curl (API key)"_s << u"--digest"_s;
    QTest::newRow("account") << u"curl (service account)"_s << u"Authorization: Bearer %s"_s;
    QTest::newRow("CLI") << u"Atlas CLI"_s << u"atlas api cloudBackups listExportBuckets"_s;
    QTest::newRow("Go") << u"Go SDK"_s << u"go.mongodb.org/atlas-sdk/v20250219001/admin"_s;
}

void InspectorTest::writesTheRequest()
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

void InspectorTest::followsThePageInTheRequest()
{
    start(sample::AtlasCliE2e);
    select(0);
    chooseTab(u"Request"_s);
    const auto *text = findByName<QPlainTextEdit>(details(), u"Request text"_s);
    QVERIFY(text->toPlainText().contains(u"pageNum=1"_s));
    QVERIFY(click(m_window, u"Next page"_s));
    QTRY_COMPARE(m_fixture->session().pager().page().value(), 2);
    QTRY_VERIFY(!m_fixture->session().pager().isLoading());
    select(0);
    QVERIFY(text->toPlainText().contains(u"pageNum=2"_s));
}

void InspectorTest::sendsNothingWhileAKeyIsHeld()
{
    m_fixture->commandLine().itemsPerPage = atlas::ItemsPerPage::from(500);
    start(sample::AtlasCliE2e);
    m_fixture->session().setReadsRegions(true);
    QCOMPARE(buckets()->model()->rowCount(), 500);
    buckets()->setFocus();
    m_simulator->clearSeenRequests();
    for (int row = 0; row < 500; ++row)
        QTest::keyEvent(QTest::Press, buckets(), Qt::Key_Down);
    QCOMPARE(m_simulator->seenRequests().size(), 0);
    QTRY_COMPARE(inspector().state(), browse::BucketInspector::State::Ready);
    QCOMPARE(inspector().bucket()->id, m_fixture->session().buckets().idAt(499));
    // What is read is on screen: not one of the rows passed over.
    QTRY_VERIFY(!inspector().isReading());
    const auto seen = m_simulator->seenRequests();
    for (const auto &request : seen) {
        if (!request.path.contains(u"/backup/exportBuckets/"_s))
            continue;
        const auto id = atlas::BucketId::fromHex(request.path.section(u'/', -1));
        QVERIFY(m_fixture->session().buckets().rowOf(*id) > 450);
    }
}

void InspectorTest::followsTheSelection()
{
    start(sample::PaymentsProd);
    select(0);
    QVERIFY(findByName<ui::FieldValue>(details(), u"ID"_s));
    QTest::keyClick(buckets(), Qt::Key_Down);
    QTRY_COMPARE(field(u"ID"_s), m_fixture->session().buckets().idAt(1).toHex());
    m_window->openProject(*atlas::ProjectId::fromHex(QString(sample::Search)));
    QTRY_VERIFY(!findByName<ui::FieldValue>(details(), u"ID"_s));
}

void InspectorTest::offersCopies()
{
    start(sample::PaymentsProd);
    select(0);
    QTest::keyClick(buckets(), Qt::Key_Down, Qt::ShiftModifier);
    Q_EMIT buckets()->customContextMenuRequested(QPoint(20, 20));
    auto *menu = buckets()->findChild<QMenu *>();
    QVERIFY(menu);
    QHash<QString, QAction *> actions;
    for (QAction *action : menu->actions())
        actions.insert(action->text(), action);
    const auto copied = [&actions](const QString &title) {
        QGuiApplication::clipboard()->clear();
        if (actions.contains(title))
            actions[title]->trigger();
        return clipboard();
    };
    const BucketTableModel &model = m_fixture->session().buckets();
    const QString first = model.idAt(0).toHex();
    const QString second = model.idAt(1).toHex();
    QCOMPARE(copied(u"Copy cell"_s), model.bucketAt(1).name());
    QCOMPARE(copied(u"Copy 2 rows"_s).count(u'\n'), 2);
    QCOMPARE(QJsonDocument::fromJson(copied(u"Copy as JSON"_s).toUtf8()).array().size(), 2);
    QVERIFY(copied(u"Copy as Markdown table"_s).startsWith(u"| Name "_s));
    QCOMPARE(copied(u"Copy 2 IDs"_s), QString(first + u'\n' + second));
    const QString command = copied(u"Copy command to open bucket"_s);
    QVERIFY2(command.startsWith(u"bucketscope --base-url http://127.0.0.1:"_s),
             qPrintable(command));
    QVERIFY2(command.endsWith(QString(u" --project "_s + sample::PaymentsProd + u" --bucket "_s
                                      + second + u" --page 1 --items-per-page 100"_s)),
             qPrintable(command));
    menu->close();
}

void InspectorTest::copiesTheRowsOfTheFocusedTable()
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

void InspectorTest::filtersWhileABucketIsSelected_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("nothing matches") << u"haystack"_s;
    QTest::newRow("two of five rows") << u"us-"_s;
    QTest::newRow("every fifth row") << u"us-west-2"_s;
    QTest::newRow("usage, which no word looks for") << u"worked"_s;
}

/// The selection goes with its row, while the filter still takes out rows.
void InspectorTest::filtersWhileABucketIsSelected()
{
    QFETCH(const QString, filter);
    start(sample::DataWarehouse);
    select(3);
    m_fixture->session().setReadsRegions(true);
    QVERIFY(testsupport::typeInto(m_window, u"Filter buckets"_s, filter));
    QTest::qWait(20); // What the selection's end brings comes a turn of the event loop later.
    const BucketTableModel &model = m_fixture->session().buckets();
    const auto matches = [&model, &filter](int row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto field = static_cast<BucketTableModel::Column>(column);
            if (field == BucketTableModel::Column::UsedBy
                || field == BucketTableModel::Column::LastExport)
                continue;
            if (browse::fullText(model.index(row, column)).contains(filter))
                return true;
        }
        return false;
    };
    int expected = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        expected += matches(row) ? 1 : 0;
    QCOMPARE(buckets() ? buckets()->model()->rowCount() : 0, expected);
    QVERIFY(testsupport::typeInto(m_window, u"Filter buckets"_s, QString()));
    QTRY_COMPARE(buckets() ? buckets()->model()->rowCount() : 0, model.rowCount());
}

void InspectorTest::saysThatItWasStopped()
{
    start(sample::PaymentsProd);
    m_simulator->options().latency = std::chrono::hours(1);
    const QRect area = buckets()->visualRect(buckets()->model()->index(0, 0));
    QTest::mouseClick(buckets()->viewport(), Qt::LeftButton, {}, area.center());
    QTRY_VERIFY(inspector().isReading());
    chooseTab(u"JSON"_s);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QVERIFY(!m_fixture->session().isBusy());
    const auto *text = findByName<QPlainTextEdit>(details(), u"JSON"_s);
    QTRY_COMPARE(text->toPlainText(), u"Not loaded"_s);
    chooseTab(u"Used by"_s);
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Not loaded"_s);
    m_simulator->options().latency = {};
    QVERIFY(click(details(), u"Retry: Used by"_s));
    QTRY_COMPARE(findLabel(details(), u"Used by"_s)->text(), u"Used by 3 clusters"_s);
    QCOMPARE(inspector().state(), browse::BucketInspector::State::Ready);
}

void InspectorTest::keepsTheColumnsThatWereChosen()
{
    const auto tenant = static_cast<int>(BucketTableModel::Column::TenantId);
    const auto lastExport = static_cast<int>(BucketTableModel::Column::LastExport);
    start(sample::PaymentsProd);
    QVERIFY(!buckets()->isColumnHidden(lastExport));
    buckets()->setColumnWidth(0, 321);
    auto *menu = findByName<QToolButton>(m_window, u"Columns"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->actions().at(tenant)->setChecked(false);
    menu->actions().at(lastExport)->setChecked(false);
    menu->close();
    m_window->close();
    m_fixture->stop();

    start(sample::PaymentsProd);
    QCOMPARE(buckets()->columnWidth(0), 321);
    QVERIFY(buckets()->isColumnHidden(tenant));
    QVERIFY(!buckets()->isColumnHidden(static_cast<int>(BucketTableModel::Column::UsedBy)));
    QVERIFY(buckets()->isColumnHidden(lastExport));
}

void InspectorTest::isReachedByKeys()
{
    start(sample::PaymentsProd);
    select(0);
    buckets()->setFocus();
    bool isReached = false;
    for (int step = 0; step < 30 && !isReached; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        isReached = QApplication::focusWidget() == tabs();
    }
    QVERIFY(isReached);
    QTest::keyClick(tabs(), Qt::Key_Right);
    QCOMPARE(tabs()->accessibleTabName(tabs()->currentIndex()), u"Used by"_s);
    QTest::keyClick(tabs(), Qt::Key_Right);
    QTest::keyClick(tabs(), Qt::Key_Tab);
    QVERIFY(details()->isAncestorOf(QApplication::focusWidget()));
}

void InspectorTest::isReadByAssistiveTechnology()
{
    start(sample::PaymentsProd);
    select(0);
    const auto *group = QAccessible::queryAccessibleInterface(details());
    QCOMPARE(group->role(), QAccessible::Grouping);
    QCOMPARE(group->text(QAccessible::Name), u"Bucket details"_s);
    auto *bar = QAccessible::queryAccessibleInterface(tabs());
    QStringList names;
    for (int i = 0; i < 5; ++i)
        names.append(bar->child(i)->text(QAccessible::Name));
    QCOMPARE(names,
             QStringList({u"Details"_s, u"Used by"_s, u"Export jobs"_s, u"JSON"_s, u"Request"_s}));
    const auto *value =
        QAccessible::queryAccessibleInterface(findByName<ui::FieldValue>(details(), u"Role ID"_s));
    QVERIFY(value->state().readOnly);
    QCOMPARE(value->text(QAccessible::Value), field(u"Role ID"_s));
}

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
