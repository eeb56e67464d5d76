// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/inventorytext.h"
#include "models/roles.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using atlassim::World;
using buckets::Inventory;

/// Projects that can have no export buckets: counted apart, missed by nobody.
class ExemptProjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void countsThemApart_data();
    void countsThemApart();
    void staysIncompleteForFaults();
    void asksThemAgainOnRefreshOnly();
    void takesOutTheirRows();

private:
    void answer(int project, int status, const QString &code, int times = Fault::Forever);
    void openAll();
    Inventory &inventory() { return m_session->inventory(); }
    int callsTo(int project) const;
    QString path(int project) const;
    QString summary(int project);

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};

void ExemptProjectsTest::init()
{
    m_simulator = std::make_unique<Simulator>(World::withProjects(5, 3));
    QVERIFY(m_simulator->listen());
    m_session = std::make_unique<Session>(
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount()));
}

void ExemptProjectsTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

QString ExemptProjectsTest::path(int project) const
{
    return u"/api/atlas/v2/groups/"_s + m_simulator->world().projects[project].id
        + u"/backup/exportBuckets"_s;
}

void ExemptProjectsTest::answer(int project, int status, const QString &code, int times)
{
    Fault fault = Fault::atlasError(status, code, u"Reason"_s, u"A detail."_s);
    fault.pathPrefix = path(project);
    fault.times = times;
    m_simulator->addFault(fault);
}

void ExemptProjectsTest::openAll()
{
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
}

int ExemptProjectsTest::callsTo(int project) const
{
    const auto requests = m_simulator->seenRequests();
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(), [this, project](const auto &request) {
            return request.path == path(project);
        }));
}

QString ExemptProjectsTest::summary(int project)
{
    const auto id = *atlas::ProjectId::fromHex(m_simulator->world().projects[project].id);
    return m_session->projectModel()
        .index(m_session->projects().rowOf(id))
        .data(models::SummaryRole)
        .toString();
}

void ExemptProjectsTest::countsThemApart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("summary");
    QTest::newRow("Cloud Manager") << 404 << u"NOT_ATLAS_GROUP"_s << u"2 Cloud Manager project(s)"_s
                                   << u"Cloud Manager project"_s;
    for (const char *code : {"FEATURE_UNSUPPORTED", "UNSUPPORTED_FOR_CURRENT_PLAN",
                             "UNSUPPORTED_FOR_CURRENT_CONFIG", "NO_FREE_TIER_API"})
        QTest::newRow(code) << 403 << QString::fromLatin1(code)
                            << u"2 project(s) unable to export snapshots"_s
                            << u"No snapshot exports"_s;
}

void ExemptProjectsTest::countsThemApart()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, words);
    answer(1, status, code);
    answer(3, status, code);
    openAll();
    QCOMPARE(insight::inventoryText(inventory()), u"9 bucket(s) in 3 project(s), "_s + words);
    QVERIFY(inventory().completeness().isWhole());
    QVERIFY(inventory().unreadProjects().isEmpty());
    QVERIFY(!m_session->hasFailed());
    QCOMPARE(m_session->problemLog().rowCount(), 0);
    QTEST(summary(3), "summary");
}

void ExemptProjectsTest::staysIncompleteForFaults()
{
    answer(1, 404, u"NOT_ATLAS_GROUP"_s);
    answer(2, 404, u"GROUP_NOT_FOUND"_s);
    // Harmless to a call about a cluster, and no answer to this one.
    answer(4, 404, u"CLUSTER_NOT_FOUND"_s);
    openAll();
    QCOMPARE(insight::inventoryText(inventory()),
             u"6 bucket(s) in 2 of 4 project(s), 1 Cloud Manager project(s), "
             "2 project(s) not read"_s);
    QVERIFY(!inventory().completeness().isWhole());
    QCOMPARE(inventory().unreadProjects().size(), 2);
}

void ExemptProjectsTest::asksThemAgainOnRefreshOnly()
{
    answer(1, 404, u"NOT_ATLAS_GROUP"_s);
    answer(2, 404, u"GROUP_NOT_FOUND"_s, 1);
    openAll();
    QCOMPARE(callsTo(1), 1);
    m_session->retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QTRY_COMPARE(inventory().tally().read, 4);
    QCOMPARE(callsTo(1), 1);
    QVERIFY(inventory().completeness().isWhole());
    m_session->refresh();
    QTRY_VERIFY(!m_session->isBusy());
    QCOMPARE(callsTo(1), 2);
}

void ExemptProjectsTest::takesOutTheirRows()
{
    openAll();
    QCOMPARE(inventory().buckets().rowCount(), 15);
    answer(1, 404, u"NOT_ATLAS_GROUP"_s);
    m_session->refresh();
    QTRY_VERIFY(!m_session->isBusy());
    QCOMPARE(inventory().buckets().rowCount(), 12);
}

QTEST_GUILESS_MAIN(ExemptProjectsTest)
#include "tst_exemptprojects.moc"
