// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

#include <QTest>

using namespace atlassim;
using namespace testclient;

namespace {

const QLatin1String Payments = sample::PaymentsProd;

QStringList viewer()
{
    return acceptVersion(QStringLiteral("2025-02-19"))
        + digest(sample::ViewerPublicKey, sample::ViewerPrivateKey);
}

} // namespace

/// Clusters, schedules and roles, and who may see them and their jobs.
class TestAtlasSimBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listsClusters();
    void pagesClusters();
    void givesSchedules_data();
    void givesSchedules();
    void listsRoles();
    void rolesMayBeUnauthorised();
    void rolesMayBeIncomplete();
    void projectsMayHaveNoRoles();

    void refusesClusters_data();
    void refusesClusters();
    void refusesAsAClusterIsTold();
    void refusesProjects_data();
    void refusesProjects();

    void viewersSeeAllButJobs_data();
    void viewersSeeAllButJobs();
    void viewersByTokenSeeAllButJobs();
    void managersByTokenSeeJobs();

    void sharesTheRateLimitOfBackups();
    void limitsOtherCallsByThemselves_data();
    void limitsOtherCallsByThemselves();
    void negotiatesVersions_data();
    void negotiatesVersions();

private:
    QStringList withToken(const QStringList &credentials);

    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSimBackups::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

QStringList TestAtlasSimBackups::withToken(const QStringList &credentials)
{
    const QString token = text(askForToken(*m_simulator, credentials).json(), "access_token");
    return acceptVersion(QStringLiteral("2025-02-19"))
        + header(QStringLiteral("Authorization"), "Bearer " + token.toLatin1());
}

void TestAtlasSimBackups::listsClusters()
{
    const Curl answer = get(*m_simulator, clustersPath(Payments));
    QCOMPARE(answer.status, 200);
    const auto rows = results(answer);
    QCOMPARE(rows.size(), 6);
    const auto first = rows.at(0).toObject();
    QCOMPARE(text(first, "name"), paymentsCluster(1));
    QCOMPARE(text(first, "id").size(), 24);
    QCOMPARE(text(first, "groupId"), Payments);
    QCOMPARE(text(first, "clusterType"), QStringLiteral("REPLICASET"));
    QCOMPARE(first.value(QLatin1String("backupEnabled")), QJsonValue(true));
    QCOMPARE(text(rows.at(2).toObject(), "clusterType"), QStringLiteral("SHARDED"));
    QCOMPARE(rows.at(5).toObject().value(QLatin1String("backupEnabled")), QJsonValue(false));

    const auto ephemeral = results(get(*m_simulator, clustersPath(sample::AtlasCliE2e)));
    QCOMPARE(ephemeral.size(), 5);
    QCOMPARE(results(get(*m_simulator, clustersPath(sample::Sandbox))).size(), 0);
}

void TestAtlasSimBackups::pagesClusters()
{
    const QString query = QStringLiteral("?itemsPerPage=4&pageNum=2");
    const Curl answer = get(*m_simulator, QString(clustersPath(Payments) + query));
    QCOMPARE(results(answer).size(), 2);
    QCOMPARE(links(answer), (QStringList{QStringLiteral("self"), QStringLiteral("previous")}));
    QCOMPARE(answer.json().value(QLatin1String("totalCount")).toInt(), 6);
}

void TestAtlasSimBackups::givesSchedules_data()
{
    QTest::addColumn<QLatin1String>("project");
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<bool>("on");
    QTest::addColumn<int>("bucket");
    QTest::addColumn<QString>("frequency");
    const QString monthly = QStringLiteral("monthly");
    QTest::newRow("monthly") << Payments << paymentsCluster(1) << true << 0 << monthly;
    QTest::newRow("yearly") << Payments << paymentsCluster(3) << true << 0
                            << QStringLiteral("yearly");
    QTest::newRow("left over") << Payments << paymentsCluster(4) << false
                               << sample::LeftoverExportBucket << monthly;
    QTest::newRow("no export") << sample::Search << QStringLiteral("kestrel-search-02") << false
                               << -1 << QString();
}

