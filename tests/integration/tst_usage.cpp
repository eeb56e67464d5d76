// SPDX-License-Identifier: Apache-2.0
#include "atlassim/accessmaker.h"
#include "atlassim/backupmaker.h"
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "browse/bucketfields.h"
#include "browse/duplicatesmodel.h"
#include "browse/exportjobmodel.h"
#include "browse/readinglimits.h"
#include "browse/showntext.h"
#include "browse/usagetext.h"
#include "browse/usedbymodel.h"
#include "support/testaccount.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using browse::BucketInspector;
using browse::BucketTableModel;
using browse::ProjectUsage;

namespace sample = atlassim::sample;

namespace {

const auto SchedulePart = u"/backup/schedule"_s;
const auto JobsPart = u"/backup/exports"_s;

atlas::ProjectId projectId(const QString &hex)
{
    return *atlas::ProjectId::fromHex(hex);
}

QString clusterPath(const QString &project, const QString &cluster)
{
    return u"/api/atlas/v2/groups/%1/clusters/%2"_s.arg(project, cluster);
}

Fault failure(const QString &path, int status)
{
    Fault fault;
    fault.pathPrefix = path;
    fault.status = status;
    fault.times = Fault::Forever;
    return fault;
}

} // namespace

/// What a session finds out about one bucket, against the simulator in this process.
class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhoUsesABucket();
    void tellsLeftoversApart();
    void countsWhatIsNoFailure();
    void costsAsManyCallsAsItMust();
    void readsManyClusters();
    void sendsNothingForRowsPassedOver();
    void isHonestAboutWhatItCouldNotRead();
    void stopsAskingWhenNothingWorks();
    void saysWhenTheClustersCannotBeRead();
    void goesOnWhereItWasStopped();
    void listsJobsNewestFirst();
    void readsJobsToTheirEnd();
    void saysOnceThatJobsAreForbidden();
    void followsAJobToItsEnd();
    void tellsUsageInTheTable();
    void marksUnusedDuplicates();
    void resolvesRoles_data();
    void resolvesRoles();
    void warnsOfRoles_data();
    void warnsOfRoles();
    void keepsTheAnswerAsItCame();
    void readsEverythingAnewOnRefresh();
    void readsTheRegionOfASelectedBucket();
    void tellsOfABucketThatIsGone();
    void takesALargeAnswer();
    void takesNoHalfListForAWhole();
    void forgetsOtherBucketsOnRefresh();
    void waitsNoLongerForClustersThatAreGone();
    void showsAFewOfManyUnknownFields();
    void isIdleOnceNothingIsInspected();

private:
    void startSession(const accounts::Credential &credential);
    void open(QLatin1StringView project);
    void openWithClusters(int clusters, int jobsEach);
    void select(int row);
    void wait();
    int calls(const QString &part = {}) const;
    BucketInspector &inspector() { return m_session->inspector(); }
    const ProjectUsage &usage() { return *inspector().usage(); }
    atlas::BucketId selected() { return inspector().bucket()->id; }
    bool hasUnfinished();
    QString tableText(int row, BucketTableModel::Column column) const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};

void UsageTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    startSession(testsupport::serviceAccount());
}

void UsageTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

void UsageTest::startSession(const accounts::Credential &credential)
{
    Session::Settings settings = testsupport::sessionSettings(m_simulator->baseUrl(), credential);
    settings.readsRegions = false;
    m_session = std::make_unique<Session>(settings);
}

void UsageTest::open(QLatin1StringView project)
{
    m_session->pager().open(projectId(project));
    QTRY_COMPARE(m_session->pager().state(), browse::BucketPager::State::Ready);
    m_simulator->clearSeenRequests();
}

void UsageTest::openWithClusters(int clusters, int jobsEach)
{
    atlassim::Project &project = *m_simulator->world().project(QString(sample::DataWarehouse));
    project.clusters.clear();
    atlassim::addClusters(project, clusters, jobsEach);
    open(sample::DataWarehouse);
}

void UsageTest::select(int row)
{
    const QSignalSpy still(&inspector(), &BucketInspector::detailsChanged);
    inspector().setBucket(*m_session->pager().project(), m_session->buckets().bucketAt(row));
    QTRY_VERIFY(!still.isEmpty());
    wait();
}

void UsageTest::wait()
{
    QTRY_VERIFY_WITH_TIMEOUT(!inspector().isReading(), 20'000);
}

int UsageTest::calls(const QString &part) const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&part](const auto &request) {
        return part.isEmpty() || request.path.contains(part);
    }));
}

