// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/check/exportchecktest.h"

#include "buckets/usage/unknownuse.h"
#include "insight/check/factsof.h"
#include "models/bucketsortfiltermodel.h"
#include "tests/atlassim/world/backupmaker.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::troubled::Reader;
using insight::ExportCheck;
using insight::Finding;
using insight::FindingCode;

namespace {

accounts::Credential credentialOf(Reader reader)
{
    switch (reader) {
    case Reader::Manager:
        return testsupport::serviceAccount();
    case Reader::Owner:
        return testsupport::owner();
    case Reader::Viewer:
        return testsupport::viewer();
    }
    Q_UNREACHABLE();
}

} // namespace

Q_DECLARE_METATYPE(std::optional<atlas::ApiError>)
Q_DECLARE_METATYPE(std::optional<buckets::ExportJobs::Told>)

/// What the check of exports reads, and what it finds.
class ExportCheckReadsTest : public ExportCheckTest
{
    Q_OBJECT

private Q_SLOTS:
    void turnsReadingsIntoFacts_data();
    void turnsReadingsIntoFacts();
    void findsWhatWasPlanted_data();
    void findsWhatWasPlanted();
    void findsTheSameInListsTooLongToCount_data();
    void findsTheSameInListsTooLongToCount();
    void readsNothingThatNoRuleNeeds();
    void tellsTheTable();
    void filtersByExports();
    void readsTheRestWhereAPersonLooks();
    void readsManyJobsNoFurtherThanNeeded_data();
    void readsManyJobsNoFurtherThanNeeded();
    void takesADeletedClusterForGone();
    void tellsHowFarItHasCome();
};

void ExportCheckReadsTest::turnsReadingsIntoFacts_data()
{
    using Reading = buckets::BackupSchedules::Reading;
    using Jobs = std::optional<buckets::ExportJobs::Told>;
    atlas::ApiError failure;
    failure.status = 500;
    atlas::ApiError absence;
    absence.status = 404;
    absence.errorCode = u"CLUSTER_NOT_FOUND"_s;
    const auto whole = buckets::Completeness::whole();
    QTest::addColumn<Reading>("reading");
    QTest::addColumn<std::optional<atlas::ApiError>>("error");
    QTest::addColumn<Jobs>("jobs");
    // Whole, with a value or without, or lacking; and whether why is told.
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("jobsPart");
    const auto row = [](const char *name, Reading reading,
                        const std::optional<atlas::ApiError> &error, const Jobs &jobs,
                        const char *schedule, const char *jobsPart) {
        QTest::newRow(name) << reading << error << jobs << QString::fromLatin1(schedule)
                            << QString::fromLatin1(jobsPart);
    };
    const Jobs none;
    const Jobs read = buckets::ExportJobs::Told{true, {}, whole};
    const Jobs cut = buckets::ExportJobs::Told{true, {}, whole, true};
    const Jobs part =
        buckets::ExportJobs::Told{true, {}, buckets::Completeness::lacking(buckets::Gap::LeftOut)};
    const Jobs open = buckets::ExportJobs::Told{};
    const Jobs failed = buckets::ExportJobs::Told{false, {}, {}, false, failure};
    const Jobs gone = buckets::ExportJobs::Told{true, {}, whole, false, absence};
    row("nothing yet", Reading::Unread, {}, none, "unread", "unread");
    row("read", Reading::Read, {}, read, "value", "whole");
    row("recent jobs", Reading::Read, {}, cut, "value", "whole");
    row("damaged jobs", Reading::Read, {}, part, "value", "lacking");
    row("jobs under way", Reading::Read, {}, open, "value", "unread");
    row("jobs failed", Reading::Read, {}, failed, "value", "failed");
    row("no backup", Reading::NoBackup, {}, none, "none", "unread");
    row("flex", Reading::Flex, failure, none, "none", "unread");
    row("gone", Reading::Gone, absence, none, "none", "unread");
    row("gone in between", Reading::Read, {}, gone, "none", "whole");
    row("failed", Reading::Failed, failure, none, "failed", "unread");
}

