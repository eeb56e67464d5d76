// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"
#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/troubledworld.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace atlassim;
using namespace testclient;
using troubled::PlantedFinding;
using troubled::Reader;

namespace {

const QLatin1String Payments = sample::PaymentsProd;

QString alertsPath(QLatin1String project)
{
    return QString(groupPath(project) + QStringLiteral("/alertConfigs"));
}

QString endpointsPath(QLatin1String project)
{
    return QString(groupPath(project) + QStringLiteral("/backup/AWS/privateEndpoints"));
}

QStringList owner(const QString &version = QStringLiteral("2025-02-19"))
{
    return acceptVersion(version) + digest(sample::OwnerPublicKey, sample::OwnerPrivateKey);
}

QDateTime someTime()
{
    return {QDate(2026, 10, 3), QTime(8, 30), QTimeZone::utc()};
}

QString kindOf(const PlantedFinding &finding)
{
    return QString(finding.code + QLatin1Char(' ') + finding.severity);
}

QSet<QString> kindsOf(const QList<PlantedFinding> &findings)
{
    QSet<QString> kinds;
    for (const PlantedFinding &finding : findings)
        kinds.insert(kindOf(finding));
    return kinds;
}

qsizetype countOf(const QList<PlantedFinding> &findings, const char *code)
{
    return std::count_if(findings.begin(), findings.end(), [code](const PlantedFinding &finding) {
        return finding.code == QLatin1String(code);
    });
}

QDateTime newestJob(const World &world)
{
    QDateTime newest;
    for (const Project &project : world.projects) {
        for (const Cluster &cluster : project.clusters) {
            for (const ExportJob &job : cluster.exportJobs)
                newest = std::max(newest, job.finishedAt.value_or(job.createdAt));
        }
    }
    return newest;
}

} // namespace

/// What a check of the exports reads besides backups, and the world in which there is something to
/// be found.
class TestAtlasSimChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listsAlertConfigurations();
    void pagesAlertConfigurations();
    void listsPrivateEndpoints();
    void showsPrivateEndpointsToOwnersAlone_data();
    void showsPrivateEndpointsToOwnersAlone();
    void knowsPrivateEndpointsSinceTheirVersion();
    void limitsAlertConfigurationsByThemselves();

    void plantsEachKind();
    void plantsWhatIsThere();
    void troubledWorldIsSane();
    void findsAsMuchAsIsRead();
    void servesTroubles();
    void exportsFromEveryCluster();

private:
    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSimChecks::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

void TestAtlasSimChecks::listsAlertConfigurations()
{
    const Curl answer = get(*m_simulator, alertsPath(Payments));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("RateLimit-Limit"), QByteArray("1200"));
    QCOMPARE(answer.header("Content-Type"),
             QByteArray("application/vnd.atlas.2023-01-01+json;charset=utf-8"));
    const auto rows = results(answer);
    const auto failed = findRow(rows, "eventTypeName", ExportFailed);
    QCOMPARE(failed.value(QLatin1String("enabled")), QJsonValue(true));
    const auto matcher = failed.value(QLatin1String("matchers")).toArray().at(0).toObject();
    QCOMPARE(text(matcher, "fieldName"), QStringLiteral("CLUSTER_NAME"));
    QCOMPARE(text(matcher, "operator"), QStringLiteral("EQUALS"));
    QCOMPARE(text(matcher, "value"), paymentsCluster(1));
    const auto notifications = failed.value(QLatin1String("notifications")).toArray();
    const auto nobody = findRow(notifications, "typeName", QStringLiteral("GROUP"));
    QCOMPARE(nobody.value(QLatin1String("emailEnabled")), QJsonValue(false));
    const auto channel = findRow(notifications, "typeName", QStringLiteral("SLACK"));
    QVERIFY(!text(channel, "apiToken").isEmpty());
    QVERIFY(!channel.contains(QLatin1String("emailEnabled")));
    const auto automatic = findRow(rows, "eventTypeName", AutoExportFailed);
    QCOMPARE(automatic.value(QLatin1String("enabled")), QJsonValue(false));
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const QJsonValue &row) {
        return !row.toObject().contains(QLatin1String("eventTypeName"));
    }));
}

void TestAtlasSimChecks::pagesAlertConfigurations()
{
    const QString query = QStringLiteral("?itemsPerPage=5&pageNum=2");
    const Curl answer = get(*m_simulator, QString(alertsPath(Payments) + query));
    QCOMPARE(results(answer).size(), 3);
    QCOMPARE(links(answer), (QStringList{QStringLiteral("self"), QStringLiteral("previous")}));
}

