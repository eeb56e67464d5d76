// SPDX-License-Identifier: Apache-2.0
#include "models/projectfiltermodel.h"
#include "models/roles.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QAbstractItemModelTester>
#include <QStringListModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using buckets::ProjectList;
using models::ProjectListModel;

namespace {

atlas::ProjectId projectId(QLatin1StringView hex)
{
    return *atlas::ProjectId::fromHex(QString(hex));
}

} // namespace

/// The list of projects and its models, against the simulator in this process.
class ProjectListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsAllProjects();
    void endsAtAPageThatBringsNothingNew();
    void filtersAndSortsProjects();
    void sortsProjectsAsTheLanguageDoes();
    void tellsProjectsThatCannotBeRead();

private:
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void ProjectListTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_session = std::make_unique<Session>(
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount()));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        &m_session->projectModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void ProjectListTest::cleanup()
{
    m_tester.reset();
    m_session.reset();
    m_simulator.reset();
}

void ProjectListTest::readsAllProjects()
{
    m_simulator->world() = atlassim::World::withProjects(1203, 0);
    ProjectList &projects = m_session->projects();
    projects.refresh();
    QCOMPARE(projects.state(), ProjectList::State::Loading);
    QTRY_COMPARE(projects.state(), ProjectList::State::Ready);
    QCOMPARE(projects.rowCount(), 1203);
    m_simulator->world().projects.removeAt(7);
    projects.refresh();
    QTRY_COMPARE(projects.state(), ProjectList::State::Ready);
    QCOMPARE(projects.rowCount(), 1202);
}

void ProjectListTest::endsAtAPageThatBringsNothingNew()
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups"_s;
    fault.status = 200;
    fault.times = Fault::Forever;
    fault.body = R"({"links":[{"rel":"next"}],"results":[
        {"id":"65f1a2b3c4d5e6f708192a3b","name":"again and again"}]})";
    m_simulator->addFault(fault);
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), ProjectList::State::Ready);
    QCOMPARE(m_session->projects().rowCount(), 1);
}

void ProjectListTest::filtersAndSortsProjects()
{
    models::ProjectFilterModel filtered;
    const QAbstractItemModelTester tester(&filtered,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filtered.setSourceModel(&m_session->projectModel());
    m_session->projects().refresh();
    QTRY_COMPARE(filtered.rowCount(), 14);
    QVERIFY(filtered.index(0, 0).data().toString().compare(filtered.index(1, 0).data().toString(),
                                                           Qt::CaseInsensitive)
            < 0);
    filtered.setFilterText(u"결제"_s);
    QCOMPARE(filtered.rowCount(), 1);
    filtered.setFilterText(u"0000004"_s);
    QCOMPARE(filtered.rowCount(), 1);
    QCOMPARE(filtered.index(0, 0).data().toString(), u"Atlas CLI E2E"_s);
}

void ProjectListTest::sortsProjectsAsTheLanguageDoes()
{
    QStringListModel projects({u"Zebra"_s, u"Ägir"_s});
    models::ProjectFilterModel sorted;
    QLocale::setDefault(QLocale(QLocale::English));
    sorted.setSourceModel(&projects);
    QCOMPARE(sorted.index(0, 0).data().toString(), u"Ägir"_s);
    QLocale::setDefault(QLocale(QLocale::Swedish));
    sorted.sortAnew();
    QCOMPARE(sorted.index(0, 0).data().toString(), u"Zebra"_s);
    QLocale::setDefault(QLocale::c());
}

void ProjectListTest::tellsProjectsThatCannotBeRead()
{
    ProjectList &projects = m_session->projects();
    projects.refresh();
    QTRY_COMPARE(projects.state(), ProjectList::State::Ready);
    const auto legacy = projectId(atlassim::sample::Legacy);
    m_session->pager().open(legacy, {});
    QTRY_COMPARE(m_session->pager().state(), BucketPager::State::Failed);
    const ProjectListModel &model = m_session->projectModel();
    const QModelIndex row = model.index(projects.rowOf(legacy));
    QCOMPARE(row.data(models::SummaryRole).toString(), u"Not read · 403"_s);
    const auto payments = projectId(atlassim::sample::PaymentsProd);
    m_session->pager().open(payments, {});
    QTRY_VERIFY(!m_session->pager().isLoading());
    QCOMPARE(model.index(projects.rowOf(payments)).data(models::BucketCountRole).toString(),
             u"31"_s);
}

QTEST_GUILESS_MAIN(ProjectListTest)
#include "tst_projectlist.moc"