QString UsageTest::tableText(int row, BucketTableModel::Column column) const
{
    return m_session->buckets().index(row, static_cast<int>(column)).data().toString();
}

void UsageTest::tellsWhoUsesABucket()
{
    open(sample::PaymentsProd);
    select(0);
    browse::UsedByModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&usage(), selected());
    QCOMPARE(model.rowCount(), 3);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, 0), u"kestrel-payments-prod-01"_s);
    QCOMPARE(text(0, 1), u"on"_s);
    QCOMPARE(text(0, 2), u"monthly"_s);
    QCOMPARE(text(2, 2), u"yearly"_s);
    QVERIFY(text(0, 3).startsWith(u"2026-"_s));
    QCOMPARE(browse::usersText(usage(), selected()).headline, u"Used by 3 cluster(s)"_s);
}

void UsageTest::tellsLeftoversApart()
{
    open(sample::PaymentsProd);
    select(sample::LeftoverExportBucket);
    browse::UsedByModel model;
    model.show(&usage(), selected());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 1).data().toString(), u"off, left over"_s);
    QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().contains(u"cannot be deleted"_s));
    QVERIFY(model.index(0, 0).data(browse::UsedByModel::LeftoverRole).toBool());
    const auto text = browse::usersText(usage(), selected());
    QVERIFY2(text.text.startsWith(u"1 left-over export(s) block deletion too."_s),
             qPrintable(text.text));
    QVERIFY(!text.isIncomplete);
}

void UsageTest::countsWhatIsNoFailure()
{
    open(sample::PaymentsProd);
    select(0);
    const auto tally = usage().schedules().tally();
    QCOMPARE(tally.clusters, 6);
    QCOMPARE(tally.flex, 1);
    QCOMPARE(tally.noBackup, 1);
    QVERIFY(tally.isComplete());
    QCOMPARE(browse::usersText(usage(), selected()).text,
             u"Export nothing: 1 without backup, 1 flex cluster(s)."_s);

    open(sample::AtlasCliE2e);
    select(0);
    QCOMPARE(usage().schedules().tally().gone, 1);
    QVERIFY(usage().schedules().tally().isComplete());
    QCOMPARE(m_session->problemLog().rowCount(), 0);
}

void UsageTest::costsAsManyCallsAsItMust()
{
    openWithClusters(25, 3);
    select(0);
    QCOMPARE(calls(), 1 + 25 + 25 + 2);
    m_simulator->clearSeenRequests();
    select(1);
    QCOMPARE(calls(), 1);
    m_simulator->clearSeenRequests();
    inspector().setBucket(*m_session->pager().project(), m_session->buckets().bucketAt(0));
    QTest::qWait(200); // Longer than a selection has to be still; nothing is left to be waited for.
    QCOMPARE(calls(), 0);
}

void UsageTest::readsManyClusters()
{
    openWithClusters(300, 2);
    select(0);
    const auto tally = usage().schedules().tally();
    QCOMPARE(tally.clusters, 300);
    QCOMPARE(tally.read, 300);
    QCOMPARE(calls(SchedulePart), 300);
    QCOMPARE(calls(JobsPart), 300);
    int users = 0;
    for (int row = 0; row < m_session->buckets().rowCount(); ++row)
        users += usage().of(m_session->buckets().idAt(row)).clusters;
    // The project has 240 buckets, which the clusters use by turns; the page shows 100.
    QCOMPARE(users, 100 + 60);
}

void UsageTest::sendsNothingForRowsPassedOver()
{
    openWithClusters(25, 1);
    const auto project = *m_session->pager().project();
    for (int row = 0; row < 100; ++row) {
        inspector().setBucket(project, m_session->buckets().bucketAt(row));
        QCoreApplication::processEvents();
    }
    QCOMPARE(calls(), 0);
    QTRY_COMPARE(inspector().state(), BucketInspector::State::Ready);
    QCOMPARE(calls(u"/backup/exportBuckets/"_s), 1);
    QCOMPARE(calls(selected().toHex()), 1);
    QCOMPARE(inspector().bucket()->name, m_session->buckets().bucketAt(99).name);
}

