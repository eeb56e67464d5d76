// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/sampleworld.h"

#include "tests/atlassim/api/backupjson.h"
#include "tests/atlassim/world/backupmaker.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace atlassim;

namespace {

QSet<QString> roleIds(const CloudProviderAccess &access)
{
    QSet<QString> ids;
    for (const auto &role : access.awsIamRoles)
        ids.insert(role.roleId);
    for (const auto &principal : access.azureServicePrincipals)
        ids.insert(principal.id);
    for (const auto &account : access.gcpServiceAccounts)
        ids.insert(account.roleId);
    return ids;
}

/// Those that buckets name and the project does not have.
QSet<QString> missingRoles(const Project &project)
{
    QSet<QString> missing;
    for (const auto &bucket : project.buckets) {
        for (const auto &role : {bucket.iamRoleId, bucket.roleId}) {
            if (role)
                missing.insert(*role);
        }
    }
    return missing.subtract(roleIds(project.cloudProviderAccess));
}

bool isBucketOf(const Project &project, const QString &bucketId)
{
    return std::any_of(project.buckets.cbegin(), project.buckets.cend(),
                       [&](const Bucket &bucket) { return bucket.id == bucketId; });
}

bool hasEnded(ExportState state)
{
    return state != ExportState::Queued && state != ExportState::InProgress;
}

QList<ExportJob> jobsTo(const Project &project, const QString &bucketId)
{
    QList<ExportJob> jobs;
    for (const auto &cluster : project.clusters) {
        for (const auto &job : cluster.exportJobs) {
            if (job.exportBucketId == bucketId)
                jobs.append(job);
        }
    }
    std::sort(jobs.begin(), jobs.end(),
              [](const auto &a, const auto &b) { return a.createdAt > b.createdAt; });
    return jobs;
}

qsizetype countOf(const QList<ExportJob> &jobs, ExportState state)
{
    return std::count_if(jobs.cbegin(), jobs.cend(),
                         [&](const ExportJob &job) { return job.state == state; });
}

} // namespace

class TestAtlasSimWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleWorldIsSane();
    void sampleClustersAreSane();
    void sampleJobsAreSane();
    void sampleSchedulesNameBuckets();
    void everyRoleIsThereButTheExceptions();
    void roleExceptionsAreAsTold();
    void paymentsShowEveryCase();
    void sampleIsTheSameEachTime();
    void syntheticWorldIsUnique();
    void addsClustersByTurns_data();
    void addsClustersByTurns();
    void addsClustersWhereNoBucketIs();
};

void TestAtlasSimWorld::sampleWorldIsSane()
{
    QSet<QString> ids;
    const World world = sample::world();
    QCOMPARE(world.projects.size(), 14);
    for (const auto &project : world.projects) {
        QCOMPARE(project.id.size(), 24);
        ids.insert(project.id);
        for (const auto &bucket : project.buckets) {
            QCOMPARE(bucket.id.size(), 24);
            QVERIFY(!ids.contains(bucket.id));
            ids.insert(bucket.id);
            const qint64 year =
                QDateTime::fromSecsSinceEpoch(bucket.id.left(8).toLongLong({}, 16)).date().year();
            QVERIFY(year >= 2023 && year <= 2026);
            QVERIFY(bucket.bucketName.size() >= 3 && bucket.bucketName.size() <= 63);
            QCOMPARE(bucket.bucketName.toLower(), bucket.bucketName);
        }
    }
    QCOMPARE(world.project(sample::PaymentsProd)->buckets.size(), 31);
    QCOMPARE(world.project(sample::AtlasCliE2e)->buckets.size(), 2508);
    QCOMPARE(world.project(sample::DisasterRecovery)->buckets[0].bucketName.size(), 63);
}

