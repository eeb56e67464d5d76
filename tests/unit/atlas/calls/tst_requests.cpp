// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/endpoint.h"
#include "atlas/calls/requests.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atlas;

class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheListsQuery();
    void writesPaths();
    void writesPathsBelowClusters();
    void writesPathsOfWhatOnlyAProjectHas();
    void asksForTheEventsOfSomeTypes();
    void drawsOnTheLimitOfWhatThePathNames();
    void readsClusterNames_data();
    void readsClusterNames();
    void ordersAndHashesClusterNames();
    void refusesNumbersOutOfRange_data();
    void refusesNumbersOutOfRange();
    void readsVersions_data();
    void readsVersions();
    void asksForTheVersion();
    void asksForNoVersionWithoutTheCall_data();
    void asksForNoVersionWithoutTheCall();

private:
    const ProjectId m_project = *ProjectId::fromHex(u"5f0000000000000000000002");
    const BucketId m_bucket = *BucketId::fromHex(u"65f1a2b3c4d5e6f708192a3b");
};

void RequestsTest::writesTheListsQuery()
{
    PageRequest page;
    CallOptions options;
    QCOMPARE(withOptions(listExportBuckets(m_project, page).target, options).query.toString(),
             u"envelope=false&includeCount=true&itemsPerPage=100&pageNum=1&pretty=false"_s);
    page.page = *PageNumber::from(26);
    page.itemsPerPage = *ItemsPerPage::from(500);
    page.includeCount = false;
    options.envelope = true;
    options.prettyPrint = true;
    QCOMPARE(withOptions(listExportBuckets(m_project, page).target, options).query.toString(),
             u"envelope=true&includeCount=false&itemsPerPage=500&pageNum=26&pretty=true"_s);
}

void RequestsTest::writesPaths()
{
    const auto root = u"/api/atlas/v2/groups"_s;
    QCOMPARE(listProjects({}).target.path, root);
    QCOMPARE(getProject(m_project).target.path, QString(root + u"/5f0000000000000000000002"));
    const auto list = listExportBuckets(m_project, {}).target;
    QCOMPARE(list.path, QString(root + u"/5f0000000000000000000002/backup/exportBuckets"));
    QCOMPARE(list.endpointSet, EndpointSet::CloudBackups);
    QCOMPARE(list.scope, m_project);
    QCOMPARE(getExportBucket(m_project, m_bucket).target.path,
             QString(list.path + u"/65f1a2b3c4d5e6f708192a3b"));
}

void RequestsTest::writesPathsBelowClusters()
{
    const auto root = u"/api/atlas/v2/groups/5f0000000000000000000002"_s;
    const auto cluster = *ClusterName::fromString(u"Ledger-0"_s);
    PageRequest page;
    page.page = *PageNumber::from(3);

    const auto clusters = listClusters(m_project, page).target;
    QCOMPARE(clusters.path, QString(root + u"/clusters"));
    QCOMPARE(clusters.query.queryItemValue(u"pageNum"_s), u"3"_s);
    QCOMPARE(clusters.endpointSet, EndpointSet::Clusters);
    QCOMPARE(clusters.scope, m_project);

    const auto schedule = getBackupSchedule(m_project, cluster).target;
    QCOMPARE(schedule.path, QString(root + u"/clusters/Ledger-0/backup/schedule"));
    QCOMPARE(withOptions(schedule, {}).query.toString(), u"envelope=false&pretty=false"_s);
    QCOMPARE(schedule.endpointSet, EndpointSet::CloudBackups);
    QCOMPARE(schedule.scope, m_project);

    const auto jobs = listExportJobs(m_project, cluster, page).target;
    QCOMPARE(jobs.path, QString(root + u"/clusters/Ledger-0/backup/exports"));
    QCOMPARE(jobs.query.queryItemValue(u"pageNum"_s), u"3"_s);
    QCOMPARE(jobs.endpointSet, EndpointSet::CloudBackups);
    QCOMPARE(jobs.scope, m_project);

    const auto roles = getCloudProviderAccess(m_project).target;
    QCOMPARE(roles.path, QString(root + u"/cloudProviderAccess"));
    QCOMPARE(roles.endpointSet, EndpointSet::CloudProviderAccess);
    QCOMPARE(roles.scope, m_project);
}

