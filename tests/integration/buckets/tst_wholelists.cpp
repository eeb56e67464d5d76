// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/inventorytext.h"
#include "insight/advice/pagestatus.h"
#include "models/allprojectsmodel.h"
#include "models/roles.h"
#include "tests/integration/support/inspectiontest.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Uncounted;
using atlassim::World;
using buckets::Gap;
using buckets::Inventory;
using buckets::ProjectList;
using models::ProjectListModel;

Q_DECLARE_METATYPE(atlassim::Uncounted)

namespace {

const auto ProjectsPath = u"/api/atlas/v2/groups"_s;

Fault failingPage(const QString &path, int page)
{
    Fault fault;
    fault.pathPrefix = path;
    fault.wholePath = true;
    fault.queryItem = u"pageNum=%1"_s.arg(page);
    fault.status = 500;
    return fault;
}

/// As Atlas answers who wants a list counted that is too long for it.
Fault tooSlowToCount()
{
    Fault fault = Fault::atlasError(500, u"TIMEOUT_WHILE_PAGING"_s, u"Internal Server Error"_s,
                                    u"Counting the results took too long."_s);
    fault.queryItem = u"includeCount=true"_s;
    fault.times = Fault::Forever;
    return fault;
}

} // namespace

/// Lists that are all there is, or say that they are not.
class WholeListsTest : public InspectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoStoppedListOfProjectsForAWhole();
    void countsNoPartOfAllProjects();
    void countsNoFailedListOfProjects();
    void missesNoProjectWhileTheirListShifts();
    void missesNoClusterWhileTheirListShifts();
    void missesNoJobWhileTheirListShifts();
    void keepsAllProjectsBesideOne();
    void readsWithoutCounts_data();
    void readsWithoutCounts();
    void turnsPagesWithoutCounts_data();
    void turnsPagesWithoutCounts();
    void readsListsThatAreTooLongToCount();
    void turnsPagesThatAreTooLongToCount();
    void leavesOutOddBuckets();
    void leavesOutOddClusters();
    void leavesOutOddJobs();

private:
    void serve(const World &world);
    /// Runs once, as soon as a page of that list has been answered.
    void afterPage(const QString &pathEnd, int page, const std::function<void()> &change);
    void answerOnce(const QString &path, const QByteArray &body);
    Inventory &inventory() { return session().inventory(); }
    ProjectList &projects() { return session().projects(); }
    QString text() { return insight::inventoryText(inventory()); }
    QString beside(int role);
};

void WholeListsTest::serve(const World &world)
{
    simulator().world() = world;
    startSession(testsupport::serviceAccount());
}

void WholeListsTest::afterPage(const QString &pathEnd, int page,
                               const std::function<void()> &change)
{
    const auto isDone = std::make_shared<bool>(false);
    connect(&simulator(), &atlassim::Simulator::requestAnswered, &session(),
            [pathEnd, page, change, isDone](const atlassim::SeenRequest &request) {
                const bool isIt = request.path.endsWith(pathEnd)
                    && request.queryItem(u"pageNum"_s).toInt() == page;
                if (isIt && !std::exchange(*isDone, true))
                    change();
            });
}

void WholeListsTest::answerOnce(const QString &path, const QByteArray &body)
{
    Fault fault;
    fault.pathPrefix = path;
    fault.wholePath = true;
    fault.status = 200;
    fault.times = Fault::Forever;
    fault.body = body;
    simulator().addFault(fault);
}

/// What stands in the row of all projects.
QString WholeListsTest::beside(int role)
{
    const models::AllProjectsModel model(projects(), inventory());
    return model.index(0).data(role).toString();
}

