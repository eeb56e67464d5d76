// SPDX-License-Identifier: Apache-2.0
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "programfixture.h"
#include "session/session.h"
#include "support/testaccount.h"
#include "ui/noticebar.h"
#include "widgetfinder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

namespace {

const auto GroupPath = u"/api/atlas/v2/groups/"_s;

QString cell(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

} // namespace

/// The window, driven by mouse and keys, its parts found by their accessible names.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensTheFirstProject();
    void namesItsParts();
    void turnsPagesByClicks();
    void turnsPagesByKeys();
    void goesToAPageByNumber();
    void changesTheItemsPerPage();
    void showsItIsLoadingAndStops();
    void choosesProjects();
    void filtersBuckets();
    void showsEveryError_data();
    void showsEveryError();
    void keepsStaleRowsAndTriesAgain();
    void believesAWrongKey_data();
    void believesAWrongKey();
    void copiesTheSelection();
    void copiesAReportAndClears();
    void leavesTheTableByTab();
    void showsServerTextAsText();
    void selectsABucketFromTheCommandLine();

private:
    void start(const accounts::Credential &credential);
    void openAndWait(atlas::ProjectId project);
    void waitUntilLoaded();
    QString status() const;
    QTableView *table() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    QTableView *problems() const { return findByName<QTableView>(m_window, u"Problems"_s); }
    bool hasDialog() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
    const atlas::ProjectId m_endToEnd =
        *atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e));
    const atlas::ProjectId m_payments =
        *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
};

void MainWindowTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void MainWindowTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void MainWindowTest::start(const accounts::Credential &credential)
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), credential);
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    // Keys go to the active window, and without a window manager none becomes so by itself.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
}

void MainWindowTest::waitUntilLoaded()
{
    Session &session = m_fixture->session();
    QTRY_VERIFY(!session.isBusy() && session.pager().project());
}

void MainWindowTest::openAndWait(atlas::ProjectId project)
{
    m_fixture->commandLine().project = project;
    start(testsupport::serviceAccount());
    waitUntilLoaded();
}

QString MainWindowTest::status() const
{
    const QLabel *label = findLabel(m_window, u"Page status"_s);
    return label ? label->text() : QString();
}

bool MainWindowTest::hasDialog() const
{
    return QApplication::activeModalWidget() || !m_window->findChildren<QDialog *>().isEmpty();
}

void MainWindowTest::opensTheFirstProject()
{
    start(testsupport::serviceAccount());
    waitUntilLoaded();
    QCOMPARE(m_window->windowTitle(), u"analytics-eu – Bucketscope"_s);
    QCOMPARE(status(), u"1–11 of 11"_s);
    QCOMPARE(table()->model()->rowCount(), 11);
}

void MainWindowTest::namesItsParts()
{
    openAndWait(m_payments);
    for (const auto &name :
         {u"Projects"_s, u"Filter projects"_s, u"Export buckets"_s, u"Filter buckets"_s,
          u"First page"_s, u"Previous page"_s, u"Next page"_s, u"Last page"_s, u"Refresh"_s,
          u"Stop"_s, u"Page"_s, u"Items per page"_s, u"Problems"_s, u"Retry"_s, u"Copy report"_s,
          u"Clear"_s})
        QVERIFY2(findByName<QWidget>(m_window, name), qPrintable(name));
    findByName<QTabBar>(m_window, u"Status"_s)->setCurrentIndex(1);
    QVERIFY(findByName<QTableView>(m_window, u"Requests"_s));
    QVERIFY(findLabel(m_window, u"Page status"_s));
}

void MainWindowTest::turnsPagesByClicks()
{
    openAndWait(m_endToEnd);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QVERIFY(!findByName<QWidget>(m_window, u"Previous page"_s)->isEnabled());
    QVERIFY(click(m_window, u"Next page"_s));
    QTRY_COMPARE(status(), u"101–200 of 2,508"_s);
    QVERIFY(click(m_window, u"Last page"_s));
    QTRY_COMPARE(status(), u"2,501–2,508 of 2,508"_s);
    QVERIFY(!findByName<QWidget>(m_window, u"Next page"_s)->isEnabled());
    QVERIFY(click(m_window, u"Previous page"_s));
    QTRY_COMPARE(status(), u"2,401–2,500 of 2,508"_s);
    QVERIFY(click(m_window, u"First page"_s));
    QTRY_COMPARE(status(), u"1–100 of 2,508"_s);
}