void RequestsTest::writesPathsOfWhatOnlyAProjectHas()
{
    const auto root = u"/api/atlas/v2/groups/5f0000000000000000000002"_s;
    PageRequest page;
    page.page = *PageNumber::from(2);

    const auto alerts = listAlertConfigurations(m_project, page).target;
    QCOMPARE(alerts.path, QString(root + u"/alertConfigs"));
    QCOMPARE(alerts.query.queryItemValue(u"pageNum"_s), u"2"_s);
    QCOMPARE(alerts.endpointSet, EndpointSet::AlertConfigurations);
    QCOMPARE(alerts.role, Role::ProjectReadOnly);

    const auto ways = listPrivateEndpoints(m_project, page).target;
    QCOMPARE(ways.path, QString(root + u"/backup/AWS/privateEndpoints"));
    QCOMPARE(ways.query.queryItemValue(u"pageNum"_s), u"2"_s);
    QCOMPARE(ways.endpointSet, EndpointSet::CloudBackups);
    QCOMPARE(ways.role, Role::ProjectOwner);
}

void RequestsTest::asksForTheEventsOfSomeTypes()
{
    EventFilter filter;
    filter.types = {u"BUCKET_CREATED_AUDIT"_s, u"BUCKET_DELETED_AUDIT"_s};
    filter.from = QDateTime::fromString(u"2026-11-27T09:00:00Z"_s, Qt::ISODate);
    filter.to = QDateTime::fromString(u"2026-11-28T18:30:05+09:00"_s, Qt::ISODate);
    const PageRequest page{{}, *ItemsPerPage::from(500), false};
    const auto target = listProjectEvents(m_project, filter, page).target;
    QCOMPARE(target.path, u"/api/atlas/v2/groups/5f0000000000000000000002/events"_s);
    QCOMPARE(target.endpointSet, EndpointSet::Events);
    QCOMPARE(target.scope, m_project);
    QCOMPARE(withOptions(target, {}).query.toString(QUrl::FullyEncoded),
             u"envelope=false&includeCount=false&itemsPerPage=500&pageNum=1"
             "&eventType=BUCKET_CREATED_AUDIT&eventType=BUCKET_DELETED_AUDIT"
             "&minDate=2026-11-27T09%3A00%3A00Z&maxDate=2026-11-28T09%3A30%3A05Z&pretty=false"_s);
    filter.types.clear();
    QVERIFY(!listProjectEvents(m_project, filter, page).target.query.hasQueryItem(u"eventType"_s));
}

/// A slip would pace another project, or none.
void RequestsTest::drawsOnTheLimitOfWhatThePathNames()
{
    for (const EndpointRow &row : endpoints) {
        const auto places = row.path.count(u'{');
        QStringList names{u"first"_s, u"second"_s};
        const RequestTarget target = places == 0
            ? targetOf(row.endpoint)
            : targetOf(row.endpoint, m_project, names.first(places - 1));
        QVERIFY(!target.path.contains(u'{'));
        QVERIFY(target.path.startsWith(u"/api/atlas/v2/groups"_s));
        QCOMPARE(target.path.contains(m_project.toHex()), places > 0);
        QCOMPARE(target.endpointSet, row.set);
        QCOMPARE(target.role, row.role);
        const bool isProjects = row.set == EndpointSet::Projects;
        QCOMPARE(target.scope, isProjects ? std::nullopt : std::optional(m_project));
    }
    QCOMPARE(listProjects({}).target.role, Role::Unnamed);
    QCOMPARE(getExportBucket(m_project, m_bucket).target.role, Role::ProjectReadOnly);
    const auto cluster = *ClusterName::fromString(u"Ledger-0"_s);
    QCOMPARE(listExportJobs(m_project, cluster, {}).target.role, Role::ProjectBackupManager);
}