void ExportCheckReadsTest::turnsReadingsIntoFacts()
{
    QFETCH(const buckets::BackupSchedules::Reading, reading);
    QFETCH(const std::optional<atlas::ApiError>, error);
    QFETCH(const std::optional<buckets::ExportJobs::Told>, jobs);
    const auto name = *atlas::ClusterName::fromString(u"ledger-01"_s);
    const insight::ClusterFacts facts = insight::clusterFacts({name, reading, {}, {}}, error, jobs);
    QCOMPARE(facts.cluster.name, name);
    const auto wordOf = [](const auto &part, const QString &whole) {
        if (part.isWhole())
            return whole;
        if (part.completeness.lacks(buckets::Gap::Failed))
            return part.error ? u"failed"_s : u"failed, nobody knows why"_s;
        return part.completeness.lacks(buckets::Gap::Unread) ? u"unread"_s : u"lacking"_s;
    };
    QTEST(wordOf(facts.schedule, facts.schedule.value ? u"value"_s : u"none"_s), "schedule");
    QTEST(wordOf(facts.jobs, u"whole"_s), "jobsPart");
}

void ExportCheckReadsTest::findsWhatWasPlanted_data()
{
    QTest::addColumn<int>("reader");
    QTest::newRow("manager") << int(Reader::Manager);
    QTest::newRow("owner") << int(Reader::Owner);
    QTest::newRow("viewer") << int(Reader::Viewer);
}

void ExportCheckReadsTest::findsWhatWasPlanted()
{
    QFETCH(int, reader);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    begin(atlassim::World::troubled(now), credentialOf(Reader(reader)));
    check();
    QCOMPARE(linesOf(exports().findings()),
             linesOf(atlassim::troubled::plantedFindings(now, Reader(reader))));
    QVERIFY(exports().checkedAt() >= now);
}

void ExportCheckReadsTest::findsTheSameInListsTooLongToCount_data()
{
    QTest::addColumn<QString>("list");
    QTest::newRow("alert configurations") << u"/alertConfigs"_s;
    QTest::newRow("private endpoints") << u"/backup/AWS/privateEndpoints"_s;
    QTest::newRow("all") << QString();
}

void ExportCheckReadsTest::findsTheSameInListsTooLongToCount()
{
    QFETCH(const QString, list);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    begin(atlassim::World::troubled(now), credentialOf(Reader::Owner));
    simulator().options().uncounted = atlassim::Uncounted::Zero;
    for (const atlassim::Project &one : std::as_const(simulator().world().projects)) {
        Fault fault =
            Fault::atlasError(500, u"TIMEOUT_WHILE_PAGING"_s, u"Internal Server Error"_s, {});
        fault.pathPrefix = Groups + one.id + list;
        fault.queryItem = u"includeCount=true"_s;
        fault.times = Fault::Forever;
        simulator().addFault(fault);
    }
    check();
    QCOMPARE(linesOf(exports().findings()),
             linesOf(atlassim::troubled::plantedFindings(now, Reader::Owner)));
    const auto seen = simulator().seenRequests();
    QVERIFY(std::any_of(seen.begin(), seen.end(), [&list](const auto &request) {
        return request.path.endsWith(list) && request.queryItem(u"includeCount"_s) == u"false";
    }));
}

void ExportCheckReadsTest::readsNothingThatNoRuleNeeds()
{
    atlassim::World world = worldOf(3, 4, 2);
    // The second has no buckets, the third no clusters.
    world.projects[1].buckets.clear();
    for (atlassim::Cluster &cluster : world.projects[1].clusters)
        cluster.schedule.autoExportEnabled = false;
    world.projects[2].clusters.clear();
    world.projects[2].clusterCount = 0;
    begin(world);
    check();
    const QMap<QString, int> seen = calls();
    QCOMPARE(seen.value(Groups + u"ID/backup/exportBuckets"_s), 3);
    QCOMPARE(seen.value(Groups + u"ID/clusters"_s), 3);
    QCOMPARE(seen.value(Groups + u"ID/clusters/NAME/backup/schedule"_s), 4 + 4);
    QCOMPARE(seen.value(Groups + u"ID/clusters/NAME/backup/exports"_s), 4);
    QCOMPARE(seen.value(Groups + u"ID/cloudProviderAccess"_s), 2);
    QCOMPARE(seen.value(Groups + u"ID/alertConfigs"_s), 1);
    int others = 0;
    for (auto kind = seen.cbegin(); kind != seen.cend(); ++kind)
        others += kind.key().startsWith(Groups + u"ID/backup/exportBuckets/"_s) ? 0 : kind.value();
    QCOMPARE(others,
             3 + 3 + 8 + 4 + 2 + 1 + seen.value(Groups + u"ID/backup/AWS/privateEndpoints"_s));
}

