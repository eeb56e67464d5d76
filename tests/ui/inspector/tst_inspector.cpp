// SPDX-License-Identifier: Apache-2.0
#include "base/texts/showntext.h"
#include "inspectortest.h"
#include "models/roles.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/inspector/fieldvalue.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QGroupBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using models::BucketTableModel;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

namespace sample = atlassim::sample;

namespace {

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// The details beside the table, driven by mouse and keys, their parts found by accessible names.
class InspectorDetailsTest : public InspectorTest
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToSelectAtFirst();
    void showsEveryField();
    void copiesAField();
    void warnsOfARole();
    void showsUnknownFieldsAsText();
    void opensOnlyKnownProviders();
    void sendsNothingWhileAKeyIsHeld();
    void followsTheSelection();
    void offersCopies();
    void filtersWhileABucketIsSelected_data();
    void filtersWhileABucketIsSelected();
    void keepsTheColumnsThatWereChosen();
    void isReachedByKeys();
    void isReadByAssistiveTechnology();

private:
    QString field(const QString &name) const;
    int singleCalls();
};

QString InspectorDetailsTest::field(const QString &name) const
{
    const auto *value = findByName<ui::FieldValue>(details(), name);
    return value && value->isReadOnly() ? value->text() : u"(no such field)"_s;
}

int InspectorDetailsTest::singleCalls()
{
    int calls = 0;
    const auto seen = simulator().seenRequests();
    for (const auto &request : seen)
        calls += request.path.contains(u"/backup/exportBuckets/"_s) ? 1 : 0;
    return calls;
}

void InspectorDetailsTest::saysWhatToSelectAtFirst()
{
    start(sample::PaymentsProd);
    QVERIFY(details());
    QVERIFY(!findByName<ui::FieldValue>(details(), u"Role ID"_s));
    QCOMPARE(singleCalls(), 0);
}

void InspectorDetailsTest::showsEveryField()
{
    start(sample::PaymentsProd);
    select(0);
    QCOMPARE(tabs()->accessibleTabName(tabs()->currentIndex()), u"Details"_s);
    const atlas::ExportBucket bucket = session().buckets().bucketAt(0);
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

void InspectorDetailsTest::copiesAField()
{
    start(sample::PaymentsProd);
    select(0);
    QVERIFY(click(details(), u"Copy: ID"_s));
    QCOMPARE(clipboard(), field(u"ID"_s));
    QVERIFY(!findByName<QToolButton>(details(), u"Copy: Tenant ID"_s));
}

void InspectorDetailsTest::warnsOfARole()
{
    start(sample::PaymentsProd);
    select(0);
    const auto findings = [this] {
        QStringList texts;
        const auto labels = details()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->accessibleDescription() == u"Finding"_s)
                texts.append(label->text());
        }
        return texts.join(u'\n');
    };
    QTRY_VERIFY(findLabel(details(), u"Removal"_s));
    QVERIFY(!findings().contains(u"authorized"_s));
    buckets()->scrollToBottom();
    select(buckets()->model()->rowCount() - 1);
    QTRY_VERIFY2(findings().contains(u"never authorized"_s), qPrintable(findings()));
}

void InspectorDetailsTest::showsUnknownFieldsAsText()
{
    start(sample::PaymentsProd);
    const QString id = session().buckets().idAt(0).toHex();
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::PaymentsProd) + id;
    fault.status = 200;
    fault.body = R"({"_id": ")" + id.toLatin1()
        + R"(", "bucketName": "<b>bold</b>", "cloudProvider": "AWS", )"
          R"("kmsKeys": ["a", 2], "<i>odd</i>": "x\u202ey"})";
    simulator().addFault(fault);
    select(0);
    QCOMPARE(field(u"Name"_s), u"<b>bold</b>"_s);
    QCOMPARE(field(u"kmsKeys"_s), u"[\"a\",2]"_s);
    QCOMPARE(field(u"<i>odd</i>"_s), u"x\\u202Ey"_s);
}

void InspectorDetailsTest::opensOnlyKnownProviders()
{
    auto &azure = simulator().world().project(QString(sample::PaymentsProd))->buckets[1];
    start(sample::PaymentsProd);
    for (const int row : {0, 1, 2}) {
        select(row);
        QVERIFY(findByName<QToolButton>(details(), u"Open in the browser: Name"_s));
    }
    select(1);
    QVERIFY(findByName<QToolButton>(details(), u"Open in the browser: Service URL"_s));
    azure.serviceUrl = u"https://kestrel.blob.core.windows.net.example.com"_s;
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_COMPARE(field(u"Service URL"_s), *azure.serviceUrl);
    QTRY_VERIFY(!findByName<QToolButton>(details(), u"Open in the browser: Service URL"_s));
}

