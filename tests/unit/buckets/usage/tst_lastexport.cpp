// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "buckets/usage/lastexport.h"
#include "buckets/usage/lastexporttext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using buckets::ClusterExportJob;
using buckets::LastExport;
using State = LastExport::State;
using Jobs = QList<ClusterExportJob>;

namespace {

atlas::ClusterName cluster(const QString &name)
{
    return *atlas::ClusterName::fromString(name);
}

/// A job of a day of 2026, made at noon; it has ended a minute later, if it has.
ClusterExportJob job(const QString &name, const char *state, int month, int day = 2)
{
    ClusterExportJob made{cluster(name), {}};
    made.job.state = atlas::ExportJobState::fromApi(QString::fromLatin1(state));
    made.job.created = QDateTime({2026, month, day}, {12, 0}, atlas::Utc);
    if (made.job.state.isEnded())
        made.job.finished = made.job.created->addSecs(60);
    if (made.job.state.kind() == atlas::ExportJobState::Kind::Failed)
        made.job.reason = {u"DENIED"_s, u"s3:PutObject\u202e was denied"_s};
    return made;
}

atlas::BucketId bucket(char digit)
{
    return *atlas::BucketId::fromHex(QString(24, QLatin1Char(digit)));
}

/// One of many, as Atlas tells them.
atlas::ExportJob nightly(int day)
{
    atlas::ExportJob made = job(u"a"_s, "Successful", 1).job;
    made.id = *atlas::ExportJobId::fromHex(u"66a1b2c3d4e5f6a7%1"_s.arg(day, 8, 16, QChar(u'0')));
    made.created = made.created->addDays(-day);
    made.finished = made.created->addSecs(day);
    made.bucket = bucket('1');
    made.prefix =
        u"exported_snapshots/5f0e/66aa/meadow/%1/%2"_s.arg(made.created->toString(Qt::ISODate))
            .arg(day);
    made.snapshotId = u"77a1b2c3d4e5f6a7%1"_s.arg(day, 8, 16, QChar(u'0'));
    made.progress = {day, 500};
    return made;
}

QList<atlas::ExportJob> nights(int count)
{
    QList<atlas::ExportJob> jobs;
    for (int day = 0; day < count; ++day)
        jobs.append(nightly(day));
    return jobs;
}

} // namespace

Q_DECLARE_METATYPE(buckets::LastExport::State)

/// Whether exports to a bucket work: what is told of jobs, newest first.
class LastExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tells_data();
    void tells();
    void speaks_data();
    void speaks();
    void toldAtLength();
    void putsTheWorstFirst();
    void takesTimesWhereTheyAre();
    void keepsJobsWhole_data();
    void keepsJobsWhole();
    void keepsJobsSmall();
    void findsJobsByBucket();
};

void LastExportTest::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void LastExportTest::tells_data()
{
    QTest::addColumn<Jobs>("jobs");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << Jobs() << State::Never << u"Never"_s;
    QTest::newRow("worked") << Jobs{job(u"a"_s, "Successful", 8), job(u"a"_s, "Failed", 7)}
                            << State::Worked << u"✓ worked 2026-08-02"_s;
    QTest::newRow("failed") << Jobs{job(u"a"_s, "Failed", 8), job(u"a"_s, "Failed", 7),
                                    job(u"a"_s, "Successful", 6), job(u"a"_s, "Failed", 5)}
                            << State::Failed << u"✕ failed 2× · worked 2026-06-02"_s;
    QTest::newRow("never worked") << Jobs{job(u"a"_s, "Failed", 8)} << State::Failed
                                  << u"✕ failed 1× · never worked"_s;
    QTest::newRow("failed, the next is under way")
        << Jobs{job(u"a"_s, "InProgress", 9), job(u"a"_s, "Failed", 8),
                job(u"a"_s, "Successful", 7)}
        << State::Failed << u"✕ failed 1× · worked 2026-07-02"_s;
    QTest::newRow("under way") << Jobs{job(u"a"_s, "InProgress", 8), job(u"a"_s, "Successful", 7)}
                               << State::UnderWay << u"▸ In progress · worked 2026-07-02"_s;
    QTest::newRow("the first waits")
        << Jobs{job(u"a"_s, "Queued", 8)} << State::UnderWay << u"▸ Queued · never worked"_s;
    QTest::newRow("cancelled") << Jobs{job(u"a"_s, "Cancelled", 8), job(u"a"_s, "Failed", 7),
                                       job(u"a"_s, "Successful", 6)}
                               << State::Cancelled << u"– Cancelled · worked 2026-06-02"_s;
    QTest::newRow("failures before and after a cancellation")
        << Jobs{job(u"a"_s, "Failed", 8), job(u"a"_s, "Cancelled", 7), job(u"a"_s, "Failed", 6)}
        << State::Failed << u"✕ failed 1× · never worked"_s;
    QTest::newRow("a state that came later")
        << Jobs{job(u"a"_s, "Paused", 8), job(u"a"_s, "Successful", 7)} << State::Unknown
        << u"? Paused · worked 2026-07-02"_s;
    QTest::newRow("hidden by another cluster")
        << Jobs{job(u"b"_s, "Successful", 9), job(u"a"_s, "Failed", 8), job(u"a"_s, "Failed", 7),
                job(u"a"_s, "Successful", 6)}
        << State::Failed << u"✕ 1 of 2 clusters: failed 2× · worked 2026-06-02"_s;
    QTest::newRow("history of a cluster that exports elsewhere now")
        << Jobs{job(u"b"_s, "Successful", 9), job(u"gone"_s, "Failed", 8)} << State::Worked
        << u"✓ worked 2026-09-02"_s;
    QTest::newRow("no history while nothing has ended since")
        << Jobs{job(u"gone"_s, "Failed", 8), job(u"gone"_s, "Successful", 7)} << State::Failed
        << u"✕ failed 1× · worked 2026-07-02"_s;
}

