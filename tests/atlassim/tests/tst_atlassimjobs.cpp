// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"
#include "tests/atlassim/world/backupmaker.h"

#include <QSet>
#include <QTest>

using namespace atlassim;
using namespace testclient;

namespace {

const QLatin1String Payments = sample::PaymentsProd;

} // namespace

/// Export jobs: how they are listed, and how time or a test moves them.
class TestAtlasSimJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listsJobsNewestFirst();
    void jobsHaveEveryField();
    void failedJobsSayWhy();
    void pagesJobs();
    void testsMoveJobs();
    void findsNoJobElsewhere();
    void jobsStayUnlessTold();
    void jobsRunToTheirEnd();
    void clockSplitsTime();
    void servesManyClusters();

private:
    QJsonObject runningJob();

    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSimJobs::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

QJsonObject TestAtlasSimJobs::runningJob()
{
    const auto jobs = results(get(*m_simulator, exportsPath(Payments, paymentsCluster(2))));
    return jobs.first().toObject();
}

void TestAtlasSimJobs::listsJobsNewestFirst()
{
    auto &jobs = m_simulator->world().project(Payments)->cluster(paymentsCluster(1))->exportJobs;
    std::reverse(jobs.begin() + 3, jobs.end());
    const Curl answer = get(*m_simulator, exportsPath(Payments, paymentsCluster(1)));
    QCOMPARE(answer.status, 200);
    const auto rows = results(answer);
    QCOMPARE(rows.size(), jobs.size());
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY(text(rows[i - 1].toObject(), "createdAt") > text(rows[i].toObject(), "createdAt"));
}

void TestAtlasSimJobs::jobsHaveEveryField()
{
    const auto rows = results(get(*m_simulator, exportsPath(Payments, paymentsCluster(3))));
    const auto job = rows.at(0).toObject();
    QCOMPARE(text(job, "id").size(), 24);
    QCOMPARE(text(job, "snapshotId").size(), 24);
    QCOMPARE(text(job, "exportBucketId"), m_simulator->world().project(Payments)->buckets[0].id);
    QCOMPARE(text(job, "createdAt"), QStringLiteral("2026-01-03T02:13:00Z"));
    QCOMPARE(text(job, "state"), QStringLiteral("Successful"));
    QVERIFY(text(job, "finishedAt") > text(job, "createdAt"));
    QCOMPARE(text(job, "prefix"),
             QString(QStringLiteral("exported_snapshots/") + sample::Organisation
                     + QStringLiteral("/") + Payments
                     + QStringLiteral("/kestrel-payments-prod-03/2026-01-03T0211/1767406380")));
    const auto status = job.value(QLatin1String("exportStatus")).toObject();
    QVERIFY(status.value(QLatin1String("totalCollections")).toInt() > 0);
    QCOMPARE(status.value(QLatin1String("exportedCollections")),
             status.value(QLatin1String("totalCollections")));
    QVERIFY(!job.contains(QLatin1String("components")));
    QCOMPARE(job.value(QLatin1String("customData")), QJsonValue(QJsonArray()));
    QVERIFY(!job.contains(QLatin1String("stateReason")));

    const auto running = runningJob();
    QCOMPARE(text(running, "state"), QStringLiteral("InProgress"));
    QVERIFY(!running.contains(QLatin1String("finishedAt")));
}

void TestAtlasSimJobs::failedJobsSayWhy()
{
    const auto rows = results(get(*m_simulator, exportsPath(Payments, paymentsCluster(1))));
    const auto failed = findRow(rows, "state", QStringLiteral("Failed"));
    const auto reason = failed.value(QLatin1String("stateReason")).toObject();
    QCOMPARE(errorCode(reason), QStringLiteral("EXPORT_BUCKET_ACCESS_DENIED"));
    QVERIFY(!text(reason, "message").isEmpty());
    QVERIFY(failed.contains(QLatin1String("finishedAt")));
}

void TestAtlasSimJobs::pagesJobs()
{
    const QString path = exportsPath(Payments, paymentsCluster(1));
    const auto total = m_simulator->world().project(Payments)->clusters[0].exportJobs.size();
    QSet<QString> ids;
    for (int page = 1; page <= 3; ++page) {
        const QString query = QStringLiteral("?itemsPerPage=8&pageNum=%1").arg(page);
        const Curl answer = get(*m_simulator, QString(path + query));
        QCOMPARE(answer.json().value(QLatin1String("totalCount")).toInt(), total);
        QCOMPARE(links(answer).contains(QStringLiteral("next")), page < 3);
        const auto rows = results(answer);
        for (const auto &row : rows)
            ids.insert(text(row.toObject(), "id"));
    }
    QCOMPARE(ids.size(), total);
    const Curl beyond = get(*m_simulator, QString(path + QStringLiteral("?pageNum=2")));
    QCOMPARE(beyond.status, 200);
    QCOMPARE(results(beyond).size(), 0);
    QCOMPARE(get(*m_simulator, QString(path + QStringLiteral("?itemsPerPage=501"))).status, 400);
}

