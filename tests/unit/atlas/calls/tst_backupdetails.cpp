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

Result<AlertConfiguration> alertOf(const QByteArray &fields)
{
    return readAnswer(200, R"({"results":[{"id":"a1","enabled":true)" + fields + "}]}")
        .and_then(decodeAlertConfigurations)
        .map([](const Page<AlertConfiguration> &page) { return page.results.value(0); });
}

Result<PrivateEndpoint> endpointOf(const QByteArray &fields)
{
    return readAnswer(200, R"({"results":[{"id":"e1")" + fields + "}]}")
        .and_then(decodePrivateEndpoints)
        .map([](const Page<PrivateEndpoint> &page) { return page.results.value(0); });
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
    void readsAlertConfigurations();
    void countsWhomAnAlertReaches_data();
    void countsWhomAnAlertReaches();
    void readsPrivateEndpoints();
    void namesWhatIsWrongWithAlertsAndEndpoints_data();
    void namesWhatIsWrongWithAlertsAndEndpoints();
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

void BackupDetailsTest::readsAlertConfigurations()
{
    const auto alert = alertOf(R"(,"eventTypeName":"CPS_EXPORT_FAILED","groupId":"g",
        "created":"2024-01-02T03:04:05Z","severityOverride":null,"threshold":{"units":"RAW"},
        "matchers":[{"fieldName":"CLUSTER_NAME","operator":"EQUALS","value":"alpha"},{}],
        "notifications":[{"typeName":"WEBHOOK","webhookSecret":"made-up"}])");
    QVERIFY(alert);
    const AlertConfiguration expected{
        u"CPS_EXPORT_FAILED"_s,
        true,
        1,
        {{u"CLUSTER_NAME"_s, u"EQUALS"_s, u"alpha"_s}, AlertConfiguration::Matcher()},
        u"a1"_s};
    QCOMPARE(*alert, expected);

    const auto bare = alertOf(R"(,"eventTypeName":null,"matchers":null)");
    QVERIFY(bare);
    QCOMPARE(*bare, AlertConfiguration({{}, true, 0, {}, u"a1"_s}));
    const auto off = readAnswer(200, R"({"results":[{"id":"a2","enabled":false}]})")
                         .and_then(decodeAlertConfigurations);
    QVERIFY(off);
    QCOMPARE(off->results, QList<AlertConfiguration>({{{}, false, 0, {}, u"a2"_s}}));
}

void BackupDetailsTest::countsWhomAnAlertReaches_data()
{
    QTest::addColumn<QByteArray>("notifications");
    QTest::addColumn<int>("recipients");
    QTest::newRow("none") << QByteArray("[]") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
    for (const char *type : {"GROUP", "ORG", "USER", "TEAM"}) {
        const auto row = [type](const char *name, const QByteArray &fields, int recipients) {
            QTest::addRow("%s: %s", type, name)
                << QByteArray(R"([{"typeName":")" + QByteArray(type) + '"' + fields + "}]")
                << recipients;
        };
        row("not told", {}, 0);
        row("neither", R"(,"emailEnabled":false,"smsEnabled":false)", 0);
        row("null", R"(,"emailEnabled":null)", 0);
        row("e-mail", R"(,"emailEnabled":true,"smsEnabled":false)", 1);
        row("text message", R"(,"smsEnabled":true,"roles":["GROUP_OWNER"])", 1);
        row("both", R"(,"smsEnabled":true,"emailEnabled":true)", 1);
    }
    for (const char *type : {"EMAIL", "SMS", "SLACK", "PAGER_DUTY", "OPS_GENIE", "VICTOR_OPS",
                             "DATADOG", "MICROSOFT_TEAMS", "WEBHOOK", "HIP_CHAT", "LATER"}) {
        QTest::newRow(type) << QByteArray(R"([{"emailEnabled":false,"typeName":")"
                                          + QByteArray(type) + R"("}])")
                            << 1;
    }
    QTest::newRow("no type") << QByteArray("[{}]") << 1;
    QTest::newRow("several") << QByteArray(
        R"([{"typeName":"GROUP"},{"typeName":"SMS"},{"typeName":"ORG","emailEnabled":true}])")
                             << 2;
}

void BackupDetailsTest::countsWhomAnAlertReaches()
{
    QFETCH(const QByteArray, notifications);
    const auto alert = alertOf(R"(,"notifications":)" + notifications);
    QVERIFY(alert);
    QTEST(alert->recipients, "recipients");
}