void UsageTest::isHonestAboutWhatItCouldNotRead()
{
    const QString project = sample::PaymentsProd;
    const QString path = clusterPath(project, u"kestrel-payments-prod-02"_s) + SchedulePart;
    m_simulator->addFault(failure(path, 500));
    open(sample::PaymentsProd);
    select(0);
    auto text = browse::usersText(usage(), selected());
    QCOMPARE(text.headline, u"Used by 2 cluster(s)"_s);
    QVERIFY2(text.text.startsWith(u"1 of 6 cluster(s) could not be read."_s),
             qPrintable(text.text));
    QVERIFY(text.isIncomplete);
    QVERIFY(m_session->hasFailed());
    QCOMPARE(m_session->problemLog().rowCount(), 1);
    QCOMPARE(tableText(0, BucketTableModel::Column::UsedBy), u"2 or more"_s);

    m_simulator->clearFaults();
    m_simulator->clearSeenRequests();
    m_session->retry();
    wait();
    text = browse::usersText(usage(), selected());
    QCOMPARE(text.headline, u"Used by 3 cluster(s)"_s);
    QVERIFY(!text.isIncomplete);
    QCOMPARE(calls(SchedulePart), 1);
    QVERIFY(!m_session->hasFailed());
}

void UsageTest::stopsAskingWhenNothingWorks()
{
    openWithClusters(300, 1);
    m_simulator->addFault(failure(clusterPath(sample::DataWarehouse, {}), 500));
    select(0);
    QVERIFY2(calls() < 40, qPrintable(QString::number(calls())));
    QVERIFY(m_session->problemLog().rowCount() < 20);
    QCOMPARE(usage().schedules().tally().failed, 300);
    QCOMPARE(browse::usersText(usage(), selected()).headline,
             u"No cluster is known to export to this bucket"_s);
}

void UsageTest::saysWhenTheClustersCannotBeRead()
{
    Fault fault = Fault::atlasError(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s, u"Forbidden"_s, {},
                                    {u"203.0.113.9"_s});
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/clusters"_s.arg(sample::PaymentsProd);
    m_simulator->addFault(fault);
    open(sample::PaymentsProd);
    select(0);
    const auto text = browse::usersText(usage(), selected());
    QCOMPARE(text.headline, u"The clusters could not be read"_s);
    QVERIFY(text.text.contains(u"203.0.113.9"_s));
    QVERIFY(text.isIncomplete);
    m_session->retry();
    wait();
    QCOMPARE(browse::usersText(usage(), selected()).headline, u"Used by 3 cluster(s)"_s);
}

void UsageTest::goesOnWhereItWasStopped()
{
    openWithClusters(40, 1);
    m_simulator->options().latency = 20ms;
    inspector().setBucket(*m_session->pager().project(), m_session->buckets().bucketAt(0));
    QTRY_VERIFY(usage().schedules().tally().read > 5);
    m_session->stop();
    QVERIFY(!m_session->isBusy());
    const int read = usage().schedules().tally().read;
    QVERIFY(read < 40);
    QVERIFY(browse::usersText(usage(), selected()).isIncomplete);
    m_simulator->options().latency = 0ms;
    m_simulator->clearSeenRequests();
    select(1);
    QCOMPARE(usage().schedules().tally().read, 40);
    // Some that were stopped had not reached the server yet: it reads them now.
    QVERIFY(calls(SchedulePart) <= 40 - read + browse::limits::CallsAtATime);
}

void UsageTest::listsJobsNewestFirst()
{
    open(sample::PaymentsProd);
    select(0);
    browse::ExportJobModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setJobs(*inspector().bucket(), usage().jobs().jobsTo(selected()));
    QVERIFY(model.rowCount() >= 35);
    const auto text = [&model](int row, browse::ExportJobModel::Column column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    using Column = browse::ExportJobModel::Column;
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(text(row, Column::Created) <= text(row - 1, Column::Created));
    QCOMPARE(text(0, Column::State), u"In progress, 35 %"_s);
    QCOMPARE(model.index(0, static_cast<int>(Column::State)).data(Qt::ToolTipRole).toString(),
             u"417 of 1,184 collections exported"_s);
    QCOMPARE(text(0, Column::Finished), u"—"_s);
    const QString destination =
        model.index(0, 0).data(browse::ExportJobModel::DestinationRole).toString();
    QVERIFY2(
        destination.startsWith(u"s3://"_s + inspector().bucket()->name + u"/exported_snapshots/"_s),
        qPrintable(destination));
    QStringList reasons;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (text(row, Column::State) == u"Failed"_s)
            reasons.append(text(row, Column::Reason));
    }
    QVERIFY(reasons.size() >= 2);
    QVERIFY(std::all_of(reasons.begin(), reasons.end(),
                        [](const QString &reason) { return reason.contains(u": "_s); }));
    QCOMPARE(browse::jobsText(usage(), selected()).headline,
             u"Latest 30 export job(s): 26 successful, 2 failed, 1 cancelled, 1 in progress"_s);
}