void TestAtlasSimChecks::listsPrivateEndpoints()
{
    const Curl answer = get(*m_simulator, endpointsPath(Payments), owner());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("RateLimit-Limit"), QByteArray("1200"));
    const auto rows = results(answer);
    QCOMPARE(rows.size(), 3);
    const auto active = findRow(rows, "status", QStringLiteral("ACTIVE"));
    QCOMPARE(text(active, "regionName"), QStringLiteral("US_EAST_1"));
    QCOMPARE(text(active, "vpcRegionName"), QStringLiteral("US_EAST_1"));
    QCOMPARE(text(active, "id").size(), 24);
    QVERIFY(!active.contains(QLatin1String("errorMessage")));
    const auto failed = findRow(rows, "status", QStringLiteral("FAILED"));
    QVERIFY(!text(failed, "errorMessage").isEmpty());
    QVERIFY(results(get(*m_simulator, endpointsPath(sample::Search), owner())).isEmpty());
}

void TestAtlasSimChecks::showsPrivateEndpointsToOwnersAlone_data()
{
    QTest::addColumn<QLatin1String>("publicKey");
    QTest::addColumn<QLatin1String>("privateKey");
    QTest::newRow("manager") << sample::PublicKey << sample::PrivateKey;
    QTest::newRow("viewer") << sample::ViewerPublicKey << sample::ViewerPrivateKey;
    QTest::newRow("nobody") << sample::PowerlessPublicKey << sample::PowerlessPrivateKey;
}

void TestAtlasSimChecks::showsPrivateEndpointsToOwnersAlone()
{
    QFETCH(const QLatin1String, publicKey);
    QFETCH(const QLatin1String, privateKey);
    const QStringList caller =
        acceptVersion(QStringLiteral("2025-02-19")) + digest(publicKey, privateKey);
    const Curl answer = get(*m_simulator, endpointsPath(Payments), caller);
    QCOMPARE(answer.status, 401);
    QCOMPARE(errorCode(answer.json()), QStringLiteral("USER_UNAUTHORIZED"));
    QVERIFY(answer.header("WWW-Authenticate").isEmpty());
}

void TestAtlasSimChecks::knowsPrivateEndpointsSinceTheirVersion()
{
    const auto ask = [&](const char *version) {
        return get(*m_simulator, endpointsPath(Payments), owner(QString::fromLatin1(version)));
    };
    QCOMPARE(ask("2024-11-12").status, 406);
    const Curl first = ask("2024-11-13");
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("Content-Type"),
             QByteArray("application/vnd.atlas.2024-11-13+json;charset=utf-8"));
}

void TestAtlasSimChecks::limitsAlertConfigurationsByThemselves()
{
    m_simulator->options().rateCapacity = 1;
    m_simulator->options().rateRefill = 1;
    QCOMPARE(get(*m_simulator, alertsPath(Payments)).status, 200);
    QCOMPARE(get(*m_simulator, alertsPath(Payments)).status, 429);
    QCOMPARE(get(*m_simulator, alertsPath(sample::Search)).status, 200);
    QCOMPARE(get(*m_simulator, endpointsPath(Payments), owner()).status, 200);
    QCOMPARE(get(*m_simulator, bucketsPath(Payments)).status, 429);
}

/// With both severities, where there are two.
void TestAtlasSimChecks::plantsEachKind()
{
    const QSet<QString> kinds{QStringLiteral("EXPORT_FAILED critical"),
                              QStringLiteral("EXPORT_FAILED warning"),
                              QStringLiteral("EXPORT_OVERDUE critical"),
                              QStringLiteral("EXPORT_NOT_YET warning"),
                              QStringLiteral("EXPORT_NOT_YET info"),
                              QStringLiteral("EXPORT_NEVER_RUNS critical"),
                              QStringLiteral("EXPORT_BUCKET_GONE critical"),
                              QStringLiteral("ROLE_GONE critical"),
                              QStringLiteral("ROLE_GONE warning"),
                              QStringLiteral("ROLE_NOT_AUTHORIZED critical"),
                              QStringLiteral("ROLE_NOT_AUTHORIZED warning"),
                              QStringLiteral("EXPORT_STUCK warning"),
                              QStringLiteral("DUPLICATE_BUCKET warning"),
                              QStringLiteral("REGION_DIFFERS warning"),
                              QStringLiteral("NOBODY_TOLD warning"),
                              QStringLiteral("NO_PRIVATE_ENDPOINT warning"),
                              QStringLiteral("EXPORT_LEFT_OVER info"),
                              QStringLiteral("NO_EXPORT info"),
                              QStringLiteral("UNUSED_BUCKET info"),
                              QStringLiteral("SHARED_BUCKET info"),
                              QStringLiteral("NOT_READ warning")};
    QCOMPARE(kindsOf(troubled::plantedFindings(someTime(), Reader::Owner)), kinds);
}

