// SPDX-License-Identifier: Apache-2.0
#include "mainwindowtest.h"
#include "tests/ui/support/widgetfinder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

namespace {

const auto GroupPath = u"/api/atlas/v2/groups/"_s;

} // namespace

/// The window, driven by mouse and keys, its parts found by their accessible names.
class MainWindowUseTest : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheFirstProject();
    void namesItsParts();
    void turnsPagesByClicks();
    void turnsPagesByKeys();
    void goesToAPageByNumber();
    void changesTheItemsPerPage();
    void showsItIsLoadingAndStops();
    void choosesProjects();
    void filtersBuckets();
    void copiesTheSelection();
    void leavesTheTableByTab();
    void showsServerTextAsText();
    void selectsABucketFromTheCommandLine();
};

void MainWindowUseTest::opensTheFirstProject()
{
    start(testsupport::serviceAccount());
    waitUntilLoaded();
    QCOMPARE(window()->windowTitle(), u"analytics-eu – Bucketscope"_s);
    QCOMPARE(status(), u"1–11 of 11"_s);
    QCOMPARE(table()->model()->rowCount(), 11);
}

void MainWindowUseTest::namesItsParts()
{
    openAndWait(payments());
    for (const auto &name :
         {u"Projects"_s, u"Filter projects"_s, u"Export buckets"_s, u"Filter buckets"_s,
          u"First page"_s, u"Previous page"_s, u"Next page"_s, u"Last page"_s, u"Refresh"_s,
          u"Stop"_s, u"Page"_s, u"Items per page"_s, u"Problems"_s, u"Retry"_s, u"Copy report"_s,
          u"Clear"_s})
        QVERIFY2(findByName<QWidget>(window(), name), qPrintable(name));
    findByName<QTabBar>(window(), u"Status"_s)->setCurrentIndex(1);
    QVERIFY(findByName<QTableView>(window(), u"Requests"_s));
    QVERIFY(findLabel(window(), u"Page status"_s));
}

void MainWindowUseTest::turnsPagesByClicks()
{
    openAndWait(endToEnd());
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QVERIFY(!findByName<QWidget>(window(), u"Previous page"_s)->isEnabled());
    QVERIFY(click(window(), u"Next page"_s));
    QTRY_COMPARE(status(), u"101–200 of 2,508"_s);
    QVERIFY(click(window(), u"Last page"_s));
    QTRY_COMPARE(status(), u"2,501–2,508 of 2,508"_s);
    QVERIFY(!findByName<QWidget>(window(), u"Next page"_s)->isEnabled());
    QVERIFY(click(window(), u"Previous page"_s));
    QTRY_COMPARE(status(), u"2,401–2,500 of 2,508"_s);
    QVERIFY(click(window(), u"First page"_s));
    QTRY_COMPARE(status(), u"1–100 of 2,508"_s);
}