/// At once, of all projects.
void ExportCheckReadsTest::tellsTheTable()
{
    begin(worldOf(5, 2, 2));
    session().inventory().openAll();
    check();
    const models::BucketTableModel &table = session().shownTable();
    QCOMPARE(table.rowCount(), 10);
    for (int row = 0; row < table.rowCount(); ++row) {
        const auto project = table.store().projectAt(row);
        const auto bucket = table.store().idAt(row);
        QCOMPARE(table.use().userCount(project, bucket), 1);
        QCOMPARE(table.use().lastExport(project, bucket)->state,
                 buckets::LastExport::State::Worked);
    }
    simulator().clearSeenRequests();
    session().checkUsage();
    QVERIFY(!session().isCheckingUsage());
    QVERIFY(simulator().seenRequests().isEmpty());
}

/// What is not known is not found, but said.
void ExportCheckReadsTest::filtersByExports()
{
    atlassim::World world = worldOf(3, 2, 2);
    // Of the first, one bucket fails and one works; of the second, one works and one has none.
    atlassim::ExportJob &newest = world.projects[0].clusters[0].exportJobs.first();
    newest.fail(*newest.finishedAt, {u"EXPORT_BUCKET_UNREACHABLE"_s, u"It is away."_s});
    world.projects[1].clusters.removeLast();
    begin(world);
    Fault fault;
    fault.pathPrefix = Groups + project(2) + u"/clusters"_s;
    fault.status = 403;
    fault.times = Fault::Forever;
    simulator().addFault(fault);
    session().inventory().openAll();
    check();
    models::BucketSortFilterModel rows;
    rows.setSourceModel(&session().shownTable());
    const auto found = [&rows, this](const QString &text) {
        rows.setFilterText(text);
        QStringList ids;
        for (int row = 0; row < rows.rowCount(); ++row) {
            const int source = rows.mapToSource(rows.index(row, 0)).row();
            ids.append(session().inventory().buckets().idAt(source).toHex());
        }
        return ids;
    };
    const auto &projects = simulator().world().projects;
    QCOMPARE(found(u"export:failed"_s), QStringList{projects[0].buckets[0].id});
    QCOMPARE(found(u"export:none"_s), QStringList{projects[1].buckets[1].id});
    const auto &store = session().inventory().buckets();
    QCOMPARE(buckets::unknownExportsIn(store.rows(), session().shownTable().use()).projects.size(),
             1);
}

/// Jobs that no rule needs are read when somebody looks at the bucket.
void ExportCheckReadsTest::readsTheRestWhereAPersonLooks()
{
    atlassim::World world = worldOf(1, 1, 1200);
    begin(world);
    session().inventory().openAll();
    check();
    QCOMPARE(callsTo(u"/backup/exports"_s), 1);
    const auto text = [this](int row, int role = Qt::DisplayRole) {
        const auto column = static_cast<int>(models::BucketTableModel::Column::LastExport);
        return session().shownTable().index(row, column).data(role).toString();
    };
    buckets::BucketStore &store = session().inventory().buckets();
    const int row = store.rowOf(*atlas::BucketId::fromHex(
        simulator().world().projects[0].clusters[0].schedule.target->exportBucketId));
    QVERIFY(!session().inspector().usage());
    const QString exact = text(row, Qt::ToolTipRole);
    QVERIFY2(exact.contains(u"2026-08-09"_s), qPrintable(exact));
    QCOMPARE(text(1 - row), u"None in 400 day(s)"_s);
    session().inspector().setBucket(store.projectAt(row), store.bucketAt(row));
    const buckets::ProjectUsage &usage = *session().inspector().usage();
    QVERIFY(usage.isUnread());
    QVERIFY(usage.jobs().completeness().lacks(buckets::Gap::OtherPages));
    QTRY_COMPARE(usage.jobs().jobsTo(store.idAt(row)).size(), 1200);
    QTRY_VERIFY(!usage.isReading());
    QVERIFY(!usage.isUnread());
    QVERIFY(usage.jobs().completeness().isWhole());
}

