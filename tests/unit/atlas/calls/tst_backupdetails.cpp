// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"
#include "atlas/errors/missingrole.h"
#include "atlas/values/utc.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atlas;
using Use = BackupSchedule::Use;

namespace {

const BucketId Bucket = *BucketId::fromHex(u"66c0ffee66c0ffee66c0ffee");

Result<BackupSchedule> scheduleOf(const QByteArray &body)
{
    return readAnswer(200, body).and_then(decodeBackupSchedule);
}

Result<Cluster> clusterOf(const QByteArray &fields)
{
    return readAnswer(200, R"({"results":[{"name":"alpha")" + fields + "}]}")
        .and_then(decodeClusters)
        .map([](const Page<Cluster> &page) { return page.results.value(0); });
}

Result<ExportJob> jobOf(const QByteArray &fields)
{
    return readAnswer(200, R"({"results":[{"id":"66d1000066d1000066d10000")" + fields + "}]}")
        .and_then(decodeExportJobs)
        .map([](const Page<ExportJob> &page) { return page.results.value(0); });
}

} // namespace

Q_DECLARE_METATYPE(atlas::BackupSchedule::Use)

/// What schedules, clusters, jobs and roles tell beyond the least, and what it means.
class BackupDetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesWhetherABucketIsUsed_data();
    void decidesWhetherABucketIsUsed();
    void knowsSchedulesThatNeverExport_data();
    void knowsSchedulesThatNeverExport();
    void readsWhatExplainsClusters();
    void passesOverOddDetails_data();
    void passesOverOddDetails();
    void readsComponentsAndCustomData();
    void readsWhatUsesRoles();
    void tellsAMissingRoleFromOtherRefusals_data();
    void tellsAMissingRoleFromOtherRefusals();
};

void BackupDetailsTest::decidesWhetherABucketIsUsed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Use>("use");
    const QByteArray target = R"("export":{"exportBucketId":"66c0ffee66c0ffee66c0ffee"})";
    const QByteArray other = R"("export":{"exportBucketId":"66c0ffee66c0ffee66c0ffef"})";
    QTest::newRow("on") << QByteArray(R"({"autoExportEnabled":true,)" + target + '}')
                        << Use::AutoExport;
    QTest::newRow("off") << QByteArray(R"({"autoExportEnabled":false,)" + target + '}')
                         << Use::LeftOver;
    QTest::newRow("not told") << QByteArray('{' + target + '}') << Use::LeftOver;
    QTest::newRow("another") << QByteArray(R"({"autoExportEnabled":true,)" + other + '}')
                             << Use::None;
    QTest::newRow("none") << QByteArray(R"({"autoExportEnabled":true})") << Use::None;
}

void BackupDetailsTest::decidesWhetherABucketIsUsed()
{
    QFETCH(const QByteArray, body);
    const auto schedule = scheduleOf(body);
    QVERIFY(schedule);
    QTEST(schedule->useOf(Bucket), "use");
}

void BackupDetailsTest::knowsSchedulesThatNeverExport_data()
{
    QTest::addColumn<QByteArray>("exported");
    QTest::addColumn<QByteArray>("policies");
    QTest::addColumn<bool>("never");
    const auto items = [](const QByteArray &item) {
        return QByteArray(R"(,"policies":[{"policyItems":[{"frequencyType":"hourly"})" + item
                          + "]}]");
    };
    const QByteArray monthly = R"(,{"frequencyType":"monthly"})";
    const QByteArray daily = R"(,{"frequencyType":"daily"})";
    QTest::newRow("taken") << QByteArray("monthly") << items(monthly) << false;
    QTest::newRow("not taken") << QByteArray("monthly") << items(daily) << true;
    QTest::newRow("daily, taken") << QByteArray("daily") << items(daily) << false;
    QTest::newRow("unknown, taken")
        << QByteArray("everyFortnight") << items(R"(,{"frequencyType":"everyFortnight"})") << false;
    QTest::newRow("unknown, not taken") << QByteArray("everyFortnight") << items(daily) << true;
    QTest::newRow("no items") << QByteArray("weekly") << QByteArray(R"(,"policies":[])") << true;
    QTest::newRow("policies not told") << QByteArray("weekly") << QByteArray() << false;
    QTest::newRow("odd policies") << QByteArray("weekly") << QByteArray(R"(,"policies":7)")
                                  << false;
    QTest::newRow("odd items") << QByteArray("monthly")
                               << QByteArray(R"(,"policies":[3,{"policyItems":[null,)"
                                             R"({"frequencyType":"monthly"}]}])")
                               << false;
    QTest::newRow("frequency not told") << QByteArray() << items(daily) << false;
}

void BackupDetailsTest::knowsSchedulesThatNeverExport()
{
    QFETCH(const QByteArray, exported);
    QFETCH(const QByteArray, policies);
    const auto body = [&](const char *on) -> QByteArray {
        return QByteArray(R"({"autoExportEnabled":)") + on
            + R"(,"export":{"exportBucketId":"66c0ffee66c0ffee66c0ffee","frequencyType":")"
            + exported + "\"}" + policies + '}';
    };
    const auto schedule = scheduleOf(body("true"));
    QVERIFY(schedule);
    QTEST(schedule->neverExports(), "never");
    const auto off = scheduleOf(body("false"));
    QVERIFY(off);
    QVERIFY(!off->neverExports());
}