void LastExportTest::tells()
{
    QFETCH(const Jobs, jobs);
    const LastExport told = buckets::lastExportIn(
        jobs, [](const atlas::ClusterName &name) { return name != cluster(u"gone"_s); });
    QTEST(told.state, "state");
    QTEST(buckets::lastExportText(told), "text");
    // For the eye, how long ago.
    QFETCH(const QString, text);
    static const QRegularExpression day(u"\\d{4}-\\d\\d-\\d\\d"_s);
    const QDate worked = QDate::fromString(day.match(text).captured(), Qt::ISODate);
    const QDateTime later(worked.addDays(4), QTime(0, 0));
    QCOMPARE(buckets::lastExportText(told, later), QString(text).replace(day, u"3 day(s) ago"_s));
}

void LastExportTest::speaks_data()
{
    QTest::addColumn<Jobs>("jobs");
    QTest::addColumn<int>("failedOfLatest");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("none") << Jobs() << 0 << u"never exported"_s;
    QTest::newRow("worked") << Jobs{job(u"a"_s, "Successful", 8)} << 0
                            << u"last export worked on 2026-08-02"_s;
    QTest::newRow("worked, others failed")
        << Jobs{job(u"a"_s, "Successful", 8)} << 3
        << u"last export worked on 2026-08-02, 3 of the latest failed"_s;
    QTest::newRow("failed") << Jobs{job(u"a"_s, "Failed", 8), job(u"a"_s, "Failed", 7),
                                    job(u"a"_s, "Successful", 6)}
                            << 2 << u"exports fail, 2 in a row, last worked on June 2, 2026"_s;
    QTest::newRow("never worked") << Jobs{job(u"a"_s, "Failed", 8)} << 1
                                  << u"exports fail, 1 in a row, never worked"_s;
    QTest::newRow("of several clusters")
        << Jobs{job(u"b"_s, "Successful", 9), job(u"a"_s, "Failed", 8),
                job(u"a"_s, "Successful", 6)}
        << 1 << u"exports of 1 of 2 clusters fail, 1 in a row, last worked on June 2, 2026"_s;
    QTest::newRow("of several clusters, never worked")
        << Jobs{job(u"b"_s, "Successful", 9), job(u"a"_s, "Failed", 8)} << 1
        << u"exports of 1 of 2 clusters fail, 1 in a row, never worked"_s;
    QTest::newRow("under way") << Jobs{job(u"a"_s, "InProgress", 8), job(u"a"_s, "Successful", 7)}
                               << 0 << u"last export: In progress, last worked on July 2, 2026"_s;
    QTest::newRow("the first waits")
        << Jobs{job(u"a"_s, "Queued", 8)} << 0 << u"last export: Queued, never worked"_s;
}

/// Each date once, and no sign.
void LastExportTest::speaks()
{
    QFETCH(const Jobs, jobs);
    QFETCH(const int, failedOfLatest);
    const LastExport told =
        buckets::lastExportIn(jobs, [](const atlas::ClusterName &) { return true; });
    QTEST(buckets::spokenLastExport(told, failedOfLatest), "spoken");
}

void LastExportTest::toldAtLength()
{
    const auto all = [](const atlas::ClusterName &) {
        return true;
    };
    const LastExport failed = buckets::lastExportIn(
        {job(u"a"_s, "Failed", 8), job(u"a"_s, "Failed", 7), job(u"a"_s, "Successful", 6)}, all);
    QCOMPARE(buckets::lastExportDetails(failed),
             u"a: the last 2 export(s) failed, most recently at 2026-08-02 12:01 "
             "(2026-08-02 12:01:00 UTC).\nAtlas: DENIED: s3:PutObject\\u202E was denied\n"
             "The last successful export ended at 2026-06-02 12:01 (2026-06-02 12:01:00 UTC)."_s);
    const LastExport worked = buckets::lastExportIn({job(u"a"_s, "Successful", 6)}, all);
    QCOMPARE(buckets::lastExportDetails(worked),
             u"The last successful export ended at 2026-06-02 12:01 (2026-06-02 12:01:00 UTC)."_s);
    QCOMPARE(buckets::lastExportDetails({}), QString());
    Jobs many;
    for (int i = 0; i < 9; ++i)
        many.append(job(u"c%1"_s.arg(i), "Failed", 8));
    QVERIFY(buckets::lastExportDetails(buckets::lastExportIn(many, all))
                .endsWith(u"The exports of 4 more cluster(s) also fail."_s));
}