void TestAtlasSimBackups::givesSchedules()
{
    QFETCH(const QLatin1String, project);
    QFETCH(const QString, cluster);
    QFETCH(const bool, on);
    QFETCH(const int, bucket);
    QFETCH(const QString, frequency);
    const Curl answer = get(*m_simulator, schedulePath(project, cluster));
    QCOMPARE(answer.status, 200);
    const QJsonObject json = answer.json();
    QCOMPARE(text(json, "clusterName"), cluster);
    QCOMPARE(text(json, "clusterId").size(), 24);
    QCOMPARE(text(json, "nextSnapshot"), QStringLiteral("2026-08-11T02:15:00Z"));
    QCOMPARE(json.value(QLatin1String("autoExportEnabled")), QJsonValue(on));
    const auto policies = json.value(QLatin1String("policies")).toArray();
    QCOMPARE(policies.at(0).toObject().value(QLatin1String("policyItems")).toArray().size(), 5);
    QCOMPARE(json.contains(QLatin1String("export")), bucket >= 0);
    const auto target = json.value(QLatin1String("export")).toObject();
    QCOMPARE(text(target, "frequencyType"), frequency);
    if (bucket >= 0) {
        QCOMPARE(text(target, "exportBucketId"),
                 m_simulator->world().project(project)->buckets[bucket].id);
    }
}

void TestAtlasSimBackups::listsRoles()
{
    const Curl answer = get(*m_simulator, accessPath(Payments));
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json().contains(QLatin1String("results")));
    const Project &project = *m_simulator->world().project(Payments);
    const auto roles = answer.json().value(QLatin1String("awsIamRoles")).toArray();
    const auto role = findRow(roles, "roleId", *project.buckets[0].iamRoleId);
    QVERIFY(text(role, "iamAssumedRoleArn").startsWith(QLatin1String("arn:aws:iam::")));
    QVERIFY(text(role, "atlasAWSAccountArn").endsWith(QLatin1String(":root")));
    QCOMPARE(text(role, "atlasAssumedRoleExternalId").size(), 36);
    QCOMPARE(text(role, "authorizedDate"), QStringLiteral("2023-02-01T00:15:00Z"));
    QCOMPARE(text(role, "providerName"), QStringLiteral("AWS"));
    const auto usage = role.value(QLatin1String("featureUsages")).toArray().at(0).toObject();
    QCOMPARE(text(usage, "featureType"), QStringLiteral("EXPORT_SNAPSHOT"));
    QCOMPARE(text(usage.value(QLatin1String("featureId")).toObject(), "exportBucketId"),
             project.buckets[0].id);

    const auto principals = answer.json().value(QLatin1String("azureServicePrincipals")).toArray();
    const auto principal = findRow(principals, "_id", *project.buckets[1].roleId);
    QCOMPARE(text(principal, "tenantId"), *project.buckets[1].tenantId);
    QCOMPARE(text(principal, "servicePrincipalId").size(), 36);
    QCOMPARE(text(principal, "atlasAzureAppId").size(), 36);

    const auto accounts = answer.json().value(QLatin1String("gcpServiceAccounts")).toArray();
    const auto account = findRow(accounts, "roleId", *project.buckets[2].roleId);
    QCOMPARE(text(account, "status"), QStringLiteral("COMPLETE"));
    QVERIFY(text(account, "gcpServiceAccountForAtlas").contains(u'@'));
}

void TestAtlasSimBackups::rolesMayBeUnauthorised()
{
    const auto roles = get(*m_simulator, accessPath(Payments))
                           .json()
                           .value(QLatin1String("awsIamRoles"))
                           .toArray();
    const auto role = findRow(roles, "roleId", sample::UnauthorisedRole);
    QVERIFY(role.value(QLatin1String("authorizedDate")).isNull());
    QVERIFY(role.value(QLatin1String("iamAssumedRoleArn")).isNull());
    QVERIFY(!text(role, "createdDate").isEmpty());
}

void TestAtlasSimBackups::rolesMayBeIncomplete()
{
    const auto accounts = get(*m_simulator, accessPath(sample::PartnerIntegrations))
                              .json()
                              .value(QLatin1String("gcpServiceAccounts"))
                              .toArray();
    const auto account = findRow(accounts, "roleId", sample::IncompleteRole);
    QCOMPARE(text(account, "status"), QStringLiteral("IN_PROGRESS"));
    QVERIFY(!account.contains(QLatin1String("gcpServiceAccountForAtlas")));
}

void TestAtlasSimBackups::projectsMayHaveNoRoles()
{
    const QJsonObject none = get(*m_simulator, accessPath(sample::Sandbox)).json();
    for (const char *kind : {"awsIamRoles", "azureServicePrincipals", "gcpServiceAccounts"})
        QCOMPARE(none.value(QLatin1String(kind)), QJsonValue(QJsonArray()));
}

