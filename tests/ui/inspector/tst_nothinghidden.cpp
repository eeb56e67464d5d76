// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/inspector/fieldvalue.h"

#include <QGroupBox>
#include <QHeaderView>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::findByName;

namespace {

QString below(const QString &path)
{
    return u"/api/atlas/v2/groups/"_s + atlassim::sample::PaymentsProd + path;
}

constexpr const char *AwsBucket = R"({"_id":"66c0ffee00000000000000a1",
    "bucketName":"distinct-aws-bucket","cloudProvider":"AWS","iamRoleId":"63d9ab800000000000000a01",
    "region":"ap-distinct-7","requirePrivateNetworking":true})";
constexpr const char *AzureBucket = R"({"_id":"66c0ffee00000000000000a2",
    "bucketName":"distinct-azure","cloudProvider":"AZURE","roleId":"63d9ab800000000000000a02",
    "serviceUrl":"https://distinct.blob.core.windows.net","tenantId":"tenant-of-bucket"})";
constexpr const char *GcpBucket = R"({"_id":"66c0ffee00000000000000a3",
    "bucketName":"distinct-gcp","cloudProvider":"GCP","roleId":"63d9ab800000000000000a03"})";

constexpr const char *Roles = R"({"awsIamRoles":[{"roleId":"63d9ab800000000000000a01",
    "providerName":"AWS","iamAssumedRoleArn":"arn:distinct:assumed",
    "atlasAWSAccountArn":"arn:distinct:account","atlasAssumedRoleExternalId":"external-distinct",
    "authorizedDate":"2021-03-04T05:06:07Z","createdDate":"2021-02-03T04:05:06Z","featureUsages":[
    {"featureType":"EXPORT_SNAPSHOT","featureId":{"exportBucketId":"used-bucket","groupId":"5f"}},
    {"featureType":"ATLAS_DATA_LAKE","featureId":{"name":"used-lake","groupId":"5f"}},
    {"featureType":"PUSH_BASED_LOG_EXPORT","featureId":{"bucketName":"used-logs","groupId":"5f"}},
    {"featureType":"ATLAS_LOG_INTEGRATION","featureId":{"configId":"used-config",
        "sinkName":"used-sink","groupId":"5f"}},
    {"featureType":"LATER_FEATURE","featureId":{"laterId":"used-later"}}]}],
    "azureServicePrincipals":[{"_id":"63d9ab800000000000000a02","providerName":"AZURE",
    "servicePrincipalId":"principal-distinct","tenantId":"tenant-of-role",
    "atlasAzureAppId":"app-distinct","createdDate":"2021-04-05T06:07:08Z",
    "lastUpdatedDate":"2021-05-06T07:08:09Z","featureUsages":[]}],
    "gcpServiceAccounts":[{"roleId":"63d9ab800000000000000a03","providerName":"GCP",
    "gcpServiceAccountForAtlas":"atlas@distinct.example","status":"DISTINCT_STATUS",
    "createdDate":"2021-06-07T08:09:10Z","featureUsages":[
    {"featureType":"ENCRYPTION_AT_REST","featureId":{"groupId":"5f"}}]}]})";

constexpr const char *Clusters = R"({"results":[{"id":"65000000000000000000c001",
    "name":"distinct-cluster","clusterType":"DISTINCT_TYPE","backupEnabled":true,"paused":false,
    "stateName":"DISTINCT_STATE","replicationSpecs":[{"regionConfigs":[
    {"providerName":"GCP","regionName":"DISTINCT_REGION"}]}]}],"totalCount":1})";