void MainWindowTest::turnsPagesByKeys()
{
    openAndWait(m_endToEnd);
    table()->setFocus();
    QTest::keyClick(m_window, Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(status(), u"101–200 of 2,508"_s);
    QTest::keyClick(m_window, Qt::Key_End, Qt::AltModifier);
    QTRY_COMPARE(status(), u"2,501–2,508 of 2,508"_s);
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(status(), u"2,401–2,500 of 2,508"_s);
    QTest::keyClick(m_window, Qt::Key_Home, Qt::AltModifier);
    QTRY_COMPARE(status(), u"1–100 of 2,508"_s);

    QSignalSpy loaded(&m_fixture->session().pager(), &browse::BucketPager::loaded);
    QTest::keyClick(m_window, Qt::Key_F5);
    QTRY_COMPARE(loaded.count(), 1);
    QTest::keyClick(m_window, Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(loaded.count(), 2);
    QTest::keyClick(m_window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), findByName<QLineEdit>(m_window, u"Filter buckets"_s));
    QTest::keyClick(m_window, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), findByName<QAbstractItemView>(m_window, u"Projects"_s));
}

void MainWindowTest::goesToAPageByNumber()
{
    openAndWait(m_endToEnd);
    auto *page = findByName<QSpinBox>(m_window, u"Page"_s);
    QCOMPARE(page->maximum(), 26);
    page->setFocus();
    page->selectAll();
    QTest::keyClicks(page, u"17"_s);
    QTest::keyClick(page, Qt::Key_Return);
    QTRY_COMPARE(status(), u"1,601–1,700 of 2,508"_s);
}

void MainWindowTest::changesTheItemsPerPage()
{
    openAndWait(m_endToEnd);
    auto *items = findByName<QSpinBox>(m_window, u"Items per page"_s);
    QCOMPARE(items->minimum(), 1);
    QCOMPARE(items->maximum(), 500);
    items->setFocus();
    items->selectAll();
    QTest::keyClicks(items, u"500"_s);
    QTest::keyClick(items, Qt::Key_Return);
    QTRY_COMPARE(status(), u"1–500 of 2,508"_s);
    QCOMPARE(table()->model()->rowCount(), 500);
}

void MainWindowTest::showsItIsLoadingAndStops()
{
    openAndWait(m_endToEnd);
    QVERIFY(!findByName<QWidget>(m_window, u"Stop"_s)->isEnabled());
    m_simulator->addFault(Fault::delay(GroupPath, std::chrono::hours(1)));
    QVERIFY(click(m_window, u"Next page"_s));
    QCOMPARE(status(), u"1–100 of 2,508 · loading page 2…"_s);
    QCOMPARE(table()->model()->rowCount(), 100);
    QVERIFY(click(m_window, u"Stop"_s));
    QCOMPARE(status(), u"1–100 of 2,508"_s);

    m_simulator->clearFaults();
    m_simulator->addFault(Fault::delay(GroupPath, std::chrono::hours(1)));
    QVERIFY(click(m_window, u"Next page"_s));
    QTest::keyClick(m_window, Qt::Key_Escape);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QCOMPARE(problems()->model()->rowCount(), 0);
}

void MainWindowTest::choosesProjects()
{
    openAndWait(m_payments);
    auto *projects = findByName<QAbstractItemView>(m_window, u"Projects"_s);
    QCOMPARE(projects->currentIndex().data().toString(), u"Payments – prod"_s);
    auto *filter = findByName<QLineEdit>(m_window, u"Filter projects"_s);
    QTest::keyClicks(filter, u"sandb"_s);
    QCOMPARE(projects->model()->rowCount(), 1);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(projects->model()->index(0, 0)).center());
    QTRY_COMPARE(status(), u"No export buckets"_s);
    QCOMPARE(m_window->windowTitle(), u"sandbox – Bucketscope"_s);

    filter->clear();
    projects->setFocus();
    QTest::keyClick(projects, Qt::Key_Home); // All projects
    QTest::keyClick(projects, Qt::Key_Down);
    QTRY_COMPARE(status(), u"1–11 of 11"_s);
}