void TestAtlasSimBackups::refusesClusters_data()
{
    QTest::addColumn<QLatin1String>("project");
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, QLatin1String project, const QString &cluster, int status,
                        const char *code) {
        QTest::newRow(name) << project << cluster << status << QString::fromLatin1(code);
    };
    row("unknown", Payments, QStringLiteral("nowhere"), 404, "CLUSTER_NOT_FOUND");
    row("of another project", sample::Search, paymentsCluster(1), 404, "CLUSTER_NOT_FOUND");
    row("gone", sample::AtlasCliE2e, QStringLiteral("e2e-cluster-05"), 404, "CLUSTER_NOT_FOUND");
    row("flex", Payments, paymentsCluster(5), 400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
    row("without backup", Payments, paymentsCluster(6), 404, "BACKUP_CONFIG_NOT_FOUND");
    row("dash first", Payments, QStringLiteral("-a"), 400, "INVALID_PATH_PARAMETER");
    row("underscore", Payments, QStringLiteral("a_b"), 400, "INVALID_PATH_PARAMETER");
    row("not ASCII", Payments, QStringLiteral("%EA%B2%B0"), 400, "INVALID_PATH_PARAMETER");
}

void TestAtlasSimBackups::refusesClusters()
{
    QFETCH(const QLatin1String, project);
    QFETCH(const QString, cluster);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    for (const QString &path : {schedulePath(project, cluster), exportsPath(project, cluster)}) {
        const Curl answer = get(*m_simulator, path);
        QCOMPARE(answer.status, status);
        QCOMPARE(errorCode(answer.json()), code);
        QCOMPARE(answer.json().value(QLatin1String("error")).toInt(), status);
    }
}

void TestAtlasSimBackups::refusesAsAClusterIsTold()
{
    m_simulator->world().project(Payments)->cluster(paymentsCluster(2))->refusal =
        AtlasError{403, QStringLiteral("RESOURCE_REQUIRES_ACCESS_LIST")};
    QCOMPARE(get(*m_simulator, schedulePath(Payments, paymentsCluster(2))).status, 403);
    const Curl answer = get(*m_simulator, exportsPath(Payments, paymentsCluster(2)));
    QCOMPARE(errorCode(answer.json()), QStringLiteral("RESOURCE_REQUIRES_ACCESS_LIST"));
    QCOMPARE(get(*m_simulator, schedulePath(Payments, paymentsCluster(1))).status, 200);
    QCOMPARE(results(get(*m_simulator, clustersPath(Payments))).size(), 6);
}

void TestAtlasSimBackups::refusesProjects_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, QString (*path)(QLatin1String)) {
        QTest::newRow(name) << path(QLatin1String("%1"));
    };
    row("clusters", clustersPath);
    row("access", accessPath);
    row("schedule", [](QLatin1String id) { return schedulePath(id, QStringLiteral("a")); });
    row("exports", [](QLatin1String id) { return exportsPath(id, QStringLiteral("a")); });
}

void TestAtlasSimBackups::refusesProjects()
{
    QFETCH(const QString, path);
    const auto codeFor = [&](QLatin1String project, const QStringList &arguments) {
        return errorCode(get(*m_simulator, path.arg(project), arguments).json());
    };
    const QStringList version = acceptVersion(QStringLiteral("2025-02-19"));
    QCOMPARE(codeFor(QLatin1String("111111111111111111111111"), version + digest()),
             QStringLiteral("GROUP_NOT_FOUND"));
    QCOMPARE(codeFor(QLatin1String("XYZ"), version + digest()), QStringLiteral("INVALID_GROUP_ID"));
    QCOMPARE(codeFor(sample::Legacy, version + digest()),
             QStringLiteral("IP_ADDRESS_NOT_ON_ACCESS_LIST"));
    QCOMPARE(codeFor(Payments,
                     version + digest(sample::PowerlessPublicKey, sample::PowerlessPrivateKey)),
             QStringLiteral("USER_UNAUTHORIZED"));
    QCOMPARE(codeFor(Payments, version), QStringLiteral("UNEXPECTED_ERROR"));
}

void TestAtlasSimBackups::viewersSeeAllButJobs_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const QString nowhere = QStringLiteral("nowhere");
    QTest::newRow("project") << groupPath(Payments) << 200;
    QTest::newRow("buckets") << bucketsPath(Payments) << 200;
    QTest::newRow("clusters") << clustersPath(Payments) << 200;
    QTest::newRow("schedule") << schedulePath(Payments, paymentsCluster(1)) << 200;
    QTest::newRow("access") << accessPath(Payments) << 200;
    QTest::newRow("jobs") << exportsPath(Payments, paymentsCluster(1)) << 401;
    QTest::newRow("jobs of a flex cluster") << exportsPath(Payments, paymentsCluster(5)) << 401;
    QTest::newRow("jobs of no cluster") << exportsPath(Payments, nowhere) << 401;
}