void UsageTest::readsJobsToTheirEnd()
{
    openWithClusters(2, 1203);
    select(0);
    QCOMPARE(usage().jobs().jobsTo(selected()).size(), 1203);
    QCOMPARE(calls(JobsPart), 2 * 3);
}

void UsageTest::saysOnceThatJobsAreForbidden()
{
    startSession(testsupport::viewer());
    openWithClusters(25, 3);
    select(0);
    QCOMPARE(calls(JobsPart), 1);
    const auto text = browse::jobsText(usage(), selected());
    QCOMPARE(text.headline, u"Export jobs cannot be seen with this credential"_s);
    QVERIFY(text.text.contains(u"Project Backup Manager"_s));
    QVERIFY(text.text.contains(u"USER_UNAUTHORIZED"_s));
    QVERIFY(!text.isIncomplete);
    QCOMPARE(m_session->problemLog().rowCount(), 1);
    QVERIFY(!browse::usersText(usage(), selected()).isIncomplete);
    select(1);
    QCOMPARE(calls(JobsPart), 1);
    QCOMPARE(m_session->problemLog().rowCount(), 1);
    QCOMPARE(tableText(0, BucketTableModel::Column::LastExport), u"—"_s);
}

bool UsageTest::hasUnfinished()
{
    const auto jobs = usage().jobs().jobsTo(selected());
    return std::any_of(jobs.begin(), jobs.end(), [](const browse::ClusterExportJob &job) {
        return !job.job.state.isEnded();
    });
}

void UsageTest::followsAJobToItsEnd()
{
    open(sample::PaymentsProd);
    inspector().setJobInterval(10ms);
    select(0);
    QVERIFY(hasUnfinished());
    const int before = calls(JobsPart);
    QTest::qWait(50); // Nothing is read again unless jobs show.
    QCOMPARE(calls(JobsPart), before);

    inspector().setJobsShown(true);
    QTRY_VERIFY(calls(JobsPart) > before + 1);
    const auto jobs = usage().jobs().jobsTo(selected());
    const QString id = jobs.constFirst().job.id.toHex();
    atlassim::ExportJob *job = m_simulator->world().exportJob(QString(sample::PaymentsProd), id);
    QVERIFY(job);
    job->succeed(job->createdAt.addSecs(600));
    QTRY_VERIFY(!hasUnfinished());
    QCOMPARE(browse::jobsText(usage(), selected()).headline,
             u"Latest 30 export job(s): 27 successful, 2 failed, 1 cancelled"_s);
    const int atTheEnd = calls(JobsPart);
    QTest::qWait(50); // All have ended: nothing is read again.
    QCOMPARE(calls(JobsPart), atTheEnd);
    inspector().setJobsShown(false);
}

void UsageTest::tellsUsageInTheTable()
{
    using Column = BucketTableModel::Column;
    open(sample::PaymentsProd);
    QCOMPARE(tableText(0, Column::UsedBy), u"—"_s);
    select(0);
    QTRY_COMPARE(tableText(0, Column::UsedBy), u"3"_s);
    QCOMPARE(tableText(1, Column::UsedBy), u"0"_s);
    QVERIFY(tableText(0, Column::LastExport).startsWith(u"202"_s));
    const QModelIndex cell = m_session->buckets().index(0, static_cast<int>(Column::LastExport));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"2 failed"_s));
    QCOMPARE(cell.data(BucketTableModel::JobStripRole).value<QList<int>>().size(), 30);
}

