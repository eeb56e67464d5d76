// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"
#include "atlas/errors/clusterabsence.h"
#include "atlas/values/utc.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atlas;

namespace {

constexpr QStringView Bucket = u"66c0ffee66c0ffee66c0ffee";

/// What is wrong with the answer that `decode` reads; empty if nothing is.
template<class T>
QString problemIn(const QByteArray &body, Result<T> (*decode)(const QJsonObject &))
{
    const auto value = readAnswer(200, body).and_then(decode);
    return value ? QString() : value.error().detail;
}

QByteArray pageOf(const QByteArray &item)
{
    return "{\"results\":[" + item + "]}";
}

QByteArray jobWith(const QByteArray &fields)
{
    return pageOf("{\"id\":\"66d1000066d1000066d10000\"" + fields + '}');
}

Result<ExportJob> readJob(const QByteArray &fields)
{
    return readAnswer(200, jobWith(fields))
        .and_then(decodeExportJobs)
        .map([](const Page<ExportJob> &page) { return page.results.value(0); });
}

Result<BackupSchedule> readSchedule(const QByteArray &body)
{
    return readAnswer(200, body).and_then(decodeBackupSchedule);
}

Result<CloudProviderRoles> readRoles(const QByteArray &body)
{
    return readAnswer(200, body).and_then(decodeCloudProviderAccess);
}

} // namespace

Q_DECLARE_METATYPE(atlas::ClusterAbsence)

/// Clusters, their schedules and export jobs, and the roles of buckets.
class BackupDecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsClusters();
    void readsSchedules();
    void readsSchedulesWithoutExport_data();
    void readsSchedulesWithoutExport();
    void readsFrequencies_data();
    void readsFrequencies();
    void readsJobs();
    void readsJobsThatTellLittle_data();
    void readsJobsThatTellLittle();
    void readsStates_data();
    void readsStates();
    void passesOverSenselessProgress_data();
    void passesOverSenselessProgress();
    void readsRoles();
    void readsAbsentRoles_data();
    void readsAbsentRoles();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void tellsWhyAClusterHasNoSchedule_data();
    void tellsWhyAClusterHasNoSchedule();
};

void BackupDecodingTest::readsClusters()
{
    const auto page = readAnswer(200, R"({"results":[
        {"id":"66aa","name":"Ledger-0","clusterType":"REPLICASET","backupEnabled":true,"paused":1},
        {"name":"bare","id":null}],"totalCount":2})")
                          .and_then(decodeClusters);
    QVERIFY(page);
    QCOMPARE(page->totalCount, 2);
    const Cluster &whole = page->results[0];
    QCOMPARE(whole.name.toString(), u"Ledger-0"_s);
    QCOMPARE(whole.id, u"66aa"_s);
    QCOMPARE(whole.type, u"REPLICASET"_s);
    QCOMPARE(whole.backupEnabled, true);
    const Cluster &bare = page->results[1];
    QCOMPARE(bare.name.toString(), u"bare"_s);
    QVERIFY(!bare.id && !bare.type && !bare.backupEnabled);
}

void BackupDecodingTest::readsSchedules()
{
    const auto schedule = readSchedule(R"({"autoExportEnabled":true,"export":{
        "exportBucketId":"66c0ffee66c0ffee66c0ffee","frequencyType":"monthly"},
        "nextSnapshot":"2025-03-01T02:30:00+02:00","policies":[{"id":"x"}]})");
    QVERIFY(schedule);
    QVERIFY(schedule->autoExportEnabled);
    QVERIFY(schedule->exportTo);
    QCOMPARE(schedule->exportTo->bucket.toHex(), Bucket.toString());
    QCOMPARE(schedule->exportTo->frequency.kind(), ExportFrequency::Kind::Monthly);
    QCOMPARE(schedule->nextSnapshot, QDateTime({2025, 3, 1}, {0, 30}, atlas::Utc));
}

void BackupDecodingTest::readsSchedulesWithoutExport_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("nulls") << QByteArray(
        R"({"autoExportEnabled":null,"export":null,"nextSnapshot":null})");
    QTest::newRow("no bucket") << QByteArray(R"({"export":{"frequencyType":"yearly"}})");
    QTest::newRow("empty export") << QByteArray(R"({"export":{}})");
    QTest::newRow("no time") << QByteArray(R"({"nextSnapshot":"soon"})");
}

void BackupDecodingTest::readsSchedulesWithoutExport()
{
    QFETCH(const QByteArray, body);
    const auto schedule = readSchedule(body);
    QVERIFY(schedule);
    QCOMPARE(*schedule, BackupSchedule());
}