void TestAtlasSimBackups::viewersSeeAllButJobs()
{
    QFETCH(const QString, path);
    QFETCH(const int, status);
    const Curl answer = get(*m_simulator, path, viewer());
    QCOMPARE(answer.status, status);
    if (status == 401) {
        QCOMPARE(errorCode(answer.json()), QStringLiteral("USER_UNAUTHORIZED"));
        QVERIFY(answer.header("WWW-Authenticate").isEmpty());
    }
}

void TestAtlasSimBackups::viewersByTokenSeeAllButJobs()
{
    const QStringList token =
        withToken(clientCredentials(sample::ViewerClientSecret, sample::ViewerClientId));
    QCOMPARE(get(*m_simulator, schedulePath(Payments, paymentsCluster(1)), token).status, 200);
    QCOMPARE(get(*m_simulator, accessPath(Payments), token).status, 200);
    const Curl answer = get(*m_simulator, exportsPath(Payments, paymentsCluster(1)), token);
    QCOMPARE(answer.status, 401);
    QCOMPARE(errorCode(answer.json()), QStringLiteral("USER_UNAUTHORIZED"));
}

void TestAtlasSimBackups::managersByTokenSeeJobs()
{
    const QStringList token = withToken(clientCredentials());
    const Curl answer = get(*m_simulator, exportsPath(Payments, paymentsCluster(1)), token);
    QCOMPARE(answer.status, 200);
    QVERIFY(!results(answer).isEmpty());
}

void TestAtlasSimBackups::sharesTheRateLimitOfBackups()
{
    m_simulator->options().rateCapacity = 3;
    m_simulator->options().rateRefill = 1;
    QCOMPARE(get(*m_simulator, bucketsPath(Payments)).status, 200);
    QCOMPARE(get(*m_simulator, schedulePath(Payments, paymentsCluster(1))).status, 200);
    const Curl last = get(*m_simulator, exportsPath(Payments, paymentsCluster(1)));
    QCOMPARE(last.header("RateLimit-Remaining"), QByteArray("0"));
    const Curl limited = get(*m_simulator, schedulePath(Payments, paymentsCluster(2)));
    QCOMPARE(limited.status, 429);
    QCOMPARE(errorCode(limited.json()), QStringLiteral("RATE_LIMITED_TOKEN_BUCKET"));
    QCOMPARE(get(*m_simulator, bucketsPath(sample::Search)).status, 200);
}

void TestAtlasSimBackups::limitsOtherCallsByThemselves_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("otherProject");
    QTest::newRow("clusters") << clustersPath(Payments) << clustersPath(sample::Search);
    QTest::newRow("access") << accessPath(Payments) << accessPath(sample::Search);
}

void TestAtlasSimBackups::limitsOtherCallsByThemselves()
{
    QFETCH(const QString, path);
    QFETCH(const QString, otherProject);
    m_simulator->options().rateCapacity = 1;
    m_simulator->options().rateRefill = 1;
    QCOMPARE(get(*m_simulator, path).status, 200);
    QCOMPARE(get(*m_simulator, path).status, 429);
    QCOMPARE(get(*m_simulator, otherProject).status, 200);
    QCOMPARE(get(*m_simulator, bucketsPath(Payments)).status, 200);
}

void TestAtlasSimBackups::negotiatesVersions_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("clusters") << clustersPath(Payments) << QByteArray("2024-08-05");
    QTest::newRow("schedule") << schedulePath(Payments, paymentsCluster(1))
                              << QByteArray("2024-08-05");
    QTest::newRow("jobs") << exportsPath(Payments, paymentsCluster(1)) << QByteArray("2023-01-01");
    QTest::newRow("access") << accessPath(Payments) << QByteArray("2023-01-01");
}

void TestAtlasSimBackups::negotiatesVersions()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, version);
    QCOMPARE(get(*m_simulator, path).header("Content-Type"),
             QByteArray("application/vnd.atlas." + version + "+json;charset=utf-8"));
    const QStringList old = acceptVersion(QStringLiteral("2022-01-01")) + digest();
    QCOMPARE(get(*m_simulator, path, old).status, 406);
}

QTEST_GUILESS_MAIN(TestAtlasSimBackups)

#include "tst_atlassimbackups.moc"