void RequestsTest::readsClusterNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("letters") << u"Ledger"_s << true;
    QTest::newRow("digit first") << u"0a"_s << true;
    QTest::newRow("one letter") << u"z"_s << true;
    QTest::newRow("hyphens") << u"a-b--c-"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("hyphen first") << u"-a"_s << false;
    QTest::newRow("underscore") << u"a_b"_s << false;
    QTest::newRow("slash") << u"a/../b"_s << false;
    QTest::newRow("dots") << u".."_s << false;
    QTest::newRow("escape") << u"a%2fb"_s << false;
    QTest::newRow("question mark") << u"a?b"_s << false;
    QTest::newRow("line break") << u"a\n"_s << false;
    QTest::newRow("accent") << u"é"_s << false;
    QTest::newRow("Arabic digit") << u"a٢"_s << false;
}

void RequestsTest::readsClusterNames()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const auto name = ClusterName::fromString(text);
    QCOMPARE(name.has_value(), valid);
    if (name)
        QCOMPARE(name->toString(), text);
}

void RequestsTest::ordersAndHashesClusterNames()
{
    const auto ledger = *ClusterName::fromString(u"ledger"_s);
    const auto search = *ClusterName::fromString(u"search"_s);
    QVERIFY(ledger < search);
    QVERIFY(*ClusterName::fromString(u"Z"_s) < ledger);
    QVERIFY(ledger == *ClusterName::fromString(u"ledger"_s));
    QVERIFY(ledger != *ClusterName::fromString(u"Ledger"_s));
    const QSet<ClusterName> names{ledger, search, ledger};
    QCOMPARE(names.size(), 2);
}

void RequestsTest::refusesNumbersOutOfRange_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("isItemsPerPage");
    QTest::addColumn<bool>("isPage");
    QTest::newRow("negative") << -1 << false << false;
    QTest::newRow("zero") << 0 << false << false;
    QTest::newRow("one") << 1 << true << true;
    QTest::newRow("most items") << 500 << true << true;
    QTest::newRow("too many items") << 501 << false << true;
}

void RequestsTest::refusesNumbersOutOfRange()
{
    QFETCH(const int, number);
    QTEST(ItemsPerPage::from(number).has_value(), "isItemsPerPage");
    QTEST(PageNumber::from(number).has_value(), "isPage");
}

void RequestsTest::readsVersions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("the default") << u"2025-02-19"_s << true;
    QTest::newRow("leap day") << u"2024-02-29"_s << true;
    QTest::newRow("no such day") << u"2025-02-29"_s << false;
    QTest::newRow("short") << u"2025-2-19"_s << false;
    QTest::newRow("slashes") << u"2025/02/19"_s << false;
    QTest::newRow("trailing") << u"2025-02-19 "_s << false;
    QTest::newRow("Arabic digits") << u"٢٠٢٥-02-19"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void RequestsTest::readsVersions()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const auto version = ApiVersion::fromString(text);
    QCOMPARE(version.has_value(), valid);
    if (version)
        QCOMPARE(version->toString(), text);
}

void RequestsTest::asksForTheVersion()
{
    QCOMPARE(ApiVersion().acceptHeader(), QByteArray("application/vnd.atlas.2025-02-19+json"));
    const CallOptions options{*ApiVersion::fromString(u"2024-05-30")};
    QCOMPARE(withOptions(getProject(m_project).target, options).version, options.version);
}

void RequestsTest::asksForNoVersionWithoutTheCall_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("isOwn");
    QTest::newRow("older") << u"2024-08-05"_s << u"2024-11-13"_s << true;
    QTest::newRow("the first") << u"2024-11-13"_s << u"2024-11-13"_s << true;
    QTest::newRow("newer") << u"2025-02-19"_s << u"2025-02-19"_s << false;
}

void RequestsTest::asksForNoVersionWithoutTheCall()
{
    QFETCH(const QString, chosen);
    const CallOptions options{*ApiVersion::fromString(chosen)};
    const auto target = withOptions(listPrivateEndpoints(m_project, {}).target, options);
    QTEST(target.version.toString(), "asked");
    QTEST(target.hasOwnVersion(), "isOwn");
    const auto other = withOptions(listAlertConfigurations(m_project, {}).target, options);
    QCOMPARE(other.version, options.version);
    QVERIFY(!other.hasOwnVersion());
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_requests.moc"