void BackupDetailsTest::readsPrivateEndpoints()
{
    const auto failed = endpointOf(R"(,"cloudProvider":"AWS","regionName":"EU_WEST_1",
        "vpcRegionName":"US_EAST_1","status":"FAILED","errorMessage":"no room",
        "privateEndpointConnectionName":"a name")");
    QVERIFY(failed);
    QCOMPARE(*failed,
             PrivateEndpoint({u"e1"_s, u"EU_WEST_1"_s, u"US_EAST_1"_s, u"FAILED"_s, u"no room"_s}));
    QVERIFY(!failed->isActive());
    const auto active = endpointOf(
        R"(,"regionName":"A","vpcRegionName":"A","status":"ACTIVE","errorMessage":null)");
    QVERIFY(active);
    QVERIFY(active->isActive() && !active->error);
}

/// Where they are, never what they are: alert configurations hold secrets.
void BackupDetailsTest::namesWhatIsWrongWithAlertsAndEndpoints_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("expected");
    const auto alert = [](const QByteArray &item) {
        const auto page =
            readAnswer(200, R"({"results":[)" + item + "]}").and_then(decodeAlertConfigurations);
        return page ? QString() : page.error().detail;
    };
    const auto endpoint = [](const QByteArray &fields) {
        const auto read = endpointOf(fields);
        return read ? QString() : read.error().detail;
    };
    QTest::newRow("alert: no ID") << alert(R"({"enabled":true})") << u"results[0].id: missing"_s;
    QTest::newRow("alert: on or off?")
        << alert(R"({"id":"a"})") << u"results[0].enabled: missing"_s;
    QTest::newRow("alert: enabled a text")
        << alert(R"({"id":"a","enabled":"yes"})") << u"results[0].enabled: not true or false"_s;
    QTest::newRow("alert: type a number") << alert(R"({"id":"a","enabled":true,"eventTypeName":1})")
                                          << u"results[0].eventTypeName: not a string"_s;
    QTest::newRow("alert: a secret for notifications")
        << alert(R"({"id":"a","enabled":true,"notifications":"made-up"})")
        << u"results[0].notifications: not a list"_s;
    QTest::newRow("alert: a secret for a notification")
        << alert(R"({"id":"a","enabled":true,"notifications":["made-up"]})")
        << u"results[0].notifications[0]: not an object"_s;
    QTest::newRow("alert: a secret for a flag")
        << alert(R"({"id":"a","enabled":true,
            "notifications":[{"typeName":"USER","smsEnabled":"made-up"}]})")
        << u"results[0].notifications[0].smsEnabled: not true or false"_s;
    QTest::newRow("alert: matcher a text") << alert(R"({"id":"a","enabled":true,"matchers":["x"]})")
                                           << u"results[0].matchers[0]: not an object"_s;
    QTest::newRow("alert: matcher’s value a number")
        << alert(R"({"id":"a","enabled":true,"matchers":[{"value":1}]})")
        << u"results[0].matchers[0].value: not a string"_s;
    QTest::newRow("endpoint: nothing") << endpoint({}) << u"results[0].regionName: missing"_s;
    QTest::newRow("endpoint: from nowhere") << endpoint(R"(,"regionName":"A","status":"ACTIVE")")
                                            << u"results[0].vpcRegionName: missing"_s;
    QTest::newRow("endpoint: no state")
        << endpoint(R"(,"regionName":"A","vpcRegionName":"A")") << u"results[0].status: missing"_s;
    QTest::newRow("endpoint: error a list")
        << endpoint(R"(,"regionName":"A","vpcRegionName":"A","status":"B","errorMessage":[])")
        << u"results[0].errorMessage: not a string"_s;
}

void BackupDetailsTest::namesWhatIsWrongWithAlertsAndEndpoints()
{
    QFETCH(const QString, problem);
    QTEST(problem, "expected");
}

void BackupDetailsTest::tellsAMissingRoleFromOtherRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isRole");
    for (const int status : {401, 403}) {
        for (const char *code :
             {"USER_UNAUTHORIZED", "NOT_IN_GROUP", "USER_NOT_IN_GROUP", "USER_CANNOT_ACCESS_GROUP",
              "USER_CANNOT_ACCESS_ORG", "ACCESS_FORBIDDEN", "NOT_ORG_OWNER",
              "API_KEY_ACCESS_LIST_ACCESS_DENIED"})
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
    QCOMPARE(refusesCredential(error), status == 401 && !meansMissingRole(error));
    error.kind = ApiError::Kind::Proxy;
    QVERIFY(!meansMissingRole(error));
}

QTEST_GUILESS_MAIN(BackupDetailsTest)
#include "tst_backupdetails.moc"
