// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/announcer.h"
#include "ui/buckets/bucketviews.h"

#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using atlassim::World;
using buckets::Inventory;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

/// What the window says of lists that are a part, and that it leaves alone what the user chose.
class PartsAndWholeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void keepsAllProjectsWhileTheirListComes();
    void saysWhyThereIsNoTotal();
    void namesTheProjectThatIsMissing();
    void saysOfHowManyBucketsTheUseIsUnknown();
    void keepsTheUseUntilItIsReadAnew();
    void deniesNoDuplicatesThatTheFilterHides();
    void deniesNoProjectsAfterStop();
    void saysThatThereAreNoProjects();

private:
    void serve(const World &world);
    void start();
    void openAll();
    void filter(const QString &text);
    bool says(const QString &text) const;
    Session &session() { return m_fixture->session(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void PartsAndWholeTest::serve(const World &world)
{
    m_simulator = std::make_unique<Simulator>(world);
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void PartsAndWholeTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void PartsAndWholeTest::start()
{
    m_fixture->setReadsRegions(false);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QTRY_VERIFY(m_fixture->hasSession());
}

void PartsAndWholeTest::openAll()
{
    start();
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
    m_window->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), Inventory::State::Ready);
}

void PartsAndWholeTest::filter(const QString &text)
{
    findByName<QLineEdit>(m_window, u"Filter buckets"_s)->setText(text);
}

/// Whether a label that is visible has this text in it.
bool PartsAndWholeTest::says(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        // What was announced is kept for a while.
        return label->isVisible() && !qobject_cast<const ui::Announcer *>(label)
            && label->text().contains(text);
    });
}

void PartsAndWholeTest::keepsAllProjectsWhileTheirListComes()
{
    serve(World::withProjects(3, 2));
    Fault late = Fault::delay(u"/api/atlas/v2/groups"_s, 500ms);
    late.wholePath = true;
    m_simulator->addFault(late);
    start();
    m_window->openAllProjects();
    QCOMPARE(session().projects().rowCount(), 0);
    QTRY_COMPARE(session().inventory().state(), Inventory::State::Ready);
    QCOMPARE(m_window->windowTitle(), u"All projects – Bucketscope"_s);
    QVERIFY(session().inventory().isShown());
    session().refresh();
    QTRY_VERIFY(!session().isBusy());
    QVERIFY(session().inventory().isShown());
    QVERIFY(!session().pager().project());
}

void PartsAndWholeTest::saysWhyThereIsNoTotal()
{
    serve(World::withProjects(1, 250));
    Fault slow = Fault::atlasError(500, u"TIMEOUT_WHILE_PAGING"_s, u"Internal Server Error"_s,
                                   u"Counting took too long."_s);
    slow.queryItem = u"includeCount=true"_s;
    slow.times = Fault::Forever;
    m_simulator->addFault(slow);
    start();
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
    QCOMPARE(findLabel(m_window, u"Page status"_s)->text(), u"1–100"_s);
    QVERIFY(says(u"Atlas could not count the buckets in time."_s));
}

void PartsAndWholeTest::namesTheProjectThatIsMissing()
{
    serve(World::withProjects(3, 2));
    Fault closed;
    closed.pathPrefix = u"/api/atlas/v2/groups/%1/"_s.arg(m_simulator->world().projects.last().id);
    closed.status = 403;
    closed.times = Fault::Forever;
    m_simulator->addFault(closed);
    openAll();
    const QString name = m_simulator->world().projects.last().name;
    QVERIFY(says(name + u" could not be loaded."_s));
    QVERIFY(says(u"4 buckets in 2 of 3 project"_s));
    const auto *views = m_window->findChild<ui::BucketViews *>();
    QCOMPARE(views->tabText(static_cast<int>(ui::BucketViews::View::NotReadable)),
             u"Not read (1)"_s);
}