void WholeListsTest::takesNoStoppedListOfProjectsForAWhole()
{
    serve(World::withProjects(700, 1));
    Fault late = Fault::delay(ProjectsPath, 1h);
    late.queryItem = u"pageNum=2"_s;
    late.times = Fault::Forever;
    simulator().addFault(late);
    projects().refresh();
    QTRY_COMPARE(projects().rowCount(), 500);
    session().stop();
    simulator().clearFaults();
    QCOMPARE(projects().state(), ProjectList::State::Ready);
    QVERIFY(projects().completeness().lacks(Gap::Stopped));
    QCOMPARE(beside(models::SummaryRole), u"500+ projects"_s);

    inventory().openAll();
    QVERIFY(!inventory().tally().areProjectsKnown);
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QCOMPARE(text(), u"700 bucket(s) in 700 project(s)"_s);
    QVERIFY(inventory().completeness().isWhole());
    QCOMPARE(beside(models::SummaryRole), u"700 project(s)"_s);
}

void WholeListsTest::countsNoPartOfAllProjects()
{
    serve(World::withProjects(3, 2));
    const QString closed = simulator().world().projects[1].id;
    failAlways(ProjectsPath + u'/' + closed, 403);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(text(), u"4 bucket(s) in 2 of 3 project(s), 1 project(s) not read"_s);
    QCOMPARE(beside(models::BucketCountRole), QString());
    QVERIFY(inventory().completeness().lacks(Gap::Failed));

    simulator().clearFaults();
    inventory().retry();
    QTRY_COMPARE(text(), u"6 bucket(s) in 3 project(s)"_s);
    QCOMPARE(beside(models::BucketCountRole), u"6"_s);
    inventory().hide();
    QCOMPARE(beside(models::BucketCountRole), u"6"_s);
}

void WholeListsTest::countsNoFailedListOfProjects()
{
    serve(World::withProjects(510, 1));
    simulator().addFault(failingPage(ProjectsPath, 2));
    projects().refresh();
    QTRY_COMPARE(projects().state(), ProjectList::State::Failed);
    QCOMPARE(beside(models::SummaryRole), u"500+ projects"_s);
    projects().refresh();
    QTRY_COMPARE(projects().state(), ProjectList::State::Ready);
    QCOMPARE(beside(models::SummaryRole), u"510 project(s)"_s);
}

/// The first of them is deleted between the pages: the others move up, one of them from the second
/// page to the first, which has been read.
void WholeListsTest::missesNoProjectWhileTheirListShifts()
{
    serve(World::withProjects(600, 1));
    afterPage(ProjectsPath, 1, [this] { simulator().world().projects.removeFirst(); });
    inventory().openAll();
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QCOMPARE(text(), u"599 bucket(s) in 599 project(s)"_s);
    for (const atlassim::Project &project : simulator().world().projects)
        QVERIFY(projects().rowOf(*atlas::ProjectId::fromHex(project.id)) >= 0);
}

void WholeListsTest::missesNoClusterWhileTheirListShifts()
{
    openWithClusters(600, 0);
    atlassim::Project &project = *simulator().world().project(session().pager().project()->toHex());
    for (atlassim::Cluster &cluster : project.clusters)
        cluster.backupEnabled = false;
    afterPage(u"/clusters"_s, 1, [&project] { project.clusters.removeFirst(); });
    select(0);
    QSet<QString> read;
    for (const auto &entry : usage().schedules().entries())
        read.insert(entry.cluster.toString());
    QSet<QString> expected;
    for (const atlassim::Cluster &cluster : std::as_const(project.clusters))
        expected.insert(cluster.name);
    QCOMPARE(read, expected);
    QVERIFY(usage().schedules().completeness().isWhole());
}

void WholeListsTest::missesNoJobWhileTheirListShifts()
{
    openWithClusters(1, 600);
    atlassim::Cluster &cluster =
        simulator().world().project(session().pager().project()->toHex())->clusters.first();
    const auto newest = std::max_element(
        cluster.exportJobs.cbegin(), cluster.exportJobs.cend(),
        [](const auto &one, const auto &other) { return one.createdAt < other.createdAt; });
    afterPage(u"/backup/exports"_s, 1, [&cluster, newest] { cluster.exportJobs.erase(newest); });
    select(0);
    QCOMPARE(usage().jobs().jobsTo(selected()).size(), 599);
    QVERIFY(usage().jobs().completeness().isWhole());
}