constexpr const char *Schedule = R"({"clusterId":"65000000000000000000c001",
    "clusterName":"distinct-cluster","autoExportEnabled":true,
    "export":{"exportBucketId":"66c0ffee00000000000000a1","frequencyType":"yearly"},
    "useOrgAndGroupNamesInExportPrefix":true,"nextSnapshot":"2031-01-02T03:04:05Z",
    "policies":[{"id":"6500000000000000000000p1","policyItems":[
    {"id":"item-1","frequencyType":"hourly","frequencyInterval":6,"retentionUnit":"days",
     "retentionValue":5},
    {"id":"item-2","frequencyType":"weekly","frequencyInterval":3,"retentionUnit":"weeks",
     "retentionValue":44},
    {"id":"item-3","frequencyType":"monthly","frequencyInterval":40,"retentionUnit":"months",
     "retentionValue":13},
    {"id":"item-4","frequencyType":"yearly","frequencyInterval":3,"retentionUnit":"years",
     "retentionValue":9}]}],
    "referenceHourOfDay":21,"referenceMinuteOfHour":43,"restoreWindowDays":17,
    "copySettings":[{"cloudProvider":"AWS","regionName":"COPY_REGION","zoneId":"zone-distinct",
     "frequencies":["DAILY"],"lastNumberOfSnapshots":23,"shouldCopyOplogs":true,
     "copyPolicyItems":[{"frequencyType":"weekly","frequencyInterval":5}]}],
    "copyPolicyItemsEnabled":true,"autoCopySettingsEnabled":false,
    "extraRetentionSettings":[{"frequencyType":"daily","retentionDays":11}]})";

constexpr const char *Jobs = R"({"results":[{"id":"66d1000066d1000066d1000a",
    "exportBucketId":"66c0ffee00000000000000a1","snapshotId":"66d1000066d1000066d1000b",
    "prefix":"exported_snapshots/distinct","createdAt":"2025-01-02T03:04:05Z",
    "finishedAt":"2025-02-03T04:05:06Z","state":"Failed",
    "stateReason":{"errorCode":"DISTINCT_CODE","message":"distinct message"},
    "exportStatus":{"exportedCollections":31,"totalCollections":47},
    "components":[{"exportId":"component-distinct","replicaSetName":"shard-distinct"}],
    "customData":[{"key":"key-distinct","value":"value-distinct"}]}],"totalCount":1})";

/// A field that Atlas answers with, and what has to be read somewhere.
struct Told
{
    const char *field;
    const char *text;
};