void TestAtlasSimJobs::testsMoveJobs()
{
    ExportJob *job = m_simulator->world().exportJob(Payments, text(runningJob(), "id"));
    QVERIFY(job);
    job->advanceTo(900);
    const auto status = runningJob().value(QLatin1String("exportStatus")).toObject();
    QCOMPARE(status.value(QLatin1String("exportedCollections")).toInt(), 900);
    QCOMPARE(status.value(QLatin1String("totalCollections")).toInt(), 1184);

    const QDateTime end = job->createdAt.addSecs(60);
    job->fail(end, {QStringLiteral("CODE"), QStringLiteral("Words.")});
    QCOMPARE(text(runningJob(), "state"), QStringLiteral("Failed"));
    QCOMPARE(errorCode(runningJob().value(QLatin1String("stateReason")).toObject()),
             QStringLiteral("CODE"));

    job->cancel(end);
    QCOMPARE(text(runningJob(), "state"), QStringLiteral("Cancelled"));
    QVERIFY(!runningJob().contains(QLatin1String("stateReason")));

    job->succeed(end);
    QCOMPARE(text(runningJob(), "state"), QStringLiteral("Successful"));
    QCOMPARE(job->exportedCollections, 1184);
    QVERIFY(runningJob().contains(QLatin1String("finishedAt")));

    job->advanceTo(5000);
    QCOMPARE(job->exportedCollections, 1184);
    QVERIFY(!job->finishedAt);
}

void TestAtlasSimJobs::findsNoJobElsewhere()
{
    const QString id = text(runningJob(), "id");
    World &world = m_simulator->world();
    QVERIFY(!world.exportJob(sample::Search, id));
    QVERIFY(!world.exportJob(QStringLiteral("111111111111111111111111"), id));
    QVERIFY(!world.exportJob(Payments, QStringLiteral("111111111111111111111111")));
    QVERIFY(!world.project(Payments)->cluster(QStringLiteral("nowhere")));
}

void TestAtlasSimJobs::jobsStayUnlessTold()
{
    const QJsonObject first = runningJob();
    QTest::qWait(20);
    QCOMPARE(runningJob(), first);
}

void TestAtlasSimJobs::jobsRunToTheirEnd()
{
    m_simulator->options().exportDuration = std::chrono::seconds(1);
    QCOMPARE(text(runningJob(), "state"), QStringLiteral("InProgress"));
    QTRY_COMPARE(text(runningJob(), "state"), QStringLiteral("Successful"));
    const auto job = runningJob();
    QVERIFY(text(job, "finishedAt") > text(job, "createdAt"));
}

void TestAtlasSimJobs::clockSplitsTime()
{
    Options options;
    options.exportDuration = std::chrono::seconds(90);
    ExportClock clock(options);
    World world = sample::world();
    const QString id = text(runningJob(), "id");
    const ExportJob &job = *world.exportJob(Payments, id);
    const auto start = ExportClock::Clock::now();
    clock.advance(world, start);
    QCOMPARE(job.exportedCollections, 417);
    clock.advance(world, start + std::chrono::seconds(45));
    QCOMPARE(job.exportedCollections, 800);
    clock.advance(world, start + std::chrono::seconds(89));
    QCOMPARE(job.state, ExportState::InProgress);
    clock.advance(world, start + std::chrono::seconds(90));
    QCOMPARE(job.state, ExportState::Successful);
    QCOMPARE(job.exportedCollections, 1184);
}

void TestAtlasSimJobs::servesManyClusters()
{
    addClusters(*m_simulator->world().project(sample::DataWarehouse), 292, 30);
    const QString query = QStringLiteral("?itemsPerPage=500");
    const auto rows =
        results(get(*m_simulator, QString(clustersPath(sample::DataWarehouse) + query)));
    QCOMPARE(rows.size(), 300);
    const QString last = text(rows.last().toObject(), "name");
    QCOMPARE(get(*m_simulator, schedulePath(sample::DataWarehouse, last)).status, 200);
    const auto jobs = results(get(*m_simulator, exportsPath(sample::DataWarehouse, last)));
    QCOMPARE(jobs.size(), 30);
}

QTEST_GUILESS_MAIN(TestAtlasSimJobs)

#include "tst_atlassimjobs.moc"