void TestAtlasSimWorld::sampleClustersAreSane()
{
    static const QRegularExpression validName(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9-]*$"));
    QSet<QString> ids;
    qsizetype clusters = 0;
    const World world = sample::world();
    for (const auto &project : world.projects) {
        QCOMPARE(project.clusters.size(), project.clusterCount);
        clusters += project.clusters.size();
        QSet<QString> names;
        for (const auto &cluster : project.clusters) {
            QVERIFY(validName.match(cluster.name).hasMatch());
            QCOMPARE(cluster.id.size(), 24);
            names.insert(cluster.name);
            ids.insert(cluster.id);
        }
        QCOMPARE(names.size(), project.clusterCount);
    }
    QCOMPARE(ids.size(), clusters);
}

void TestAtlasSimWorld::sampleJobsAreSane()
{
    const QDateTime first(QDate(2025, 1, 1), QTime(0, 0), QTimeZone::utc());
    const QDateTime last(QDate(2026, 8, 31), QTime(23, 59), QTimeZone::utc());
    QSet<QString> ids;
    qsizetype jobs = 0;
    const World world = sample::world();
    for (const auto &project : world.projects) {
        for (const auto &cluster : project.clusters) {
            jobs += cluster.exportJobs.size();
            for (const auto &job : cluster.exportJobs) {
                ids.insert(job.id);
                QCOMPARE(job.id.size(), 24);
                QCOMPARE(job.snapshotId.size(), 24);
                QVERIFY(isBucketOf(project, job.exportBucketId));
                QVERIFY(job.exportBucketId.left(8) <= job.id.left(8));
                QVERIFY(job.createdAt >= first && job.createdAt <= last);
                QCOMPARE(job.finishedAt.has_value(), hasEnded(job.state));
                QVERIFY(!job.finishedAt || *job.finishedAt > job.createdAt);
                QCOMPARE(job.stateReason.has_value(), job.state == ExportState::Failed);
                QVERIFY(job.exportedCollections <= job.totalCollections);
                QVERIFY(job.prefix.startsWith(QStringLiteral("exported_snapshots/%1/%2/%3/")
                                                  .arg(project.orgId, project.id, cluster.name)));
            }
        }
    }
    QCOMPARE(ids.size(), jobs);
}

void TestAtlasSimWorld::sampleSchedulesNameBuckets()
{
    const World world = sample::world();
    for (const auto &project : world.projects) {
        for (const auto &cluster : project.clusters) {
            const auto &schedule = cluster.schedule;
            QVERIFY(schedule.target || !schedule.autoExportEnabled);
            QVERIFY(!schedule.target || isBucketOf(project, schedule.target->exportBucketId));
        }
    }
}

void TestAtlasSimWorld::everyRoleIsThereButTheExceptions()
{
    const World world = sample::world();
    for (const auto &project : world.projects) {
        const QSet<QString> expected =
            project.id == sample::Search ? QSet<QString>{sample::MissingRole} : QSet<QString>();
        QCOMPARE(missingRoles(project), expected);
        for (const auto &role : project.cloudProviderAccess.awsIamRoles)
            QCOMPARE(!role.authorizedDate, role.roleId == sample::UnauthorisedRole);
        for (const auto &account : project.cloudProviderAccess.gcpServiceAccounts)
            QCOMPARE(account.status != GcpRoleStatus::Complete,
                     account.roleId == sample::IncompleteRole);
    }
}

void TestAtlasSimWorld::roleExceptionsAreAsTold()
{
    const World world = sample::world();
    const Project &payments = *world.project(sample::PaymentsProd);
    QCOMPARE(*payments.buckets.last().iamRoleId, sample::UnauthorisedRole);
    QVERIFY(roleIds(payments.cloudProviderAccess).contains(sample::UnauthorisedRole));
    const Project &partners = *world.project(sample::PartnerIntegrations);
    QCOMPARE(*partners.buckets.last().roleId, sample::IncompleteRole);
    QVERIFY(roleIds(partners.cloudProviderAccess).contains(sample::IncompleteRole));
}