constexpr Told AllTold[] = {
    {"bucket _id", "ID: 66c0ffee00000000000000a1"},
    {"bucket bucketName", "Name: distinct-aws-bucket"},
    {"bucket cloudProvider", "Provider: Google Cloud"},
    {"bucket iamRoleId", "Role ID: 63d9ab800000000000000a01"},
    {"bucket region", "Region: ap-distinct-7"},
    {"bucket requirePrivateNetworking", "Private networking: Required"},
    {"bucket roleId", "Role ID: 63d9ab800000000000000a03"},
    {"bucket serviceUrl", "Service URL: https://distinct.blob.core.windows.net"},
    {"bucket tenantId", "Tenant ID: tenant-of-bucket"},
    {"role iamAssumedRoleArn", "arn:distinct:assumed"},
    {"role atlasAWSAccountArn", "arn:distinct:account"},
    {"role atlasAssumedRoleExternalId", "external-distinct"},
    {"role authorizedDate", "2021-03-04 05:06"},
    {"role createdDate", "2021-02-03 04:05"},
    {"role servicePrincipalId", "principal-distinct"},
    {"role tenantId", "tenant-of-role"},
    {"role atlasAzureAppId", "app-distinct"},
    {"role createdDate (Azure)", "2021-04-05 06:07"},
    {"role lastUpdatedDate", "2021-05-06 07:08"},
    {"role gcpServiceAccountForAtlas", "atlas@distinct.example"},
    {"role status", "DISTINCT_STATUS"},
    {"role createdDate (GCP)", "2021-06-07 08:09"},
    {"role featureUsages featureType", "Encryption at rest"},
    {"role featureUsages exportBucketId", "used-bucket"},
    {"role featureUsages name", "used-lake"},
    {"role featureUsages bucketName", "used-logs"},
    {"role featureUsages configId", "used-config"},
    {"role featureUsages sinkName", "used-sink"},
    {"role featureUsages of a later type", "LATER_FEATURE: used-later"},
    {"cluster name", "distinct-cluster"},
    {"cluster id", "65000000000000000000c001"},
    {"cluster clusterType", "Cluster type: DISTINCT_TYPE"},
    {"cluster backupEnabled", "Backup: On"},
    {"cluster paused", "Paused: No"},
    {"cluster stateName", "Cluster state: DISTINCT_STATE"},
    {"cluster providerName, regionName", "Cluster regions: Google Cloud DISTINCT_REGION"},
    {"schedule autoExportEnabled", "Auto export: On"},
    {"schedule export frequencyType", "Frequency: Yearly"},
    {"schedule useOrgAndGroupNamesInExportPrefix", "Export path: With names"},
    {"schedule nextSnapshot", "Next snapshot: 2031-01-02 03:04"},
    {"schedule policies id", "6500000000000000000000p1"},
    {"schedule policyItems id", "item-3"},
    {"schedule policyItems hourly", "every 6 hour"},
    {"schedule policyItems days", "kept for 5 day"},
    {"schedule policyItems weekly", "every Wednesday"},
    {"schedule policyItems weeks", "kept for 44 week"},
    {"schedule policyItems monthly", "on the last day of the month"},
    {"schedule policyItems months", "kept for 13 month"},
    {"schedule policyItems yearly", "on March 1"},
    {"schedule policyItems years", "kept for 9 year"},
    {"schedule referenceHourOfDay, referenceMinuteOfHour", "21:43 UTC"},
    {"schedule restoreWindowDays", "Restore window: 17 day"},
    {"schedule copySettings cloudProvider, regionName", "AWS COPY_REGION"},
    {"schedule copySettings zoneId", "zone-distinct"},
    {"schedule copySettings frequencies", "COPY_REGION: daily"},
    {"schedule copySettings copyPolicyItems", "every Friday"},
    {"schedule copySettings lastNumberOfSnapshots", "the newest 23 snapshot"},
    {"schedule copySettings shouldCopyOplogs", "with the oplog"},
    {"schedule copyPolicyItemsEnabled", "Copies by policy item: On"},
    {"schedule autoCopySettingsEnabled", "Automatic copies: Off"},
    {"schedule extraRetentionSettings", "daily: 11 more day"},
    {"job id", "Job ID: 66d1000066d1000066d1000a"},
    {"job snapshotId", "Snapshot ID: 66d1000066d1000066d1000b"},
    {"job prefix", "Prefix: exported_snapshots/distinct"},
    {"job createdAt", "2025-01-02 03:04"},
    {"job finishedAt", "2025-02-03 04:05"},
    {"job state", "State: Failed"},
    {"job stateReason errorCode, message", "Reason: DISTINCT_CODE: distinct message"},
    {"job exportStatus", "31 of 47"},
    {"job components exportId", "component-distinct"},
    {"job components replicaSetName", "shard-distinct"},
    {"job customData key, value", "key-distinct: value-distinct"},
};

} // namespace

/// Each field that Atlas documents of buckets, roles, clusters, schedules and jobs is read
/// somewhere beside the table, in words, and not in the JSON alone.
class NothingHiddenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void showsEachField_data();
    void showsEachField();

private:
    void answer(const QString &path, const QByteArray &body);
    void readBucket(int row);
    void chooseTab(const QString &name);
    void selectFirstRow(const QString &table);
    void collect();
    void collectTable(const QTableView &table);
    QGroupBox *details() const { return findByName<QGroupBox>(m_window, u"Bucket details"_s); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
    /// Line by line.
    QString m_shown;
};

void NothingHiddenTest::answer(const QString &path, const QByteArray &body)
{
    Fault fault;
    fault.pathPrefix = below(path);
    fault.wholePath = true;
    fault.status = 200;
    fault.body = body;
    fault.times = Fault::Forever;
    m_simulator->addFault(fault);
}