void BackupDecodingTest::readsFrequencies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ExportFrequency::Kind>("kind");
    QTest::newRow("monthly") << u"monthly"_s << ExportFrequency::Kind::Monthly;
    QTest::newRow("yearly") << u"yearly"_s << ExportFrequency::Kind::Yearly;
    QTest::newRow("daily") << u"daily"_s << ExportFrequency::Kind::Daily;
    QTest::newRow("weekly") << u"weekly"_s << ExportFrequency::Kind::Weekly;
    QTest::newRow("later") << u"everyFortnight"_s << ExportFrequency::Kind::Unknown;
    QTest::newRow("upper case") << u"MONTHLY"_s << ExportFrequency::Kind::Unknown;
    QTest::newRow("empty") << QString() << ExportFrequency::Kind::Unknown;
}

void BackupDecodingTest::readsFrequencies()
{
    QFETCH(const QString, text);
    const auto frequency = ExportFrequency::fromApi(text);
    QTEST(frequency.kind(), "kind");
    QCOMPARE(frequency.apiText(), text);
}

void BackupDecodingTest::readsJobs()
{
    const auto job = readJob(R"(,"exportBucketId":"66c0ffee66c0ffee66c0ffee",
        "snapshotId":"66beef","prefix":"exported_snapshots/o/p/c/t/1","state":"Failed",
        "createdAt":"2025-02-01T00:00:00Z","finishedAt":"2025-02-01T00:10:00.5Z",
        "stateReason":{"errorCode":"DENIED","message":"no access"},
        "exportStatus":{"exportedCollections":3,"totalCollections":9},
        "components":[],"customData":[])");
    QVERIFY(job);
    QCOMPARE(job->id.toHex(), u"66d1000066d1000066d10000"_s);
    QVERIFY(job->bucket);
    QCOMPARE(job->bucket->toHex(), Bucket.toString());
    QCOMPARE(job->snapshotId, u"66beef"_s);
    QCOMPARE(job->prefix, u"exported_snapshots/o/p/c/t/1"_s);
    QCOMPARE(job->state.kind(), ExportJobState::Kind::Failed);
    QCOMPARE(job->created, QDateTime({2025, 2, 1}, {0, 0}, atlas::Utc));
    QCOMPARE(job->finished, QDateTime({2025, 2, 1}, {0, 10, 0, 500}, atlas::Utc));
    QCOMPARE(job->reason, ExportJob::StateReason({u"DENIED"_s, u"no access"_s}));
    QCOMPARE(job->progress, ExportJob::Progress({3, 9}));
    const auto queued = readJob(R"(,"prefix":"exported_snapshots/운영/1","state":"Queued")");
    QVERIFY(queued);
    QCOMPARE(queued->prefix, u"exported_snapshots/운영/1"_s);
}

void BackupDecodingTest::readsJobsThatTellLittle_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("nulls") << QByteArray(R"(,"exportBucketId":null,"snapshotId":null,
        "prefix":null,"state":null,"createdAt":null,"finishedAt":null,"stateReason":null,
        "exportStatus":null)");
    QTest::newRow("no times") << QByteArray(R"(,"createdAt":"yesterday","finishedAt":"")");
}

void BackupDecodingTest::readsJobsThatTellLittle()
{
    QFETCH(const QByteArray, fields);
    const auto job = readJob(fields);
    QVERIFY(job);
    ExportJob expected;
    expected.id = *ExportJobId::fromHex(u"66d1000066d1000066d10000");
    QVERIFY(*job == expected);
}

void BackupDecodingTest::readsStates_data()
{
    using Kind = ExportJobState::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("ended");
    QTest::newRow("queued") << u"Queued"_s << Kind::Queued << false;
    QTest::newRow("in progress") << u"InProgress"_s << Kind::InProgress << false;
    QTest::newRow("successful") << u"Successful"_s << Kind::Successful << true;
    QTest::newRow("failed") << u"Failed"_s << Kind::Failed << true;
    QTest::newRow("cancelled") << u"Cancelled"_s << Kind::Cancelled << true;
    QTest::newRow("later") << u"Paused"_s << Kind::Unknown << false;
    QTest::newRow("empty") << QString() << Kind::Unknown << false;
}

void BackupDecodingTest::readsStates()
{
    QFETCH(const QString, text);
    const auto state = ExportJobState::fromApi(text);
    QTEST(state.kind(), "kind");
    QTEST(state.isEnded(), "ended");
    QCOMPARE(state.apiText(), text);
}

void BackupDecodingTest::passesOverSenselessProgress_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("no total") << QByteArray(R"({"exportedCollections":1})");
    QTest::newRow("nothing done") << QByteArray(R"({"totalCollections":1})");
    QTest::newRow("negative") << QByteArray(R"({"exportedCollections":-1,"totalCollections":1})");
}

