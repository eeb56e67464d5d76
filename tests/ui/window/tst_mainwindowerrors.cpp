// SPDX-License-Identifier: Apache-2.0
#include "mainwindowtest.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/parts/noticebar.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using testsupport::click;
using testsupport::findByName;

namespace {

const auto GroupPath = u"/api/atlas/v2/groups/"_s;

} // namespace

/// What the window says and keeps when a call fails, and how one gets on from there.
class MainWindowErrorsTest : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryError_data();
    void showsEveryError();
    void keepsStaleRowsAndTriesAgain();
    void believesAWrongKey_data();
    void believesAWrongKey();
    void copiesAReportAndClears();
    void keepsWhatItLearnsBeforeTheProjectList_data();
    void keepsWhatItLearnsBeforeTheProjectList();

private:
    bool hasDialog() const;
    /// Whether a text that stands in place of rows begins so.
    bool saysInTheTable(const QString &beginning) const;
};

bool MainWindowErrorsTest::hasDialog() const
{
    return QApplication::activeModalWidget() || !window()->findChildren<QDialog *>().isEmpty();
}

bool MainWindowErrorsTest::saysInTheTable(const QString &beginning) const
{
    const auto labels = window()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&beginning](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(beginning);
    });
}

void MainWindowErrorsTest::showsEveryError_data()
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

void MainWindowErrorsTest::showsEveryError()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, hint);
    Fault fault =
        Fault::atlasError(status, code, u"The reason"_s, u"The detail."_s, {u"203.0.113.9"_s});
    fault.pathPrefix = GroupPath;
    if (status == 429)
        fault.headers = {{"Retry-After", "1"}};
    simulator().addFault(fault);
    openAndWait(payments());
    QCOMPARE(problems()->model()->rowCount(), 1);
    QCOMPARE(cell(problems(), 0, 1), QString::number(status));
    QCOMPARE(cell(problems(), 0, 2), code);
    QCOMPARE(cell(problems(), 0, 3), u"The reason"_s);
    QCOMPARE(cell(problems(), 0, 4), u"The detail."_s);
    QVERIFY(cell(problems(), 0, 5).startsWith(u"GET http://127.0.0.1"));
    QVERIFY2(cell(problems(), 0, 6).contains(hint), qPrintable(cell(problems(), 0, 6)));
    QVERIFY(saysInTheTable(u"%1 %2.\nAtlas: The detail.\n\n"_s.arg(status).arg(code)));
    QVERIFY(!hasDialog());
    QVERIFY(click(window(), u"Retry"_s));
    QTRY_COMPARE(this->status(), u"1–31 of 31"_s);
}

void MainWindowErrorsTest::keepsStaleRowsAndTriesAgain()
{
    openAndWait(endToEnd());
    Fault fault;
    fault.pathPrefix = GroupPath;
    fault.status = 503;
    fault.body = "<html><body><h1>No server is available</h1></body></html>";
    simulator().addFault(fault);
    QVERIFY(click(window(), u"Next page"_s));
    QTRY_COMPARE(problems()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->rowCount(), 100);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QVERIFY(!hasDialog());
    const auto bars = window()->findChildren<ui::NoticeBar *>();
    const auto notice = std::find_if(bars.begin(), bars.end(),
                                     [](const ui::NoticeBar *bar) { return bar->isVisible(); });
    QVERIFY(notice != bars.end());
    QVERIFY(click(*notice, u"Retry loading"_s));
    QTRY_COMPARE(status(), u"101–200 of 2,508"_s);
    QVERIFY(!(*notice)->isVisible());
}

void MainWindowErrorsTest::believesAWrongKey_data()
{
    QTest::addColumn<bool>("isApiKey");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("code");
    QTest::newRow("API key") << true << 2 << u"UNEXPECTED_ERROR"_s;
    QTest::newRow("service account") << false << 1 << u"invalid_client"_s;
}

void MainWindowErrorsTest::believesAWrongKey()
{
    QFETCH(const bool, isApiKey);
    QFETCH(const int, requests);
    auto credential = isApiKey ? testsupport::apiKey() : testsupport::serviceAccount();
    credential.secret = accounts::Secret::fromString(u"mistyped"_s);
    fixture().commandLine().project = payments();
    start(credential);
    QTRY_COMPARE(problems()->model()->rowCount(), 2); // the projects and the buckets
    QVERIFY(!session().isBusy());
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(cell(problems(), row, 1), u"401"_s);
        QTEST(cell(problems(), row, 2), "code");
        QVERIFY(!cell(problems(), row, 6).isEmpty());
    }
    QCOMPARE(simulator().seenRequests().size(), requests);
    QVERIFY(!hasDialog());
}

void MainWindowErrorsTest::copiesAReportAndClears()
{
    simulator().addFault(
        Fault::atlasError(404, u"GROUP_NOT_FOUND"_s, u"Not Found"_s, u"No such project."_s));
    openAndWait(payments());
    QVERIFY(click(window(), u"Copy report"_s));
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(u"GROUP_NOT_FOUND"));
    QVERIFY(!report.contains(QString(atlassim::sample::ClientSecret)));
    QVERIFY(click(window(), u"Clear"_s));
    QCOMPARE(problems()->model()->rowCount(), 0);
    QVERIFY(!findByName<QWidget>(window(), u"Clear"_s)->isEnabled());
}

void MainWindowErrorsTest::keepsWhatItLearnsBeforeTheProjectList_data()
{
    QTest::addColumn<atlas::ProjectId>("project");
    QTest::addColumn<std::optional<qint64>>("count");
    QTest::addColumn<std::optional<int>>("failure");
    QTest::newRow("read") << payments() << std::optional<qint64>(31) << std::optional<int>();
    QTest::newRow("failed") << *atlas::ProjectId::fromHex(QString(atlassim::sample::Legacy))
                            << std::optional<qint64>() << std::optional<int>(403);
}

/// A project's page and the list of projects are asked for beside each other.
void MainWindowErrorsTest::keepsWhatItLearnsBeforeTheProjectList()
{
    QFETCH(const atlas::ProjectId, project);
    Fault late = Fault::delay(u"/api/atlas/v2/groups"_s, 500ms);
    late.wholePath = true;
    simulator().addFault(late);
    openAndWait(project);
    const buckets::ProjectList &projects = session().projects();
    const int row = projects.rowOf(project);
    QVERIFY(row >= 0);
    QTEST(projects.entryAt(row).bucketCount, "count");
    QTEST(projects.entryAt(row).unreadable, "failure");
}

QTEST_MAIN(MainWindowErrorsTest)
#include "tst_mainwindowerrors.moc"