void UsageTest::marksUnusedDuplicates()
{
    using Column = browse::DuplicatesModel::Column;
    open(sample::PaymentsProd);
    select(0);
    const atlas::ExportBucket used = m_session->buckets().bucketAt(0);
    atlas::ExportBucket unused = used;
    unused.id = m_session->buckets().idAt(1);
    atlas::ExportBucket elsewhere = used;
    elsewhere.id = *atlas::BucketId::fromHex(u"65f1a2b30000000000000001"_s);

    BucketTableModel table;
    table.addBuckets(*m_session->pager().project(), {used, unused});
    table.addBuckets(projectId(sample::Search), {elsewhere});
    table.setUsage(&usage());
    browse::DuplicatesModel duplicates;
    duplicates.setRows(&table);
    duplicates.setActive(true);
    QTRY_COMPARE(duplicates.rowCount(), 1);
    const QModelIndex count = duplicates.index(0, static_cast<int>(Column::Unused));
    QCOMPARE(count.data().toString(), u"1"_s);
    QVERIFY(count.data(browse::DuplicatesModel::HasUnusedRole).toBool());
    QVERIFY(count.data(Qt::ToolTipRole).toString().startsWith(u"Of 1 more"_s));
    const QModelIndex ids = duplicates.index(0, static_cast<int>(Column::Ids));
    QCOMPARE(
        ids.data().toString(),
        u"%1, %2 (unused), %3"_s.arg(used.id.toHex(), unused.id.toHex(), elsewhere.id.toHex()));
    QVERIFY(!ids.data(browse::FullTextRole).toString().contains(u"unused"_s));
}

void UsageTest::resolvesRoles_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("start");
    QTest::newRow("AWS") << 0 << u"IAM role ARN"_s << u"arn:aws:iam::"_s;
    QTest::newRow("external ID") << 0 << u"External ID"_s << u""_s;
    QTest::newRow("authorized") << 0 << u"Role authorized"_s << u"20"_s;
    QTest::newRow("Azure") << 1 << u"Service principal"_s << u""_s;
    QTest::newRow("tenant") << 1 << u"Tenant of the role"_s << u""_s;
    QTest::newRow("Google Cloud") << 2 << u"Service account"_s << u""_s;
    QTest::newRow("status") << 2 << u"Role status"_s << u"COMPLETE"_s;
}

void UsageTest::resolvesRoles()
{
    QFETCH(const int, row);
    QFETCH(const QString, field);
    QFETCH(const QString, start);
    open(sample::PaymentsProd);
    select(row);
    const auto fields = browse::bucketFields(*inspector().bucket(), inspector().roles(), false);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&field](const auto &one) { return one.name == field; });
    QVERIFY(found != fields.end());
    QVERIFY2(found->value.startsWith(start) && found->value != u"—"_s, qPrintable(found->value));
    QCOMPARE(browse::roleWarnings(*inspector().bucket(), inspector().roles()), QStringList());
    QCOMPARE(calls(u"/cloudProviderAccess"_s), 1);
}

void UsageTest::warnsOfRoles_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("warning");
    QTest::newRow("not authorized") << QString(sample::PaymentsProd)
                                    << QString(sample::UnauthorisedRole) << u"not authorized"_s;
    QTest::newRow("gone") << QString(sample::Search) << QString(sample::MissingRole)
                          << u"no longer has the role"_s;
    QTest::newRow("not ready") << QString(sample::PartnerIntegrations)
                               << QString(sample::IncompleteRole) << u"not ready"_s;
}

void UsageTest::warnsOfRoles()
{
    QFETCH(const QString, project);
    QFETCH(const QString, role);
    QFETCH(const QString, warning);
    m_session->pager().open(projectId(project));
    QTRY_COMPARE(m_session->pager().state(), browse::BucketPager::State::Ready);
    int row = 0;
    while (row < m_session->buckets().rowCount()
           && m_session->buckets().bucketAt(row).roleId != role)
        ++row;
    QVERIFY(row < m_session->buckets().rowCount());
    select(row);
    const QStringList warnings = browse::roleWarnings(*inspector().bucket(), inspector().roles());
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings[0].contains(warning), qPrintable(warnings[0]));
}

void UsageTest::keepsTheAnswerAsItCame()
{
    open(sample::PaymentsProd);
    const QString id = m_session->buckets().idAt(0).toHex();
    const QByteArray body = R"({"zone": 1.50, "_id": ")" + id.toLatin1()
        + R"(", "bucketName": "b", "cloudProvider": "AWS", "region": "eu-west-1"})";
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::PaymentsProd) + id;
    fault.status = 200;
    fault.body = body;
    m_simulator->addFault(fault);
    select(0);
    QCOMPARE(inspector().body(), body);
    QCOMPARE(inspector().bucket()->region, u"eu-west-1"_s);
    const auto fields = browse::bucketFields(*inspector().bucket(), inspector().roles(), false);
    QCOMPARE(fields.constLast().name, u"zone"_s);
    QCOMPARE(fields.constLast().value, u"1.5"_s);
}

