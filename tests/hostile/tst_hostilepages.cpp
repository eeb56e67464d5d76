// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostiletest.h"
#include "tests/ui/support/widgetfinder.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketPager;
using buckets::ProjectList;
using hostile::bucket;
using hostile::goodBuckets;
using hostile::HostileWindow;
using hostile::ok;
using hostile::page;
using hostile::Script;
using End = hostile::Script::End;

/// Pages that contradict each other, or never end.
class HostilePagesTest : public hostile::HostileTest
{
    Q_OBJECT

private Q_SLOTS:
    void countsWrongly_data();
    void countsWrongly();
    void hasNoEnd();
    void showsTheSameBucketsOnEveryPage();
    void isEmptyBelowAPage();
    void shrinksForEver();
    void listsProjectsForEver();
    void listsTheSameProjectForEver();
    void failsToListProjects_data();
    void failsToListProjects();

private:
    QString status();
    bool isEnabled(const QString &button);
    void answerBucketPage(int number, const QByteArray &body);
    void answerProjectPage(int number, const QByteArray &body);
};

QString HostilePagesTest::status()
{
    return testsupport::findLabel(hostile().window(), u"Page status"_s)->text();
}

bool HostilePagesTest::isEnabled(const QString &button)
{
    return testsupport::findByName<QWidget>(hostile().window(), button)->isEnabled();
}

void HostilePagesTest::answerBucketPage(int number, const QByteArray &body)
{
    const QString target = hostile::bucketsPath() + QString::fromLatin1(hostile::ProjectId)
        + u"/backup/exportBuckets?envelope=false&includeCount=true&itemsPerPage=100&pageNum=%1&"_s
              .arg(number);
    hostile().server().answer(target, Script::of(ok(body), End::KeepOpen));
}

void HostilePagesTest::answerProjectPage(int number, const QByteArray &body)
{
    const QString target = hostile::projectsPath()
        + u"envelope=false&includeCount=true&itemsPerPage=500&pageNum=%1&"_s.arg(number);
    hostile().server().answer(target, Script::of(ok(body), End::KeepOpen));
}

void HostilePagesTest::countsWrongly_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("next");
    QTest::addColumn<bool>("last");
    const QByteArray next = R"(,"links":[{"rel":"next","href":"javascript:x"}])";
    const QByteArray noNext = R"(,"links":[])";
    const auto count = [](const QByteArray &value) -> QByteArray {
        return ",\"totalCount\":" + value;
    };
    QTest::newRow("negative") << count("-1") + next << u"1–3"_s << true << false;
    QTest::newRow("negative and great")
        << count("-9007199254740992") + noNext << u"1–3"_s << false << false;
    QTest::newRow("zero beside rows") << count("0") + next << u"1–3 of 3"_s << true << false;
    QTest::newRow("less than the rows") << count("1") + noNext << u"1–3 of 3"_s << false << false;
    QTest::newRow("more, but no next") << count("500") + noNext << u"1–3 of 500"_s << false << true;
    QTest::newRow("no more, but a next") << count("3") + next << u"1–3 of 3"_s << true << false;
    QTest::newRow("huge") << count("9007199254740992") + next << u"1–3 of 9,007,199,254,740,992"_s
                          << true << true;
}

void HostilePagesTest::countsWrongly()
{
    QFETCH(const QByteArray, more);
    QFETCH(const bool, next);
    QFETCH(const bool, last);
    hostile().answerBuckets(Script::of(ok(page(goodBuckets(), more)), End::KeepOpen));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QTEST(status(), "status");
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    QCOMPARE(isEnabled(u"Next page"_s), next);
    QCOMPARE(isEnabled(u"Last page"_s), last);
    QCOMPARE(hostile().problems()->model()->rowCount(), 0);
    if (last) {
        QVERIFY(hostile().pressAndWait(u"Last page"_s));
        QCOMPARE(hostile().session().pager().state(), BucketPager::State::Ready);
        QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    }
}

/// Every page says that there is another: nobody turns but the user.
void HostilePagesTest::hasNoEnd()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(hostile().pressAndWait(u"Next page"_s));
    QCOMPARE(hostile().session().pager().page().value(), 26);
    QVERIFY(isEnabled(u"Next page"_s));
    QCOMPARE(hostile().server().seenCount(hostile::bucketsPath()), 25);
    hostile().session().pager().goTo(*atlas::PageNumber::from(atlas::PageNumber::Max));
    QTRY_VERIFY(!hostile().session().isBusy());
    QVERIFY(hostile().pressAndWait(u"Next page"_s));
    QCOMPARE(hostile().session().pager().page().value(), atlas::PageNumber::Max);
    QCOMPARE(hostile().problems()->model()->rowCount(), 0);
}

void HostilePagesTest::showsTheSameBucketsOnEveryPage()
{
    hostile().table()->selectRow(1);
    QVERIFY(hostile().pressAndWait(u"Next page"_s));
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    QCOMPARE(status(), u"101–103 of 203"_s);
    QVERIFY(hostile().pressAndWait(u"Previous page"_s));
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    QCOMPARE(status(), u"1–3 of 203"_s);
}