void LastExportTest::putsTheWorstFirst()
{
    const LastExport told = buckets::lastExportIn(
        {job(u"late"_s, "Failed", 9), job(u"early"_s, "Failed", 9), job(u"never"_s, "Failed", 9),
         job(u"late"_s, "Successful", 8), job(u"early"_s, "Successful", 7)},
        [](const atlas::ClusterName &) { return true; });
    QStringList names;
    for (const LastExport::Failure &failure : told.failures)
        names.append(failure.cluster.toString());
    QCOMPARE(names, QStringList({u"never"_s, u"early"_s, u"late"_s}));
    QCOMPARE(buckets::lastExportText(told), u"✕ 3 of 3 clusters: failed 1× · never worked"_s);
}

/// Atlas may leave out when a job was made or ended.
void LastExportTest::takesTimesWhereTheyAre()
{
    const auto none = [](const atlas::ClusterName &) {
        return false;
    };
    ClusterExportJob made = job(u"a"_s, "Successful", 6);
    made.job.finished.reset();
    QCOMPARE(buckets::lastExportIn({made}, none).worked, made.job.created);
    made.job.created.reset();
    made.job.id = *atlas::ExportJobId::fromHex(u"65f1a2b30000000000000001"_s);
    QCOMPARE(buckets::lastExportIn({made}, none).worked, made.job.id.createdAt());
}

void LastExportTest::keepsJobsWhole_data()
{
    QTest::addColumn<QList<atlas::ExportJob>>("jobs");
    QTest::newRow("none") << QList<atlas::ExportJob>();
    QTest::newRow("empty ones") << QList<atlas::ExportJob>(3);
    QTest::newRow("many") << nights(300);
    atlas::ExportJob odd = nightly(1);
    odd.bucket.reset();
    odd.created.reset();
    odd.finished = QDateTime({1969, 1, 1}, {0, 0}, atlas::Utc);
    odd.state = atlas::ExportJobState::fromApi(u"Paused"_s);
    odd.reason = {u"E"_s, u"거부됨"_s};
    odd.prefix = u"snow \u2603, half a pair "_s + QChar(0xd83d);
    odd.snapshotId = u"77A1B2C3D4E5F6A700000000"_s;
    odd.progress = {0, std::numeric_limits<qint64>::max()};
    odd.components = {{u"66aa"_s, u"shard-0"_s}, {QString(), u"shard-1"_s}};
    odd.customData = {{u"why"_s, u"å"_s}, {u"다"_s, QString()}};
    QTest::newRow("odd") << QList<atlas::ExportJob>{nightly(2), odd, nightly(1), odd};
    atlas::ExportJob empty = nightly(3);
    empty.snapshotId = QString();
    empty.prefix.clear();
    QTest::newRow("less than before") << QList<atlas::ExportJob>{nightly(2), empty, nightly(4)};
}

void LastExportTest::keepsJobsWhole()
{
    QFETCH(const QList<atlas::ExportJob>, jobs);
    const buckets::JobList list(jobs);
    QVERIFY(list.jobs() == jobs);
    QCOMPARE(list.size(), jobs.size());
    QList<atlas::ExportJob> outlines = jobs;
    for (atlas::ExportJob &job : outlines) {
        job.prefix.clear();
        job.snapshotId.reset();
        job.progress.reset();
        job.components.clear();
        job.customData.clear();
    }
    QVERIFY(list.outlines() == outlines);
}

/// A hundred bytes each; as they come, a job takes some hundreds.
void LastExportTest::keepsJobsSmall()
{
    constexpr int count = 400;
    QVERIFY(buckets::JobList(nights(count)).memory() < 100 * count);
}

void LastExportTest::findsJobsByBucket()
{
    QList<atlas::ExportJob> mixed = nights(4);
    mixed[1].bucket = bucket('2');
    mixed[2].bucket.reset();
    const QHash<atlas::ClusterName, buckets::JobList> clusters{
        {cluster(u"a"_s), mixed}, {cluster(u"b"_s), QList{nightly(1)}}};
    const buckets::JobIndex jobs(clusters);
    const Jobs expected{
        {cluster(u"a"_s), mixed[0]}, {cluster(u"b"_s), nightly(1)}, {cluster(u"a"_s), mixed[3]}};
    QVERIFY(jobs.jobsTo(bucket('1')) == expected);
    const Jobs outlines = jobs.outlinesTo(bucket('1'), 2);
    QCOMPARE(outlines.size(), 2);
    QCOMPARE(outlines.last().cluster, cluster(u"b"_s));
    QCOMPARE(outlines.last().job.finished, nightly(1).finished);
    QCOMPARE(outlines.last().job.prefix, QString());
    QCOMPARE(jobs.countTo(bucket('2')), 1);
    QCOMPARE(jobs.countTo(bucket('3')), 0);
    QVERIFY(jobs.jobsTo(bucket('3')).isEmpty());
}

QTEST_GUILESS_MAIN(LastExportTest)
#include "tst_lastexport.moc"