void NothingHiddenTest::initTestCase()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    const QByteArray buckets =
        QByteArray(AwsBucket) + ',' + QByteArray(AzureBucket) + ',' + QByteArray(GcpBucket);
    answer(u"/backup/exportBuckets"_s, R"({"results":[)" + buckets + R"(],"totalCount":3})");
    answer(u"/backup/exportBuckets/66c0ffee00000000000000a1"_s, AwsBucket);
    answer(u"/backup/exportBuckets/66c0ffee00000000000000a2"_s, AzureBucket);
    answer(u"/backup/exportBuckets/66c0ffee00000000000000a3"_s, GcpBucket);
    answer(u"/cloudProviderAccess"_s, Roles);
    answer(u"/clusters"_s, Clusters);
    answer(u"/clusters/distinct-cluster/backup/schedule"_s, Schedule);
    answer(u"/clusters/distinct-cluster/backup/exports"_s, Jobs);

    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->commandLine().project =
        atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_COMPARE(m_fixture->session().buckets().rowCount(), 3);
    for (int row = 0; row < 3; ++row)
        readBucket(row);
}

void NothingHiddenTest::cleanupTestCase()
{
    m_fixture.reset();
    m_simulator.reset();
}

void NothingHiddenTest::readBucket(int row)
{
    auto *buckets = findByName<QTableView>(m_window, u"Export buckets"_s);
    QVERIFY(buckets);
    buckets->setCurrentIndex(buckets->model()->index(row, 0));
    const buckets::BucketInspector &inspector = m_fixture->session().inspector();
    const atlas::BucketId chosen = m_fixture->session().buckets().idAt(row);
    QTRY_VERIFY(inspector.bucket() && inspector.bucket()->id == chosen);
    QTRY_VERIFY(!inspector.isReading() && inspector.usage() && inspector.usage()->isKnown());
    chooseTab(u"Details"_s);
    collect();
    if (row > 0)
        return;
    chooseTab(u"Used by"_s);
    selectFirstRow(u"Used by"_s);
    collect();
    chooseTab(u"Export jobs"_s);
    selectFirstRow(u"Export jobs"_s);
    collect();
}

void NothingHiddenTest::chooseTab(const QString &name)
{
    auto *tabs = details()->findChild<QTabBar *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->accessibleTabName(tab) == name)
            tabs->setCurrentIndex(tab);
    }
    QCOMPARE(tabs->accessibleTabName(tabs->currentIndex()), name);
}

void NothingHiddenTest::selectFirstRow(const QString &table)
{
    auto *view = findByName<QTableView>(details(), table);
    QVERIFY(view);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    view->setCurrentIndex(view->model()->index(0, 0));
}

/// What can be read beside the table just now.
void NothingHiddenTest::collect()
{
    const auto fields = details()->findChildren<ui::FieldValue *>();
    for (const ui::FieldValue *field : fields) {
        if (field->isVisible())
            m_shown += field->accessibleName() + u": "_s + field->text() + u'\n' + field->toolTip()
                + u'\n';
    }
    const auto tables = details()->findChildren<QTableView *>();
    for (const QTableView *table : tables) {
        if (table->isVisible())
            collectTable(*table);
    }
}

void NothingHiddenTest::collectTable(const QTableView &table)
{
    const QAbstractItemModel *model = table.model();
    for (int column = 0; column < model->columnCount(); ++column) {
        if (table.isColumnHidden(column))
            continue;
        const QString title = model->headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex cell = model->index(row, column);
            m_shown += title + u": "_s + cell.data().toString() + u'\n'
                + cell.data(Qt::ToolTipRole).toString() + u'\n';
        }
    }
}

void NothingHiddenTest::showsEachField_data()
{
    QTest::addColumn<QString>("text");
    for (const Told &told : AllTold)
        QTest::newRow(told.field) << QString::fromUtf8(told.text);
}

void NothingHiddenTest::showsEachField()
{
    QFETCH(const QString, text);
    QVERIFY2(m_shown.contains(text), qPrintable(m_shown));
}

QTEST_MAIN(NothingHiddenTest)
#include "tst_nothinghidden.moc"