void MainWindowTest::filtersBuckets()
{
    openAndWait(m_payments);
    auto *filter = findByName<QLineEdit>(m_window, u"Filter buckets"_s);
    QTest::keyClicks(filter, u"azure"_s);
    const int azure = table()->model()->rowCount();
    QVERIFY(azure > 0 && azure < 31);
    QTest::keyClicks(filter, u" nowhere"_s);
    QVERIFY(!table());
    QVERIFY(click(m_window, u"Clear filter"_s));
    QCOMPARE(table()->model()->rowCount(), 31);
}

void MainWindowTest::showsEveryError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("hint");
    QTest::newRow("a code that nobody knows") << 409 << u"CONFLICT"_s << u"in a few minutes"_s;
    const auto add = [](int status, const char *code, const QString &hint) {
        QTest::addRow("%d %s", status, code) << status << QString::fromLatin1(code) << hint;
    };
    add(401, "USER_UNAUTHORIZED", u"Project Read Only"_s);
    add(401, "NOT_IN_GROUP", u"another profile"_s);
    add(401, "USER_CANNOT_ACCESS_ORG", u"another profile"_s);
    add(401, "USER_CANNOT_ACCESS_GROUP", u"another profile"_s);
    add(403, "IP_ADDRESS_NOT_ON_ACCESS_LIST",
        u"Add the IP address 203.0.113.9 to the API access list"_s);
    add(403, "IP_ADDRESS_NOT_ON_WHITELIST",
        u"Add the IP address 203.0.113.9 to the API access list"_s);
    add(403, "ORG_REQUIRES_ACCESS_LIST", u"requires an API access list"_s);
    add(403, "RESOURCE_REQUIRES_WHITELIST", u"for some requests, including this one"_s);
    add(402, "ACCOUNT_SUSPENDED", u"Organization Billing Admin"_s);
    add(404, "GROUP_NOT_FOUND", u"Refresh the project list"_s);
    add(404, "INVALID_GROUP_ID", u"Refresh the project list"_s);
    add(404, "EXPORT_BUCKET_NOT_FOUND", u"Refresh the list"_s);
    add(404, "CLUSTER_NOT_FOUND", u"cluster was deleted"_s);
    add(404, "BACKUP_CONFIG_NOT_FOUND", u"no export schedule"_s);
    add(400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", u"no export schedule"_s);
    add(406, "INVALID_VERSION_DATE", u"Choose another in Settings"_s);
    add(410, "VERSION_GONE", u"Choose another in Settings"_s);
    add(429, "RATE_LIMITED_TOKEN_BUCKET", u"Wait 1 second"_s);
    add(429, "RATE_LIMITED", u"Wait 1 second"_s);
    add(500, "UNEXPECTED_ERROR", u"Try again later"_s);
    add(502, "BAD_GATEWAY", u"Try again later"_s);
    add(503, "SERVICE_UNAVAILABLE", u"Try again later"_s);
    add(504, "GATEWAY_TIMEOUT", u"Try again later"_s);
}

void MainWindowTest::showsEveryError()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, hint);
    Fault fault =
        Fault::atlasError(status, code, u"The reason"_s, u"The detail."_s, {u"203.0.113.9"_s});
    fault.pathPrefix = GroupPath;
    if (status == 429)
        fault.headers = {{"Retry-After", "1"}};
    m_simulator->addFault(fault);
    openAndWait(m_payments);
    QCOMPARE(problems()->model()->rowCount(), 1);
    QCOMPARE(cell(problems(), 0, 1), QString::number(status));
    QCOMPARE(cell(problems(), 0, 2), code);
    QCOMPARE(cell(problems(), 0, 3), u"The reason"_s);
    QCOMPARE(cell(problems(), 0, 4), u"The detail."_s);
    QVERIFY(cell(problems(), 0, 5).startsWith(u"GET http://127.0.0.1"));
    QVERIFY2(cell(problems(), 0, 6).contains(hint), qPrintable(cell(problems(), 0, 6)));
    QVERIFY(!hasDialog());
    QVERIFY(click(m_window, u"Retry"_s));
    QTRY_COMPARE(this->status(), u"1–31 of 31"_s);
}