void BackupDetailsTest::readsWhatExplainsClusters()
{
    const auto cluster = clusterOf(R"(,"paused":true,"stateName":"UPDATING","replicationSpecs":[
        {"regionConfigs":[{"providerName":"AWS","regionName":"US_EAST_1"},
            {"providerName":"GCP","regionName":"CENTRAL_US"}]},
        {"regionConfigs":[{"providerName":"AWS","regionName":"US_EAST_1"},
            {"providerName":"TENANT","backingProviderName":"AZURE","regionName":"X"}]}])");
    QVERIFY(cluster);
    QCOMPARE(cluster->paused, true);
    QCOMPARE(cluster->state, u"UPDATING"_s);
    const QList<Cluster::Region> regions{
        {u"AWS"_s, u"US_EAST_1"_s}, {u"GCP"_s, u"CENTRAL_US"_s}, {u"AZURE"_s, u"X"_s}};
    QCOMPARE(cluster->regions, regions);
    QVERIFY(cluster->isFree);
    const auto paid = clusterOf(R"(,"replicationSpecs":[{"regionConfigs":[
        {"providerName":"AWS","backingProviderName":"TENANT"}]}])");
    QVERIFY(paid && !paid->isFree);
}

void BackupDetailsTest::passesOverOddDetails_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("nulls") << QByteArray(R"(,"paused":null,"stateName":null,
        "replicationSpecs":null)");
    QTest::newRow("other types") << QByteArray(R"(,"paused":1,"stateName":[],
        "replicationSpecs":[7,{"regionConfigs":[{"providerName":3},"x"]}])");
}

void BackupDetailsTest::passesOverOddDetails()
{
    QFETCH(const QByteArray, fields);
    const auto cluster = clusterOf(fields);
    QVERIFY(cluster);
    QVERIFY(!cluster->paused && !cluster->state && cluster->regions.isEmpty());
    QVERIFY(!cluster->isFree);
}

void BackupDetailsTest::readsComponentsAndCustomData()
{
    const auto job = jobOf(R"(,"components":[{"exportId":"e1","replicaSetName":"shard-0"},{},5],
        "customData":[{"key":"by","value":"x"},null])");
    QVERIFY(job);
    QCOMPARE(job->components, QList<ExportJob::Component>({{u"e1"_s, u"shard-0"_s}}));
    QCOMPARE(job->customData, QList<ExportJob::CustomData>({{u"by"_s, u"x"_s}}));
    const auto none = jobOf(R"(,"components":null,"customData":7)");
    QVERIFY(none);
    QVERIFY(none->components.isEmpty() && none->customData.isEmpty());
}

void BackupDetailsTest::readsWhatUsesRoles()
{
    const auto roles = readAnswer(200, R"({"azureServicePrincipals":[{"_id":"z1",
            "createdDate":"2024-01-02T03:04:05Z","lastUpdatedDate":"2024-02-02T00:00:00Z",
            "featureUsages":[
                {"featureType":"EXPORT_SNAPSHOT","featureId":{"exportBucketId":"66","groupId":"5f"}},
                {"featureType":"ENCRYPTION_AT_REST","featureId":{"groupId":"5f"}},
                {"featureType":"LATER","featureId":"as it stands"}, 4]},
            {"_id":"z2","createdDate":7,"featureUsages":null}]})")
                           .and_then(decodeCloudProviderAccess);
    QVERIFY(roles);
    const RoleHistory &history = roles->azure[0].history;
    QCOMPARE(history.created, QDateTime({2024, 1, 2}, {3, 4, 5}, atlas::Utc));
    QCOMPARE(history.updated, QDateTime({2024, 2, 2}, {0, 0}, atlas::Utc));
    const QList<RoleUse> uses{{u"EXPORT_SNAPSHOT"_s, u"66"_s},
                              {u"ENCRYPTION_AT_REST"_s, {}},
                              {u"LATER"_s, u"as it stands"_s}};
    QCOMPARE(history.uses, uses);
    QCOMPARE(roles->azure[1].history, RoleHistory());
}

void BackupDetailsTest::tellsAMissingRoleFromOtherRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isRole");
    for (const int status : {401, 403}) {
        for (const char *code : {"USER_UNAUTHORIZED", "NOT_IN_GROUP", "USER_CANNOT_ACCESS_GROUP",
                                 "USER_CANNOT_ACCESS_ORG", "ACCESS_FORBIDDEN"})
            QTest::addRow("%d %s", status, code) << status << QString::fromLatin1(code) << true;
        for (const char *code :
             {"IP_ADDRESS_NOT_ON_ACCESS_LIST", "ORG_REQUIRES_ACCESS_LIST",
              "RESOURCE_REQUIRES_ACCESS_LIST", "FEATURE_UNSUPPORTED", "UNEXPECTED_ERROR", ""})
            QTest::addRow("%d %s", status, code) << status << QString::fromLatin1(code) << false;
    }
    QTest::newRow("another status") << 404 << u"USER_UNAUTHORIZED"_s << false;
    QTest::newRow("no code, another status") << 500 << QString() << false;
}

void BackupDetailsTest::tellsAMissingRoleFromOtherRefusals()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    ApiError error;
    error.status = status;
    error.errorCode = code;
    QTEST(meansMissingRole(error), "isRole");
    error.kind = ApiError::Kind::Proxy;
    QVERIFY(!meansMissingRole(error));
}

QTEST_GUILESS_MAIN(BackupDetailsTest)
#include "tst_backupdetails.moc"