void WholeListsTest::keepsAllProjectsBesideOne()
{
    serve(World::withProjects(4, 10));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    inventory().hide();
    const auto one = *atlas::ProjectId::fromHex(simulator().world().projects[2].id);
    inventory().open(one);
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().project(), one);
    QCOMPARE(session().shownBuckets().rowCount(), 10);
    QCOMPARE(beside(models::BucketCountRole), u"40"_s);
    const QString spoken = beside(Qt::AccessibleDescriptionRole);
    QVERIFY2(spoken.contains(u"40"_s) && !spoken.contains(u"10"_s), qPrintable(spoken));

    simulator().clearSeenRequests();
    inventory().openAll();
    QCOMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(session().shownBuckets().rowCount(), 40);
    QCOMPARE(calls(), 0);
}

void WholeListsTest::readsWithoutCounts_data()
{
    QTest::addColumn<Uncounted>("uncounted");
    QTest::newRow("links alone") << Uncounted::NextLink;
    QTest::newRow("neither count nor links") << Uncounted::SelfLink;
    QTest::newRow("a count of 0 and no links") << Uncounted::Zero;
}

void WholeListsTest::turnsPagesWithoutCounts_data()
{
    readsWithoutCounts_data();
}

/// Every list is asked for without a count once it was too long to be counted.
void WholeListsTest::readsWithoutCounts()
{
    QFETCH(const Uncounted, uncounted);
    serve(World::withProjects(502, 1));
    simulator().world().projects.first().buckets =
        World::withProjects(1, 1'000).projects.first().buckets;
    simulator().options().uncounted = uncounted;
    simulator().addFault(tooSlowToCount());
    inventory().openAll();
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QVERIFY(inventory().completeness().isWhole());
    QCOMPARE(text(), u"1,501 bucket(s) in 502 project(s)"_s);
}

void WholeListsTest::turnsPagesWithoutCounts()
{
    QFETCH(const Uncounted, uncounted);
    serve(World::withProjects(1, 20));
    simulator().options().uncounted = uncounted;
    buckets::BucketPager &pager = session().pager();
    pager.setOptions({*atlas::ItemsPerPage::from(10), false});
    pager.open(*atlas::ProjectId::fromHex(simulator().world().projects.first().id));
    QTRY_COMPARE(pager.state(), buckets::BucketPager::State::Ready);
    QCOMPARE(insight::pageStatus(pager), u"1–10"_s);
    QVERIFY(!pager.totalCount());
    QVERIFY(pager.hasNext());
    QVERIFY(!pager.canGoToLast());
    QVERIFY(pager.completeness().lacks(Gap::OtherPages));
    pager.goToNext();
    QTRY_COMPARE(insight::pageStatus(pager), u"11–20"_s);
    if (uncounted == Uncounted::NextLink)
        return;
    // A full page may have another behind it. That is empty, so this one is the last.
    QVERIFY(pager.hasNext());
    pager.goToNext();
    QTRY_VERIFY(!pager.isLoading());
    QCOMPARE(insight::pageStatus(pager), u"11–20"_s);
    QVERIFY(!pager.hasNext());
}

void WholeListsTest::readsListsThatAreTooLongToCount()
{
    openWithClusters(3, 2);
    simulator().addFault(tooSlowToCount());
    select(0);
    QVERIFY(usage().isKnown());
    QVERIFY(usage().schedules().completeness().isWhole());
    QVERIFY(usage().jobs().completeness().isWhole());
    QCOMPARE(usage().schedules().tally().read, 3);
    QCOMPARE(session().problemLog().rowCount(), 0);
}

void WholeListsTest::turnsPagesThatAreTooLongToCount()
{
    serve(World::withProjects(1, 250));
    simulator().addFault(tooSlowToCount());
    buckets::BucketPager &pager = session().pager();
    pager.open(*atlas::ProjectId::fromHex(simulator().world().projects.first().id));
    QTRY_COMPARE(pager.state(), buckets::BucketPager::State::Ready);
    QCOMPARE(insight::pageStatus(pager), u"1–100"_s);
    QVERIFY(pager.isTooSlowToCount());
    QCOMPARE(session().problemLog().rowCount(), 0);
    simulator().clearSeenRequests();
    pager.goToNext();
    QTRY_COMPARE(insight::pageStatus(pager), u"101–200"_s);
    QCOMPARE(calls(), 1); // It is not counted again.

    simulator().clearFaults();
    pager.open(*pager.project());
    QTRY_COMPARE(insight::pageStatus(pager), u"1–100 of 250"_s);
    QVERIFY(!pager.isTooSlowToCount());
}

void WholeListsTest::leavesOutOddBuckets()
{
    serve(World::withProjects(2, 3));
    const QString odd = simulator().world().projects.first().id;
    answerOnce(ProjectsPath + u'/' + odd + u"/backup/exportBuckets"_s,
               R"({"results":[{"_id":"65f1a2b30000000000000001","bucketName":"abc",
               "cloudProvider":"AWS"},{"_id":"odd","bucketName":"def","cloudProvider":"AWS"}]})");
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().buckets().rowCount(), 4);
    QVERIFY(inventory().completeness().lacks(Gap::LeftOut));
    QCOMPARE(text(), u"4 bucket(s) in 2 project(s), 1 project(s) with entries left out"_s);
    QCOMPARE(session().problemLog().rowCount(), 1);

    session().pager().open(*atlas::ProjectId::fromHex(odd));
    QTRY_COMPARE(session().pager().state(), buckets::BucketPager::State::Ready);
    QCOMPARE(session().buckets().rowCount(), 1);
    QVERIFY(session().pager().completeness().lacks(Gap::LeftOut));
    QVERIFY(session().pager().leftOutError()->detail.contains(
        u"results[1]._id: not 24 hexadecimal digits"_s));
    QCOMPARE(session().problemLog().rowCount(), 2);
}