void ExportCheckReadsTest::readsManyJobsNoFurtherThanNeeded_data()
{
    QTest::addColumn<int>("hoursBetween");
    QTest::addColumn<int>("pages");
    // Of 20 pages.
    QTest::newRow("one a day") << 24 << 1;
    // 1,200 in 400 days; read twice, for pages are not of one moment.
    QTest::newRow("three a day") << 8 << 2 * 3;
}

void ExportCheckReadsTest::readsManyJobsNoFurtherThanNeeded()
{
    QFETCH(int, hoursBetween);
    QFETCH(int, pages);
    constexpr int count = 10'000;
    atlassim::World world = worldOf(1, 1, 0);
    atlassim::Project &project = world.projects[0];
    atlassim::Cluster &cluster = project.clusters[0];
    const QDateTime latest = QDateTime::currentDateTimeUtc().addSecs(-3600);
    for (int i = 0; i < count; ++i) {
        const QDateTime made = latest.addSecs(qint64(-3600) * hoursBetween * i);
        cluster.exportJobs.append(
            atlassim::newExportJob(project, cluster, project.buckets[0].id, made));
        cluster.exportJobs.last().succeed(made.addSecs(60));
    }
    begin(world);
    const QSignalSpy begun(&exports(), &ExportCheck::usageBegun);
    check();
    QCOMPARE(callsTo(u"/backup/exports"_s), pages);
    const auto *const usage =
        begun.constFirst().constFirst().value<const buckets::ProjectUsage *>();
    const auto jobs = usage->jobs().jobsTo(usage->jobs().buckets().constFirst());
    QVERIFY(jobs.size() >= 400 * 24 / hoursBetween);
    QVERIFY(std::is_sorted(jobs.begin(), jobs.end(), [](const auto &one, const auto &other) {
        return one.job.created > other.job.created;
    }));
    const insight::ProjectFacts *facts =
        exports().factsOf(*atlas::ProjectId::fromHex(this->project(0)));
    QVERIFY(facts);
    const auto &known = facts->clusters.value[0].jobs;
    QVERIFY(known.isWhole());
    QCOMPARE(known.value.size(), 1);
    QCOMPARE(known.value.constFirst().id, jobs.constFirst().job.id);
}

void ExportCheckReadsTest::takesADeletedClusterForGone()
{
    const atlassim::World world = worldOf(1, 3, 0);
    begin(world);
    const QString name = world.projects[0].clusters[1].name;
    Fault fault = Fault::atlasError(404, u"CLUSTER_NOT_FOUND"_s, u"Not Found"_s,
                                    u"No such cluster."_s, {name, project(0)});
    fault.pathPrefix = Groups + project(0) + u"/clusters/"_s + name + u"/backup/exports"_s;
    simulator().addFault(fault);
    check();
    QSet<QString> clusters;
    for (const Finding &finding : exports().findings()) {
        if (finding.cluster)
            clusters.insert(finding.cluster->toString());
    }
    QCOMPARE(clusters.size(), 2);
    QVERIFY(!clusters.contains(name));
    QVERIFY(!foundUnread());
    QCOMPARE(session().problemLog().rowCount(), 0);
}

void ExportCheckReadsTest::tellsHowFarItHasCome()
{
    begin(worldOf(30, 4, 1));
    simulator().options().latency = 50ms;
    struct Told
    {
        int done = 0;
        int estimates = 0;
    };
    const auto told = std::make_shared<Told>();
    connect(&exports(), &ExportCheck::changed, this, [this, told] {
        const insight::CheckProgress progress = exports().progress();
        QVERIFY(progress.done >= told->done);
        QVERIFY(progress.done <= progress.projects);
        told->done = progress.done;
        if (progress.done >= 5 && progress.done <= 25) {
            // 30 x (1 + 1 + 4 + 4 + 1 + 1), and regions.
            const int total = progress.callsMade + progress.callsLeft;
            QVERIFY2(total > 200 && total < 600, qPrintable(QString::number(total)));
            QVERIFY(progress.left > 0s);
            ++told->estimates;
        }
    });
    check();
    QVERIFY(told->estimates > 0);
    const insight::CheckProgress end = exports().progress();
    QCOMPARE(end.projects, 30);
    QCOMPARE(end.done, 30);
    QCOMPARE(end.callsLeft, 0);
    QVERIFY(end.callsMade >= 30 * 11);
}

QTEST_GUILESS_MAIN(ExportCheckReadsTest)
#include "tst_exportcheck.moc"