void UsageTest::readsEverythingAnewOnRefresh()
{
    openWithClusters(3, 1);
    select(0);
    const int first = calls();
    m_simulator->clearSeenRequests();
    m_session->inspector().refresh();
    QTRY_VERIFY(!inspector().isReading());
    QCOMPARE(calls(), first);
}

void UsageTest::readsTheRegionOfASelectedBucket()
{
    open(sample::IdentityPlatform);
    QCOMPARE(tableText(0, BucketTableModel::Column::Region), u"not listed"_s);
    select(0);
    QCOMPARE(tableText(0, BucketTableModel::Column::Region), u"us-east-1"_s);
}

void UsageTest::tellsOfABucketThatIsGone()
{
    open(sample::IdentityPlatform);
    m_simulator->world().project(QString(sample::IdentityPlatform))->buckets.removeFirst();
    select(0);
    QCOMPARE(inspector().state(), BucketInspector::State::Failed);
    QCOMPARE(inspector().error().errorCode, u"EXPORT_BUCKET_NOT_FOUND"_s);
    QCOMPARE(m_session->problemLog().rowCount(), 1);
    QVERIFY(m_session->hasFailed());
}

void UsageTest::takesALargeAnswer()
{
    open(sample::PaymentsProd);
    const QString id = m_session->buckets().idAt(0).toHex();
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::PaymentsProd) + id;
    fault.status = 200;
    fault.body = R"({"_id": ")" + id.toLatin1()
        + R"(", "bucketName": "b", "cloudProvider": "AWS", "note": ")"
        + QByteArray(9 * 1024 * 1024, 'n') + R"("})";
    m_simulator->addFault(fault);
    select(0);
    QCOMPARE(inspector().state(), BucketInspector::State::Ready);
    QCOMPARE(inspector().body().size(), fault.body.size());
}

void UsageTest::takesNoHalfListForAWhole()
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/clusters"_s.arg(sample::DataWarehouse);
    fault.queryItem = u"pageNum=2"_s;
    m_simulator->addFault(fault);
    openWithClusters(501, 0);
    select(0);
    QCOMPARE(usage().schedules().state(), browse::BackupSchedules::State::Failed);
    m_session->retry();
    wait();
    QCOMPARE(usage().schedules().tally().clusters, 501);
    QVERIFY(usage().schedules().tally().isComplete());
}

void UsageTest::forgetsOtherBucketsOnRefresh()
{
    open(sample::PaymentsProd);
    select(0);
    select(3);
    m_simulator->world().project(QString(sample::PaymentsProd))->buckets[0].region =
        u"eu-north-1"_s;
    m_session->refresh();
    QTRY_VERIFY(!m_session->isBusy());
    select(0);
    QCOMPARE(inspector().bucket()->region, u"eu-north-1"_s);
}

void UsageTest::waitsNoLongerForClustersThatAreGone()
{
    const QString name = u"kestrel-payments-prod-02"_s;
    m_simulator->addFault(failure(clusterPath(sample::PaymentsProd, name), 500));
    open(sample::PaymentsProd);
    select(0);
    QCOMPARE(usage().jobs().missingClusters(), 1);
    m_simulator->clearFaults();
    m_simulator->world().project(QString(sample::PaymentsProd))->cluster(name)->kind =
        atlassim::ClusterKind::Gone;
    m_session->retry();
    wait();
    QCOMPARE(usage().jobs().missingClusters(), 0);
    QVERIFY(!m_session->hasFailed());
}

void UsageTest::showsAFewOfManyUnknownFields()
{
    atlas::ExportBucket bucket;
    for (int i = 0; i < 1000; ++i)
        bucket.unknownFields.insert(u"field%1"_s.arg(i), i);
    const auto fields = browse::bucketFields(bucket, {}, false);
    QVERIFY(fields.size() < 100);
    QCOMPARE(fields.constLast().name, u"More fields"_s);
    QVERIFY(fields.constLast().value.startsWith(u"950"_s));
}

void UsageTest::isIdleOnceNothingIsInspected()
{
    openWithClusters(40, 1);
    m_simulator->options().latency = 20ms;
    inspector().setBucket(*m_session->pager().project(), m_session->buckets().bucketAt(0));
    QTRY_VERIFY(usage().schedules().tally().read > 5);
    QVERIFY(m_session->isBusy());
    const QSignalSpy busy(m_session.get(), &Session::busyChanged);
    inspector().clear();
    QVERIFY(!m_session->isBusy());
    QVERIFY(!busy.isEmpty());
}

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_usage.moc"