void InspectorDetailsTest::sendsNothingWhileAKeyIsHeld()
{
    fixture().commandLine().itemsPerPage = atlas::ItemsPerPage::from(500);
    start(sample::AtlasCliE2e);
    setReadsRegions(true);
    QCOMPARE(buckets()->model()->rowCount(), 500);
    buckets()->setFocus();
    simulator().clearSeenRequests();
    for (int row = 0; row < 500; ++row)
        QTest::keyEvent(QTest::Press, buckets(), Qt::Key_Down);
    QCOMPARE(simulator().seenRequests().size(), 0);
    QTRY_COMPARE(inspector().state(), buckets::BucketInspector::State::Ready);
    QCOMPARE(inspector().bucket()->id, session().buckets().idAt(499));
    // What is read is on screen: not one of the rows passed over.
    QTRY_VERIFY(!inspector().isReading());
    const auto seen = simulator().seenRequests();
    for (const auto &request : seen) {
        if (!request.path.contains(u"/backup/exportBuckets/"_s))
            continue;
        const auto id = atlas::BucketId::fromHex(request.path.section(u'/', -1));
        QVERIFY(session().buckets().rowOf(*id) > 450);
    }
}

void InspectorDetailsTest::followsTheSelection()
{
    start(sample::PaymentsProd);
    select(0);
    QVERIFY(findByName<ui::FieldValue>(details(), u"ID"_s));
    QTest::keyClick(buckets(), Qt::Key_Down);
    QTRY_COMPARE(field(u"ID"_s), session().buckets().idAt(1).toHex());
    window()->openProject(*atlas::ProjectId::fromHex(QString(sample::Search)));
    QTRY_VERIFY(!findByName<ui::FieldValue>(details(), u"ID"_s));
}

void InspectorDetailsTest::offersCopies()
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
    const buckets::BucketStore &model = session().buckets();
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

void InspectorDetailsTest::filtersWhileABucketIsSelected_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("nothing matches") << u"haystack"_s;
    QTest::newRow("two of five rows") << u"us-"_s;
    QTest::newRow("every fifth row") << u"us-west-2"_s;
    QTest::newRow("usage, which no word looks for") << u"worked"_s;
}

/// The selection goes with its row, while the filter still takes out rows.
void InspectorDetailsTest::filtersWhileABucketIsSelected()
{
    QFETCH(const QString, filter);
    start(sample::DataWarehouse);
    select(3);
    setReadsRegions(true);
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, filter));
    QTest::qWait(20); // What the selection's end brings comes a turn of the event loop later.
    const BucketTableModel &model = session().shownTable();
    const auto matches = [&model, &filter](int row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto field = static_cast<BucketTableModel::Column>(column);
            if (field == BucketTableModel::Column::UsedBy
                || field == BucketTableModel::Column::LastExport)
                continue;
            if (models::fullText(model.index(row, column)).contains(filter))
                return true;
        }
        return false;
    };
    int expected = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        expected += matches(row) ? 1 : 0;
    QCOMPARE(buckets() ? buckets()->model()->rowCount() : 0, expected);
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, QString()));
    QTRY_COMPARE(buckets() ? buckets()->model()->rowCount() : 0, model.rowCount());
}

void InspectorDetailsTest::keepsTheColumnsThatWereChosen()
{
    const auto tenant = static_cast<int>(BucketTableModel::Column::TenantId);
    const auto lastExport = static_cast<int>(BucketTableModel::Column::LastExport);
    start(sample::PaymentsProd);
    QVERIFY(!buckets()->isColumnHidden(lastExport));
    buckets()->setColumnWidth(0, 321);
    auto *menu = findByName<QToolButton>(window(), u"Columns"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->actions().at(tenant)->setChecked(false);
    menu->actions().at(lastExport)->setChecked(false);
    menu->close();
    window()->close();
    fixture().stop();

    start(sample::PaymentsProd);
    QCOMPARE(buckets()->columnWidth(0), 321);
    QVERIFY(buckets()->isColumnHidden(tenant));
    QVERIFY(!buckets()->isColumnHidden(static_cast<int>(BucketTableModel::Column::UsedBy)));
    QVERIFY(buckets()->isColumnHidden(lastExport));
}

void InspectorDetailsTest::isReachedByKeys()
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

void InspectorDetailsTest::isReadByAssistiveTechnology()
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

QTEST_MAIN(InspectorDetailsTest)
#include "tst_inspector.moc"