void TestAtlasSimChecks::plantsWhatIsThere()
{
    const World world = World::troubled(someTime());
    QSet<QString> known;
    const auto findings = troubled::plantedFindings(someTime(), Reader::Owner);
    for (const PlantedFinding &finding : findings) {
        const Project *project = world.project(finding.projectId);
        QVERIFY(project);
        QVERIFY(finding.cluster.isEmpty() || project->cluster(finding.cluster));
        const bool isListed =
            std::any_of(project->buckets.begin(), project->buckets.end(),
                        [&](const Bucket &bucket) { return bucket.id == finding.bucketId; });
        QVERIFY2(isListed || finding.bucketId.isEmpty()
                     || finding.code == QLatin1String("EXPORT_BUCKET_GONE")
                     || finding.code == QLatin1String("EXPORT_LEFT_OVER"),
                 qPrintable(finding.code));
        const QString all =
            QStringList{finding.code, finding.projectId, finding.cluster, finding.bucketId}.join(
                QLatin1Char('/'));
        QVERIFY2(!known.contains(all), qPrintable(all));
        known.insert(all);
    }
}

void TestAtlasSimChecks::troubledWorldIsSane()
{
    const World world = World::troubled(someTime());
    QSet<QString> ids;
    qsizetype count = 0;
    const auto note = [&](const QString &id) {
        ids.insert(id);
        ++count;
        return id.size() == 24;
    };
    for (const Project &project : world.projects) {
        QVERIFY(note(project.id));
        QCOMPARE(project.clusters.size(), project.clusterCount);
        for (const Bucket &bucket : project.buckets)
            QVERIFY(note(bucket.id));
        for (const Cluster &cluster : project.clusters) {
            QVERIFY(note(cluster.id));
            for (const ExportJob &job : cluster.exportJobs)
                QVERIFY(note(job.id));
        }
        for (const AlertConfiguration &alert : project.alertConfigurations)
            QVERIFY(note(alert.id));
        for (const PrivateEndpoint &endpoint : project.privateEndpoints)
            QVERIFY(note(endpoint.id));
    }
    QCOMPARE(ids.size(), count);
    QVERIFY(newestJob(world) <= someTime());
    QCOMPARE(newestJob(World::troubled(someTime().addDays(1))), newestJob(world).addDays(1));
}

void TestAtlasSimChecks::findsAsMuchAsIsRead()
{
    const auto manager = troubled::plantedFindings(someTime());
    const auto owned = troubled::plantedFindings(someTime(), Reader::Owner);
    const auto viewer = troubled::plantedFindings(someTime(), Reader::Viewer);
    QCOMPARE(owned.size() - manager.size(), countOf(owned, "NO_PRIVATE_ENDPOINT"));
    QCOMPARE(countOf(manager, "NO_PRIVATE_ENDPOINT"), 0);
    QCOMPARE(countOf(viewer, "NOT_READ"), World::troubled(someTime()).projects.size());
    for (const char *code : {"EXPORT_FAILED", "EXPORT_OVERDUE", "EXPORT_NOT_YET", "EXPORT_STUCK",
                             "UNUSED_BUCKET", "NO_PRIVATE_ENDPOINT"})
        QCOMPARE(countOf(viewer, code), 0);
    QCOMPARE(countOf(viewer, "NO_EXPORT"), countOf(manager, "NO_EXPORT"));
}

void TestAtlasSimChecks::servesTroubles()
{
    Simulator simulator(World::troubled());
    QVERIFY(simulator.listen());
    const Curl projects = get(simulator, QStringLiteral("/api/atlas/v2/groups"));
    QCOMPARE(results(projects).size(), simulator.world().projects.size());
    const auto kiosk = findRow(results(projects), "name", QStringLiteral("Kiosk"));
    const QByteArray id = text(kiosk, "id").toLatin1();
    const auto clusters = results(get(simulator, clustersPath(QLatin1String(id))));
    const auto both = findRow(clusters, "name", QStringLiteral("kiosk-both"));
    const auto specs = both.value(QLatin1String("replicationSpecs")).toArray().at(0).toObject();
    QCOMPARE(specs.value(QLatin1String("regionConfigs")).toArray().size(), 2);
    const auto sealed = findRow(results(projects), "name", QStringLiteral("Sealed"));
    const QByteArray sealedId = text(sealed, "id").toLatin1();
    QCOMPARE(get(simulator, bucketsPath(QLatin1String(sealedId))).status, 401);
}

void TestAtlasSimChecks::exportsFromEveryCluster()
{
    const World world = World::withClusters(3, 5, 8);
    QCOMPARE(world.projects.size(), 3);
    for (const Project &project : world.projects) {
        QCOMPARE(project.buckets.size(), 5);
        QCOMPARE(project.clusters.size(), 8);
        QCOMPARE(project.clusterCount, 8);
        QVERIFY(!project.alertConfigurations.isEmpty());
        for (const Cluster &cluster : project.clusters) {
            QVERIFY(cluster.schedule.autoExportEnabled);
            QVERIFY(!cluster.exportJobs.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestAtlasSimChecks)

#include "tst_atlassimchecks.moc"