void MainWindowTest::keepsStaleRowsAndTriesAgain()
{
    openAndWait(m_endToEnd);
    Fault fault;
    fault.pathPrefix = GroupPath;
    fault.status = 503;
    fault.body = "<html><body><h1>No server is available</h1></body></html>";
    m_simulator->addFault(fault);
    QVERIFY(click(m_window, u"Next page"_s));
    QTRY_COMPARE(problems()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->rowCount(), 100);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QVERIFY(!hasDialog());
    const auto bars = m_window->findChildren<ui::NoticeBar *>();
    const auto notice = std::find_if(bars.begin(), bars.end(),
                                     [](const ui::NoticeBar *bar) { return bar->isVisible(); });
    QVERIFY(notice != bars.end());
    QVERIFY(click(*notice, u"Retry loading"_s));
    QTRY_COMPARE(status(), u"101–200 of 2,508"_s);
    QVERIFY(!(*notice)->isVisible());
}

void MainWindowTest::believesAWrongKey_data()
{
    QTest::addColumn<bool>("isApiKey");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("code");
    QTest::newRow("API key") << true << 2 << u"UNEXPECTED_ERROR"_s;
    QTest::newRow("service account") << false << 1 << u"invalid_client"_s;
}

void MainWindowTest::believesAWrongKey()
{
    QFETCH(const bool, isApiKey);
    QFETCH(const int, requests);
    auto credential = isApiKey ? testsupport::apiKey() : testsupport::serviceAccount();
    credential.secret = accounts::Secret::fromString(u"mistyped"_s);
    m_fixture->commandLine().project = m_payments;
    start(credential);
    QTRY_COMPARE(problems()->model()->rowCount(), 2); // the projects and the buckets
    QVERIFY(!m_fixture->session().isBusy());
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(cell(problems(), row, 1), u"401"_s);
        QTEST(cell(problems(), row, 2), "code");
        QVERIFY(!cell(problems(), row, 6).isEmpty());
    }
    QCOMPARE(m_simulator->seenRequests().size(), requests);
    QVERIFY(!hasDialog());
}

void MainWindowTest::copiesTheSelection()
{
    openAndWait(m_payments);
    table()->setFocus();
    table()->selectRow(1);
    QTest::keyClick(m_window, Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(cell(table(), 1, 0) + u'\t'), qPrintable(text));
    QCOMPARE(text.count(u'\n'), 1);
    QTest::keyClick(m_window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString json = QGuiApplication::clipboard()->text();
    QVERIFY2(json.contains(u"\"bucketName\": \""_s + cell(table(), 1, 0)), qPrintable(json));
}

void MainWindowTest::copiesAReportAndClears()
{
    m_simulator->addFault(
        Fault::atlasError(404, u"GROUP_NOT_FOUND"_s, u"Not Found"_s, u"No such project."_s));
    openAndWait(m_payments);
    QVERIFY(click(m_window, u"Copy report"_s));
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(u"GROUP_NOT_FOUND"));
    QVERIFY(!report.contains(QString(atlassim::sample::ClientSecret)));
    QVERIFY(click(m_window, u"Clear"_s));
    QCOMPARE(problems()->model()->rowCount(), 0);
    QVERIFY(!findByName<QWidget>(m_window, u"Clear"_s)->isEnabled());
}

void MainWindowTest::leavesTheTableByTab()
{
    openAndWait(m_payments);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), table());
    QTest::keyClick(table(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != table());
}

void MainWindowTest::showsServerTextAsText()
{
    auto &project = m_simulator->world().projects[1];
    project.name = u"<b>Payments</b>"_s;
    project.buckets[0].bucketName = u"<img src=x>"_s;
    openAndWait(m_payments);
    QCOMPARE(cell(table(), 0, 0), u"<img src=x>"_s);
    const auto labels = m_window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    QCOMPARE(m_window->windowTitle(), u"<b>Payments</b> – Bucketscope"_s);
}

void MainWindowTest::selectsABucketFromTheCommandLine()
{
    const QString id = m_simulator->world().projects[3].buckets[130].id;
    m_fixture->commandLine().bucket = atlas::BucketId::fromHex(id);
    m_fixture->commandLine().page = *atlas::PageNumber::from(2);
    openAndWait(m_endToEnd);
    QCOMPARE(status(), u"101–200 of 2,508"_s);
    QCOMPARE(cell(table(), table()->currentIndex().row(), 8), id);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