/// Page 100,000 has rows, all before it have none: that must not cost a request for each.
void HostilePagesTest::isEmptyBelowAPage()
{
    constexpr int Far = 100'000;
    answerBucketPage(Far, hostile::goodPage());
    hostile().session().pager().goTo(*atlas::PageNumber::from(Far));
    QTRY_COMPARE(hostile().session().pager().page().value(), Far);
    QTRY_VERIFY(!hostile().session().isBusy());
    hostile().server().clearSeen();
    hostile().answerBuckets(Script::of(ok(page({})), End::KeepOpen));
    QVERIFY(hostile().pressAndWait(u"Previous page"_s));
    QVERIFY(hostile().server().seenCount(hostile::bucketsPath()) <= 12);
    QCOMPARE(hostile().session().pager().state(), BucketPager::State::Ready);
    QCOMPARE(hostile().session().pager().page().value(), 1);
}

/// Each empty page says that the one before it is the last.
void HostilePagesTest::shrinksForEver()
{
    constexpr int Far = 300;
    for (int number = 2; number < Far; ++number) {
        const QByteArray total = QByteArray::number(100 * (number - 1));
        answerBucketPage(number, page({}, ",\"totalCount\":" + total));
    }
    hostile().session().pager().goTo(*atlas::PageNumber::from(Far - 1));
    QTRY_VERIFY(!hostile().session().isBusy());
    QVERIFY(hostile().server().seenCount(hostile::bucketsPath()) <= 12);
    QCOMPARE(hostile().session().pager().state(), BucketPager::State::Ready);
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    QCOMPARE(hostile().session().pager().missingPage()->value(), Far - 1);
}

/// Every page of projects brings a new one and promises more.
void HostilePagesTest::listsProjectsForEver()
{
    for (int number = 1; number <= 200; ++number) {
        const QByteArray id = QByteArray::number(number, 16).rightJustified(24, '0');
        const QByteArray project = R"({"id":")" + id + R"(","name":"endless"})";
        answerProjectPage(number, page({project}, R"(,"links":[{"rel":"next"}])"));
    }
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QCOMPARE(hostile().session().projects().state(), ProjectList::State::Failed);
    QCOMPARE(hostile().server().seenCount(hostile::projectsPath()), 100);
    const QString problem = hostile().onlyProblem();
    QCOMPARE(
        problem,
        u"200|Unexpected response|The project list has too many pages. Loading stopped after page 100."_s);
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
}

void HostilePagesTest::listsTheSameProjectForEver()
{
    const QByteArray project =
        QByteArray(R"({"id":")") + hostile::ProjectId + R"(","name":"again","clusterCount":1e15})";
    hostile().answerProjects(
        Script::of(ok(page({project, project}, R"(,"links":[{"rel":"next"}])")), End::KeepOpen));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QCOMPARE(hostile().session().projects().state(), ProjectList::State::Ready);
    QCOMPARE(hostile().session().projects().rowCount(), 1);
    QCOMPARE(hostile().server().seenCount(hostile::projectsPath()), 4); // Two pages, in two passes.
}

void HostilePagesTest::failsToListProjects_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("says");
    const auto body = [](const QByteArray &json) {
        return Script::of(ok(json));
    };
    const QByteArray id = hostile::ProjectId;
    QTest::newRow("closed") << Script::of({}) << u"^—\\|Connection"_s;
    QTest::newRow("cut") << body(hostile::projectsPage().chopped(9)) << u"not a complete JSON"_s;
    QTest::newRow("id in upper case")
        << body(page({R"({"id":")" + id.toUpper() + R"(","name":"x"})"}))
        << u"results\\[0\\]\\.id: not 24 hexadecimal digits"_s;
    QTest::newRow("no name") << body(page({R"({"id":")" + id + "\"}"}))
                             << u"results\\[0\\]\\.name: missing"_s;
    QTest::newRow("an organization that is none")
        << body(page({R"({"id":")" + id + R"(","name":"x","orgId":7})"}))
        << u"orgId: not a string"_s;
    QTest::newRow("half a cluster")
        << body(page({R"({"id":")" + id + R"(","name":"x","clusterCount":0.5})"}))
        << u"clusterCount: not a whole number"_s;
    QTest::newRow("a date that is none")
        << body(page({R"({"id":")" + id + R"(","name":"x","created":7})"}))
        << u"created: not a string"_s;
}

void HostilePagesTest::failsToListProjects()
{
    QFETCH(const Script, script);
    QFETCH(const QString, says);
    hostile().answerProjects(script);
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    const QString problem = hostile().onlyProblem();
    QVERIFY2(hostile::matches(says, problem), qPrintable(problem));
    const ProjectList &projects = hostile().session().projects();
    QCOMPARE(projects.state(), ProjectList::State::Failed);
    QCOMPARE(projects.rowCount(), 1);
    QCOMPARE(projects.projectAt(0).name, u"Ledger"_s);
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    QVERIFY(!hostile().session().buckets().isStale());
}

QTEST_MAIN(HostilePagesTest)
#include "tst_hostilepages.moc"