void WholeListsTest::leavesOutOddClusters()
{
    openWithClusters(2, 0);
    const auto project = *session().pager().project();
    const QString name = simulator().world().project(project.toHex())->clusters[0].name;
    answerOnce(ProjectsPath + u'/' + project.toHex() + u"/clusters"_s,
               R"({"results":[{"name":"with_underscore"},{"name":")" + name.toUtf8() + "\"}]}");
    select(0);
    QCOMPARE(usage().schedules().state(), buckets::BackupSchedules::State::Ready);
    const auto tally = usage().schedules().tally();
    QCOMPARE(tally.clusters, 2);
    QCOMPARE(tally.read, 1);
    QCOMPARE(tally.failed, 1);
    QVERIFY(!tally.isComplete());
    QVERIFY(usage().schedules().completeness().lacks(Gap::LeftOut));
    QCOMPARE(session().problemLog().rowCount(), 1);
}

void WholeListsTest::leavesOutOddJobs()
{
    openWithClusters(1, 0);
    const auto project = *session().pager().project();
    const QString name = simulator().world().project(project.toHex())->clusters[0].name;
    const QByteArray bucket = session().buckets().idAt(0).toHex().toLatin1();
    answerOnce(clusterPath(project.toHex(), name) + u"/backup/exports"_s,
               R"({"results":[{"id":"65f1a2b30000000000000001","exportBucketId":")" + bucket
                   + R"("},{"id":"65f1a2b30000000000000002","exportBucketId":"odd"},
                   {"id":"65f1a2b30000000000000003","exportBucketId":""}]})");
    select(0);
    QCOMPARE(usage().jobs().jobsTo(selected()).size(), 1);
    QVERIFY(usage().jobs().completeness().lacks(Gap::LeftOut));
    QCOMPARE(session().problemLog().rowCount(), 1);
}

QTEST_GUILESS_MAIN(WholeListsTest)
#include "tst_wholelists.moc"