void MainWindowUseTest::turnsPagesByKeys()
{
    openAndWait(endToEnd());
    table()->setFocus();
    QTest::keyClick(window(), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(status(), u"101–200 of 2,508"_s);
    QTest::keyClick(window(), Qt::Key_End, Qt::AltModifier);
    QTRY_COMPARE(status(), u"2,501–2,508 of 2,508"_s);
    QTest::keyClick(window(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(status(), u"2,401–2,500 of 2,508"_s);
    QTest::keyClick(window(), Qt::Key_Home, Qt::AltModifier);
    QTRY_COMPARE(status(), u"1–100 of 2,508"_s);

    QSignalSpy loaded(&session().pager(), &buckets::BucketPager::loaded);
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_COMPARE(loaded.count(), 1);
    QTest::keyClick(window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(loaded.count(), 2);
    QTest::keyClick(window(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), findByName<QLineEdit>(window(), u"Filter buckets"_s));
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), findByName<QAbstractItemView>(window(), u"Projects"_s));
}

void MainWindowUseTest::goesToAPageByNumber()
{
    openAndWait(endToEnd());
    auto *page = findByName<QSpinBox>(window(), u"Page"_s);
    QCOMPARE(page->maximum(), 26);
    page->setFocus();
    page->selectAll();
    QTest::keyClicks(page, u"17"_s);
    QTest::keyClick(page, Qt::Key_Return);
    QTRY_COMPARE(status(), u"1,601–1,700 of 2,508"_s);
}

void MainWindowUseTest::changesTheItemsPerPage()
{
    openAndWait(endToEnd());
    auto *items = findByName<QSpinBox>(window(), u"Items per page"_s);
    QCOMPARE(items->minimum(), 1);
    QCOMPARE(items->maximum(), 500);
    items->setFocus();
    items->selectAll();
    QTest::keyClicks(items, u"500"_s);
    QTest::keyClick(items, Qt::Key_Return);
    QTRY_COMPARE(status(), u"1–500 of 2,508"_s);
    QCOMPARE(table()->model()->rowCount(), 500);
}

void MainWindowUseTest::showsItIsLoadingAndStops()
{
    openAndWait(endToEnd());
    QVERIFY(!findByName<QWidget>(window(), u"Stop"_s)->isEnabled());
    simulator().addFault(Fault::delay(GroupPath, std::chrono::hours(1)));
    QVERIFY(click(window(), u"Next page"_s));
    QCOMPARE(status(), u"1–100 of 2,508 · loading page 2…"_s);
    QCOMPARE(table()->model()->rowCount(), 100);
    QVERIFY(click(window(), u"Stop"_s));
    QCOMPARE(status(), u"1–100 of 2,508"_s);

    simulator().clearFaults();
    simulator().addFault(Fault::delay(GroupPath, std::chrono::hours(1)));
    QVERIFY(click(window(), u"Next page"_s));
    QTest::keyClick(window(), Qt::Key_Escape);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QCOMPARE(problems()->model()->rowCount(), 0);
}

void MainWindowUseTest::choosesProjects()
{
    openAndWait(payments());
    auto *projects = findByName<QAbstractItemView>(window(), u"Projects"_s);
    QCOMPARE(projects->currentIndex().data().toString(), u"Payments – prod"_s);
    auto *filter = findByName<QLineEdit>(window(), u"Filter projects"_s);
    QTest::keyClicks(filter, u"sandb"_s);
    QCOMPARE(projects->model()->rowCount(), 1);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(projects->model()->index(0, 0)).center());
    QTRY_COMPARE(status(), u"No export buckets"_s);
    QCOMPARE(window()->windowTitle(), u"sandbox – Bucketscope"_s);

    filter->clear();
    projects->setFocus();
    QTest::keyClick(projects, Qt::Key_Home); // All projects
    QTest::keyClick(projects, Qt::Key_Down);
    QTRY_COMPARE(status(), u"1–11 of 11"_s);
}

void MainWindowUseTest::filtersBuckets()
{
    openAndWait(payments());
    auto *filter = findByName<QLineEdit>(window(), u"Filter buckets"_s);
    QTest::keyClicks(filter, u"azure"_s);
    const int azure = table()->model()->rowCount();
    QVERIFY(azure > 0 && azure < 31);
    QTest::keyClicks(filter, u" nowhere"_s);
    QVERIFY(!table());
    QVERIFY(click(window(), u"Clear filter"_s));
    QCOMPARE(table()->model()->rowCount(), 31);
}

void MainWindowUseTest::copiesTheSelection()
{
    openAndWait(payments());
    table()->setFocus();
    table()->selectRow(1);
    QTest::keyClick(window(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(cell(table(), 1, 0) + u'\t'), qPrintable(text));
    QCOMPARE(text.count(u'\n'), 1);
    QTest::keyClick(window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString json = QGuiApplication::clipboard()->text();
    QVERIFY2(json.contains(u"\"bucketName\": \""_s + cell(table(), 1, 0)), qPrintable(json));
}

void MainWindowUseTest::leavesTheTableByTab()
{
    openAndWait(payments());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), table());
    QTest::keyClick(table(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != table());
}

void MainWindowUseTest::showsServerTextAsText()
{
    auto &project = simulator().world().projects[1];
    project.name = u"<b>Payments</b>"_s;
    project.buckets[0].bucketName = u"<img src=x>"_s;
    openAndWait(payments());
    QCOMPARE(cell(table(), 0, 0), u"<img src=x>"_s);
    const auto labels = window()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    QCOMPARE(window()->windowTitle(), u"<b>Payments</b> – Bucketscope"_s);
}

void MainWindowUseTest::selectsABucketFromTheCommandLine()
{
    const QString id = simulator().world().projects[3].buckets[130].id;
    fixture().commandLine().bucket = atlas::BucketId::fromHex(id);
    fixture().commandLine().page = *atlas::PageNumber::from(2);
    openAndWait(endToEnd());
    QCOMPARE(status(), u"101–200 of 2,508"_s);
    QCOMPARE(cell(table(), table()->currentIndex().row(), 8), id);
}

QTEST_MAIN(MainWindowUseTest)
#include "tst_mainwindow.moc"