/// Also of more projects than somebody looks at in a while.
void PartsAndWholeTest::saysOfHowManyBucketsTheUseIsUnknown()
{
    serve(World::withProjects(12, 2));
    openAll();
    QVERIFY(!says(u"The filter hides them."_s));
    filter(u"unused:"_s);
    QVERIFY(says(u"Usage of 24 bucket"_s));
    QVERIFY(says(u"The filter hides them."_s));
    QVERIFY(click(m_window, u"Check usage"_s));
    QTRY_VERIFY(!session().isBusy());
    QTRY_VERIFY(!says(u"The filter hides them."_s));
    const auto rows = [this] {
        const auto *table = findByName<QTableView>(m_window, u"Export buckets"_s);
        return table ? table->model()->rowCount() : 0;
    };
    QTRY_VERIFY(rows() > 0);
    const int unused = rows();
    filter(u"used:"_s);
    QTRY_COMPARE(unused + rows(), 24);
}

void PartsAndWholeTest::keepsTheUseUntilItIsReadAnew()
{
    serve(World::withProjects(12, 2));
    openAll();
    filter(u"unused:"_s);
    QVERIFY(click(m_window, u"Check usage"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 30'000);
    QTRY_VERIFY(!says(u"The filter hides them."_s));
    const auto *model = findByName<QTableView>(m_window, u"Export buckets"_s)->model();
    const int unused = model->rowCount();
    QVERIFY(unused > 0);
    int fewest = unused;
    const QObject looking;
    const auto look = [model, &fewest] {
        fewest = std::min(fewest, model->rowCount());
    };
    connect(model, &QAbstractItemModel::rowsRemoved, &looking, look);
    connect(model, &QAbstractItemModel::layoutChanged, &looking, look);
    connect(model, &QAbstractItemModel::modelReset, &looking, look);
    m_simulator->clearSeenRequests();
    QVERIFY(click(m_window, u"Refresh"_s));
    const auto listsOfClusters = [this] {
        const auto seen = m_simulator->seenRequests();
        return std::count_if(seen.begin(), seen.end(),
                             [](const auto &one) { return one.path.endsWith(u"/clusters"); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(listsOfClusters() == 12 && !session().isBusy(), 30'000);
    QCOMPARE(model->rowCount(), unused);
    QCOMPARE(fewest, unused);
    QVERIFY(!says(u"The filter hides them."_s));
}

void PartsAndWholeTest::deniesNoDuplicatesThatTheFilterHides()
{
    World world = World::withProjects(2, 2);
    for (atlassim::Project &project : world.projects) {
        for (atlassim::Bucket &bucket : project.buckets)
            bucket = {bucket.id, u"twice"_s, u"AWS"_s};
    }
    serve(world);
    openAll();
    m_window->findChild<ui::BucketViews *>()->goTo(ui::BucketViews::View::Duplicates);
    QTRY_VERIFY(findByName<QTableView>(m_window, u"Duplicates"_s));
    filter(u"nothing like it"_s);
    QTRY_VERIFY(says(u"No duplicates among the buckets that match the filter"_s));
    QVERIFY(click(m_window, u"Clear filter"_s));
    QTRY_VERIFY(findByName<QTableView>(m_window, u"Duplicates"_s));
}

void PartsAndWholeTest::deniesNoProjectsAfterStop()
{
    serve(World::withProjects(3, 2));
    Fault late = Fault::delay(u"/api/atlas/v2/groups"_s, 1h);
    late.wholePath = true;
    m_simulator->addFault(late);
    start();
    QTRY_VERIFY(says(u"Loading projects…"_s));
    QVERIFY(click(m_window, u"Stop"_s));
    QTRY_VERIFY(says(u"Stopped"_s));
    QVERIFY(!says(u"no access to any project"_s));
    QVERIFY(!says(u"No projects"_s));
    m_simulator->clearFaults();
    QVERIFY(click(m_window, u"Load projects"_s));
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
    QCOMPARE(session().projects().rowCount(), 3);
    QCOMPARE(session().buckets().rowCount(), 2);
}

void PartsAndWholeTest::saysThatThereAreNoProjects()
{
    serve(World::withProjects(0, 0));
    start();
    QTRY_COMPARE(session().projects().state(), buckets::ProjectList::State::Ready);
    QVERIFY(says(u"No projects"_s));
    QVERIFY(says(u"This credential has no access to any project."_s));
}

QTEST_MAIN(PartsAndWholeTest)
#include "tst_partsandwhole.moc"