void TestAtlasSimWorld::paymentsShowEveryCase()
{
    const World world = sample::world();
    const Project &payments = *world.project(sample::PaymentsProd);
    const auto &clusters = payments.clusters;
    const QString firstBucket = payments.buckets[0].id;
    for (const qsizetype i : {0, 1, 2}) {
        QVERIFY(clusters[i].schedule.autoExportEnabled);
        QCOMPARE(clusters[i].schedule.target->exportBucketId, firstBucket);
    }
    QCOMPARE(clusters[2].schedule.target->frequency, ExportFrequency::Yearly);
    QVERIFY(!clusters[3].schedule.autoExportEnabled);
    QCOMPARE(clusters[3].schedule.target->exportBucketId,
             payments.buckets[sample::LeftoverExportBucket].id);
    QCOMPARE(clusters[4].kind, ClusterKind::Flex);
    QVERIFY(!clusters[5].backupEnabled);

    const auto jobs = jobsTo(payments, firstBucket);
    QVERIFY(jobs.size() >= 35);
    QCOMPARE(jobs[0].state, ExportState::InProgress);
    QCOMPARE(countOf(jobs.first(30), ExportState::Failed), 2);
    QCOMPARE(countOf(jobs.first(30), ExportState::InProgress), 1);
    QCOMPARE(countOf(jobs.first(30), ExportState::Cancelled), 1);
}

void TestAtlasSimWorld::sampleIsTheSameEachTime()
{
    const auto text = [] {
        QJsonArray all;
        const World world = sample::world();
        for (const auto &project : world.projects) {
            for (const auto &cluster : project.clusters) {
                all.append(clusterJson(project, cluster));
                all.append(scheduleJson(cluster));
                for (const auto &job : cluster.exportJobs)
                    all.append(exportJobJson(job));
            }
        }
        return all;
    };
    QCOMPARE(text(), text());
}

void TestAtlasSimWorld::syntheticWorldIsUnique()
{
    const World world = World::withProjects(10, 10000);
    QSet<QString> ids;
    for (const auto &project : world.projects) {
        for (const auto &bucket : project.buckets)
            ids.insert(bucket.id);
        QCOMPARE(project.clusters.size(), project.clusterCount);
        QVERIFY(missingRoles(project).isEmpty());
    }
    QCOMPARE(ids.size(), 100000);
    QVERIFY(world.apiKey(sample::PublicKey));
}

void TestAtlasSimWorld::addsClustersByTurns_data()
{
    QTest::addColumn<int>("clusters");
    QTest::addColumn<int>("jobs");
    QTest::newRow("as many as Atlas allows") << 25 << 40;
    QTest::newRow("many more") << 300 << 3;
    QTest::newRow("without jobs") << 2 << 0;
}

void TestAtlasSimWorld::addsClustersByTurns()
{
    QFETCH(const int, clusters);
    QFETCH(const int, jobs);
    World world = World::withProjects(1, 4);
    Project &project = world.projects[0];
    const qsizetype before = project.clusters.size();
    addClusters(project, clusters, jobs);
    QCOMPARE(project.clusters.size(), before + clusters);
    QCOMPARE(project.clusterCount, before + clusters);

    QSet<QString> ids;
    QSet<QString> names;
    for (qsizetype i = before; i < project.clusters.size(); ++i) {
        const Cluster &cluster = project.clusters[i];
        QCOMPARE(cluster.schedule.target->exportBucketId, project.buckets[i % 4].id);
        QCOMPARE(cluster.exportJobs.size(), jobs);
        names.insert(cluster.name);
        for (const auto &job : cluster.exportJobs)
            ids.insert(job.id);
    }
    QCOMPARE(names.size(), clusters);
    QCOMPARE(ids.size(), clusters * jobs);
}

void TestAtlasSimWorld::addsClustersWhereNoBucketIs()
{
    World world = sample::world();
    Project &sandbox = *world.project(sample::Sandbox);
    addClusters(sandbox, 2, 5);
    QCOMPARE(sandbox.clusterCount, 2);
    QVERIFY(!sandbox.clusters[0].schedule.target);
    QVERIFY(sandbox.clusters[1].exportJobs.isEmpty());
}

QTEST_GUILESS_MAIN(TestAtlasSimWorld)

#include "tst_atlassimworld.moc"