void BackupDecodingTest::passesOverSenselessProgress()
{
    QFETCH(const QByteArray, status);
    const auto job = readJob(R"(,"exportStatus":)" + status);
    QVERIFY(job);
    QVERIFY(!job->progress);
}

void BackupDecodingTest::readsRoles()
{
    const auto roles = readRoles(R"({
        "awsIamRoles":[{"roleId":"a1","iamAssumedRoleArn":"arn:aws:iam::1:role/r",
            "atlasAWSAccountArn":"arn:aws:iam::2:root","atlasAssumedRoleExternalId":"e",
            "authorizedDate":"2024-01-02T03:04:05Z","featureUsages":[]},
            {"roleId":"a2","authorizedDate":null},{"iamAssumedRoleArn":"no ID"}],
        "azureServicePrincipals":[{"_id":"z1","servicePrincipalId":"s","tenantId":"t",
            "atlasAzureAppId":"app"}],
        "gcpServiceAccounts":[{"roleId":"g1","gcpServiceAccountForAtlas":"x@y.example",
            "status":"COMPLETE"}]})");
    QVERIFY(roles);
    QCOMPARE(roles->aws.size(), 2);
    QCOMPARE(roles->aws[0],
             AwsRole({u"a1"_s,
                      u"arn:aws:iam::1:role/r"_s,
                      u"arn:aws:iam::2:root"_s,
                      u"e"_s,
                      QDateTime({2024, 1, 2}, {3, 4, 5}, atlas::Utc),
                      {{}, {}, QList<RoleUse>()}}));
    QCOMPARE(roles->aws[1], AwsRole({u"a2"_s, {}, {}, {}, {}, {}}));
    QCOMPARE(roles->azure, QList<AzureRole>({{u"z1"_s, u"s"_s, u"t"_s, u"app"_s, {}}}));
    QCOMPARE(roles->gcp, QList<GcpRole>({{u"g1"_s, u"x@y.example"_s, u"COMPLETE"_s, {}}}));
}

void BackupDecodingTest::readsAbsentRoles_data()
{
    using Providers = QList<CloudProvider::Kind>;
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Providers>("listed");
    QTest::newRow("nothing") << QByteArray("{}") << Providers();
    QTest::newRow("nulls") << QByteArray(
        R"({"awsIamRoles":null,"azureServicePrincipals":null,"gcpServiceAccounts":null})")
                           << Providers();
    QTest::newRow("empty") << QByteArray(
        R"({"awsIamRoles":[],"azureServicePrincipals":[],"gcpServiceAccounts":[]})")
                           << Providers{CloudProvider::Kind::Aws, CloudProvider::Kind::Azure,
                                        CloudProvider::Kind::Gcp};
    QTest::newRow("one") << QByteArray(R"({"azureServicePrincipals":[]})")
                         << Providers{CloudProvider::Kind::Azure};
}

void BackupDecodingTest::readsAbsentRoles()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QList<CloudProvider::Kind>, listed);
    const auto roles = readRoles(body);
    QVERIFY(roles);
    QCOMPARE(*roles, CloudProviderRoles({{}, {}, {}, listed}));
}

void BackupDecodingTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("expected");

    const auto cluster = [](const QByteArray &item) {
        return problemIn(pageOf(item), decodeClusters);
    };
    QTest::newRow("cluster: no name") << cluster("{}") << u"results[0].name: missing"_s;
    QTest::newRow("cluster: bad name")
        << cluster(R"({"name":"a/b"})") << u"results[0].name: not a cluster’s name"_s;
    QTest::newRow("cluster: ID a number")
        << cluster(R"({"name":"a","id":1})") << u"results[0].id: not a string"_s;
    QTest::newRow("cluster: backup a text") << cluster(R"({"name":"a","backupEnabled":"yes"})")
                                            << u"results[0].backupEnabled: not true or false"_s;

    const auto schedule = [](const QByteArray &body) {
        return problemIn(body, decodeBackupSchedule);
    };
    QTest::newRow("schedule: export a list")
        << schedule(R"({"export":[]})") << u"export: not an object"_s;
    QTest::newRow("schedule: bad bucket") << schedule(R"({"export":{"exportBucketId":"x"}})")
                                          << u"export.exportBucketId: not 24 hexadecimal digits"_s;
    QTest::newRow("schedule: frequency a number")
        << schedule(R"({"export":{"frequencyType":1}})") << u"export.frequencyType: not a string"_s;
    QTest::newRow("schedule: time a number")
        << schedule(R"({"nextSnapshot":1})") << u"nextSnapshot: not a string"_s;
    QTest::newRow("schedule: the first of two")
        << schedule(R"({"export":{"frequencyType":1},"nextSnapshot":1})")
        << u"export.frequencyType: not a string"_s;

    const auto job = [](const QByteArray &fields) {
        return problemIn(jobWith(fields), decodeExportJobs);
    };
    QTest::newRow("job: no ID") << problemIn(pageOf("{}"), decodeExportJobs)
                                << u"results[0].id: missing"_s;
    QTest::newRow("job: odd bucket") << job(R"(,"exportBucketId":"odd")")
                                     << u"results[0].exportBucketId: not 24 hexadecimal digits"_s;
    QTest::newRow("job: reason a text")
        << job(R"(,"stateReason":"x")") << u"results[0].stateReason: not an object"_s;
    QTest::newRow("job: message a list") << job(R"(,"stateReason":{"message":[]})")
                                         << u"results[0].stateReason.message: not a string"_s;
    QTest::newRow("job: half a collection")
        << job(R"(,"exportStatus":{"totalCollections":0.5})")
        << u"results[0].exportStatus.totalCollections: not a whole number"_s;
    QTest::newRow("job: created a number")
        << job(R"(,"createdAt":5)") << u"results[0].createdAt: not a string"_s;

    const auto roles = [](const QByteArray &body) {
        return problemIn(body, decodeCloudProviderAccess);
    };
    QTest::newRow("roles: no list")
        << roles(R"({"gcpServiceAccounts":{}})") << u"gcpServiceAccounts: not a list"_s;
    QTest::newRow("roles: no object")
        << roles(R"({"awsIamRoles":[{"roleId":"r"},3]})") << u"awsIamRoles[1]: not an object"_s;
    QTest::newRow("roles: ID a number") << roles(R"({"azureServicePrincipals":[{"_id":1}]})")
                                        << u"azureServicePrincipals[0]._id: not a string"_s;
    QTest::newRow("roles: date a number")
        << roles(R"({"awsIamRoles":[{"roleId":"r","authorizedDate":1}]})")
        << u"awsIamRoles[0].authorizedDate: not a string"_s;
}

void BackupDecodingTest::namesWhatIsWrong()
{
    QFETCH(const QString, problem);
    QTEST(problem, "expected");
}

void BackupDecodingTest::tellsWhyAClusterHasNoSchedule_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ClusterAbsence>("absence");
    QTest::newRow("gone") << 404 << QByteArray("CLUSTER_NOT_FOUND") << ClusterAbsence::Gone;
    QTest::newRow("no backup") << 404 << QByteArray("BACKUP_CONFIG_NOT_FOUND")
                               << ClusterAbsence::NoBackup;
    QTest::newRow("name gone") << 404 << QByteArray("CLUSTER_NAME_NOT_FOUND")
                               << ClusterAbsence::Gone;
    QTest::newRow("no backup job")
        << 400 << QByteArray("BACKUP_JOB_NOT_FOUND") << ClusterAbsence::NoBackup;
    QTest::newRow("other backup") << 400 << QByteArray("PROVIDER_BACKUP_NOT_SUPPORTED")
                                  << ClusterAbsence::NoBackup;
    QTest::newRow("flex") << 400 << QByteArray("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API")
                          << ClusterAbsence::Flex;
    for (const char *code : {"FEATURE_UNSUPPORTED", "UNSUPPORTED_FOR_CURRENT_PLAN",
                             "UNSUPPORTED_FOR_CURRENT_CONFIG", "NO_FREE_TIER_API"})
        QTest::newRow(code) << 403 << QByteArray(code) << ClusterAbsence::NoBackup;
    QTest::newRow("forbidden") << 403 << QByteArray("ACCESS_FORBIDDEN") << ClusterAbsence::None;
    QTest::newRow("another status")
        << 500 << QByteArray("CLUSTER_NOT_FOUND") << ClusterAbsence::None;
    QTest::newRow("project gone") << 404 << QByteArray("GROUP_NOT_FOUND") << ClusterAbsence::None;
    QTest::newRow("no code") << 404 << QByteArray() << ClusterAbsence::None;
}

void BackupDecodingTest::tellsWhyAClusterHasNoSchedule()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    ApiError error = errorFromAnswer(status, R"({"error":0,"errorCode":")" + code + "\"}");
    QTEST(clusterAbsenceIn(error), "absence");
    error.kind = ApiError::Kind::Refused;
    QCOMPARE(clusterAbsenceIn(error), ClusterAbsence::None);
}

QTEST_GUILESS_MAIN(BackupDecodingTest)
#include "tst_backupdecoding.moc"
