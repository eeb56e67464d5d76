// SPDX-License-Identifier: Apache-2.0
#include "findingcases.h"
#include "insight/health/exporttale.h"
#include "insight/health/rules.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace healthfacts;
using insight::Facts;
using insight::Finding;
using insight::FindingCode;
using insight::ProjectFacts;

Q_DECLARE_METATYPE(insight::ProjectFacts)

/// What the rules find, each where it should and nowhere else.
class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void table();
    void readmeNamesAll();
    void finds_data();
    void finds();
    void findsTheSameInFewerJobs();
    void findsEachCode();
    void saysWhatAtlasSaid();
    void saysSinceWhen_data();
    void saysSinceWhen();
    void namesTheFirstRegistration();
    void shared_data();
    void shared();
    void sharedSinceTheSecondProject();
    void sorts();
    void takesTheirTime();
};

namespace {

QList<FindingCase> allCases()
{
    return exportCases() + placeCases();
}

/// Whether a person can read it: no place of a value is left open.
bool isSentence(const atlas::Wording &wording)
{
    const QString text = wording.toString();
    return !text.isEmpty() && !text.contains(u"%1"_s) && !text.contains(u"%2"_s)
        && !text.contains(u"%3"_s) && !text.contains(u"%L"_s);
}

/// As a check keeps them: with the jobs that rules go by, alone.
ProjectFacts withTellingJobs(ProjectFacts facts)
{
    for (insight::ClusterFacts &cluster : facts.clusters.value)
        cluster.jobs.value = insight::tellingJobs(cluster.jobs.value);
    return facts;
}

Facts allOf(const QList<ProjectFacts> &projects)
{
    return {projects, true, now()};
}

} // namespace

void FindingsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void FindingsTest::table()
{
    for (const insight::Rule &rule : insight::rules) {
        QCOMPARE(insight::findingCode(QString(insight::codeWord(rule.code))),
                 std::optional(rule.code));
        QVERIFY(isSentence(insight::titleOf(rule.code)));
    }
    QCOMPARE(insight::findingCode(u"export_failed"), std::nullopt);
    QCOMPARE(insight::findingCode(u""), std::nullopt);
    QCOMPARE(insight::codeWord(FindingCode::ExportNotYet), "EXPORT_NOT_YET"_L1);
}

void FindingsTest::readmeNamesAll()
{
    QFile file(QStringLiteral(BUCKETSCOPE_SOURCE_DIR) + u"/README.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    qsizetype last = 0;
    for (const insight::Rule &rule : insight::rules) {
        QString severity = insight::severityWord(rule.worst);
        if (rule.mildest != rule.worst)
            severity += u" or "_s + insight::severityWord(rule.mildest);
        const QString row = u"| `%1` | %2 | "_s.arg(rule.word, severity);
        const qsizetype place = readme.indexOf(row);
        QVERIFY2(place > last, qPrintable(row));
        last = place;
    }
}

void FindingsTest::finds_data()
{
    QTest::addColumn<ProjectFacts>("facts");
    QTest::addColumn<QString>("expected");
    const QList<FindingCase> cases = allCases();
    for (const FindingCase &one : cases)
        QTest::newRow(one.name) << one.facts << one.expected;
}

void FindingsTest::finds()
{
    QFETCH(const ProjectFacts, facts);
    const QList<Finding> found = insight::findingsOf(facts, now());
    QTEST(shortly(found), "expected");
    QVERIFY(insight::findingsIn(allOf({facts})) == found);
    QVERIFY(insight::findingsOf(withTellingJobs(facts), now()) == found);
    for (const Finding &finding : found) {
        const insight::Rule &rule = insight::ruleOf(finding.code);
        QVERIFY(finding.severity >= rule.worst && finding.severity <= rule.mildest);
        QCOMPARE(finding.project, facts.project.id);
        QCOMPARE(finding.projectName, facts.project.name);
        QVERIFY2(isSentence(finding.message), qPrintable(finding.message.toString()));
        QVERIFY2(isSentence(finding.nextStep), qPrintable(finding.nextStep.toString()));
        QVERIFY(!finding.accepted);
    }
}

/// The older export ended last: it is what says that the bucket is in use.
void FindingsTest::findsTheSameInFewerJobs()
{
    QList<atlas::ExportJob> jobs{job(bucketId(1), "Successful", 0.5)};
    for (int day = 401; day < 500; ++day)
        jobs.append(job(bucketId(2), "Successful", day));
    jobs.last().finished = daysAgo(399);
    const QList<atlas::ExportJob> telling = insight::tellingJobs(jobs);
    QCOMPARE(telling.size(), 3);
    ProjectFacts facts = healthyProject();
    facts.buckets.value.append(awsBucket(bucketId(2), u"beech"_s));
    facts.clusters.value.first().jobs.value = jobs;
    QCOMPARE(shortly(insight::findingsOf(facts, now())), QString());
    QCOMPARE(shortly(insight::findingsOf(withTellingJobs(facts), now())), QString());
}

void FindingsTest::findsEachCode()
{
    QSet<FindingCode> codes;
    const QList<FindingCase> cases = allCases();
    for (const FindingCase &one : cases) {
        for (const Finding &finding : insight::findingsOf(one.facts, now()))
            codes.insert(finding.code);
    }
    for (const insight::Rule &rule : insight::rules)
        QVERIFY2(codes.contains(rule.code) == !rule.findInAll, rule.word.data());
}

void FindingsTest::saysWhatAtlasSaid()
{
    atlas::ExportJob failed = job(bucketId(1), "Failed", 1);
    failed.reason = {u"DENIED"_s, u"PutObject was denied 100%2"_s};
    ProjectFacts facts = healthyProject();
    facts.clusters.value.first().jobs.value = {failed};
    QCOMPARE(
        insight::findingsOf(facts, now()).constFirst().message.toString(),
        u"The last export of cluster reed to bucket acorn failed. Atlas: DENIED: PutObject was "
        "denied 100%2"_s);
    facts.clusters.value.first().jobs.value.first().reason.reset();
    QCOMPARE(insight::findingsOf(facts, now()).constFirst().message.toString(),
             u"The last export of cluster reed to bucket acorn failed."_s);
}

void FindingsTest::saysSinceWhen_data()
{
    QTest::addColumn<QList<atlas::ExportJob>>("jobs");
    QTest::addColumn<QDateTime>("since");
    const atlas::BucketId bucket = bucketId(1);
    atlas::ExportJob failed = job(bucket, "Failed", 1.5);
    failed.finished = daysAgo(1.25);
    QTest::newRow("failed: its end") << QList{failed} << daysAgo(1.25);
    failed.finished.reset();
    QTest::newRow("failed, its end not told") << QList{failed} << daysAgo(1.5);
    QTest::newRow("overdue: since it was due") << QList{job(bucket, "Successful", 5)} << daysAgo(3);
    QTest::newRow("stuck: the oldest")
        << QList{job(bucket, "Queued", 1.1), job(bucket, "Queued", 1.2),
                 job(bucket, "Successful", 1.5)}
        << daysAgo(1.2);
}

void FindingsTest::saysSinceWhen()
{
    QFETCH(const QList<atlas::ExportJob>, jobs);
    QFETCH(const QDateTime, since);
    ProjectFacts facts = healthyProject();
    facts.clusters.value.first().jobs.value = jobs;
    const QList<Finding> found = insight::findingsOf(facts, now());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().since, std::optional(since));
}

void FindingsTest::namesTheFirstRegistration()
{
    ProjectFacts facts = project();
    facts.buckets.value = {awsBucket(bucketId(1, 30)), awsBucket(bucketId(3, 50)),
                           awsBucket(bucketId(2, 40))};
    const auto found = only(FindingCode::DuplicateBucket, insight::findingsOf(facts, now()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().bucket, std::optional(bucketId(3, 50)));
    QCOMPARE(found.constFirst().since, std::optional(daysAgo(40)));
    QVERIFY(found.constFirst().message.toString().contains(u'3'));
}

void FindingsTest::shared_data()
{
    QTest::addColumn<QList<atlas::ExportBucket>>("first");
    QTest::addColumn<QList<atlas::ExportBucket>>("second");
    QTest::addColumn<bool>("isShared");
    const QString account = u"https://grove.blob.core.windows.net"_s;
    const auto id = [](int number) {
        return bucketId(number);
    };
    using List = QList<atlas::ExportBucket>;
    QTest::newRow("same") << List{awsBucket(id(1))} << List{awsBucket(id(2))} << true;
    atlas::ExportBucket otherRole = awsBucket(id(2));
    otherRole.text(atlas::BucketField::RoleId) = u"larch"_s;
    QTest::newRow("by another role") << List{awsBucket(id(1))} << List{otherRole} << true;
    QTest::newRow("another name") << List{awsBucket(id(1))} << List{awsBucket(id(2), u"beech"_s)}
                                  << false;
    QTest::newRow("twice in one") << List{awsBucket(id(1)), awsBucket(id(2))} << List() << false;
    QTest::newRow("both forms of an address")
        << List{azureBucket(id(1), u"acorn"_s, account)}
        << List{azureBucket(id(2), u"acorn"_s, account + u"/acorn"_s)} << true;
    QTest::newRow("another account")
        << List{azureBucket(id(1), u"acorn"_s, account)}
        << List{azureBucket(id(2), u"acorn"_s, u"https://hedge.blob.core.windows.net"_s)} << false;
    QTest::newRow("accounts not told") << List{azureBucket(id(1), u"acorn"_s, {})}
                                       << List{azureBucket(id(2), u"acorn"_s, {})} << false;
}

void FindingsTest::shared()
{
    QFETCH(const QList<atlas::ExportBucket>, first);
    QFETCH(const QList<atlas::ExportBucket>, second);
    Facts facts = allOf({project(1, second), project(2, first), project(3)});
    const auto found = only(FindingCode::SharedBucket, insight::findingsIn(facts));
    QTEST(!found.isEmpty(), "isShared");
    if (found.isEmpty())
        return;
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().project, projectId(2));
    QCOMPARE(found.constFirst().bucket, std::optional(bucketId(1)));
    const QString all = found.constFirst().message.toString();
    facts.projects[2].buckets = {{}, {}, error(403, u"ACCESS_FORBIDDEN"_s)};
    const auto some = only(FindingCode::SharedBucket, insight::findingsIn(facts));
    QCOMPARE(some.size(), 1);
    QVERIFY(some.constFirst().message.toString() != all);
    QVERIFY(some.constFirst().message.toString().contains(u"at least"_s));
}

void FindingsTest::sharedSinceTheSecondProject()
{
    QList<ProjectFacts> projects{
        project(1, {awsBucket(bucketId(1, 50)), awsBucket(bucketId(2, 30))}),
        project(
            2,
            {awsBucket(bucketId(3, 20)), awsBucket(bucketId(4, 90)), awsBucket(bucketId(5, 80))}),
        project(3, {awsBucket(bucketId(6, 60))})};
    for (int turn = 0; turn < 3; ++turn) {
        std::rotate(projects.begin(), projects.begin() + 1, projects.end());
        const auto found = only(FindingCode::SharedBucket, insight::findingsIn(allOf(projects)));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().bucket, std::optional(bucketId(4, 90)));
        QCOMPARE(found.constFirst().since, std::optional(daysAgo(60)));
        QVERIFY(found.constFirst().message.toString().contains(u'3'));
    }
}

void FindingsTest::sorts()
{
    ProjectFacts warned = healthyProject(1);
    warned.alerts.value.clear();
    ProjectFacts failing = healthyProject(2);
    failing.project.name = u"a grove"_s;
    failing.clusters.value.first().jobs.value = {job(bucketId(1), "Failed", 0.1),
                                                 job(bucketId(1), "Successful", 1)};
    ProjectFacts alsoFailing = failing;
    alsoFailing.project.id = projectId(3);
    alsoFailing.project.name = u"Zgrove"_s;
    QList<Finding> found = insight::findingsIn(allOf({warned, alsoFailing, failing}));
    QStringList order;
    for (const Finding &finding : std::as_const(found))
        order.append(insight::codeWord(finding.code) + u' ' + finding.projectName);
    QCOMPARE(order.join(u'\n'),
             u"EXPORT_FAILED a grove\nEXPORT_FAILED Zgrove\nNOBODY_TOLD Grove 1\n"
             "SHARED_BUCKET Grove 1"_s);
}

/// 250 projects, 2,000 clusters, 25,000 buckets, half of them shared or registered twice.
void FindingsTest::takesTheirTime()
{
    Facts facts = allOf({});
    for (int number = 0; number < 250; ++number) {
        ProjectFacts one = project(number);
        for (int bucket = 0; bucket < 100; ++bucket)
            one.buckets.value.append(
                awsBucket(bucketId(number * 100 + bucket), u"b%1"_s.arg((number * bucket) % 2503)));
        for (int index = 0; index < 8; ++index) {
            const atlas::BucketId target = one.buckets.value[index].id;
            one.clusters.value.append(
                cluster(u"c%1"_s.arg(index), schedule(target),
                        QList<atlas::ExportJob>(100, job(target, "Successful", 1))));
        }
        facts.projects.append(one);
    }
    QElapsedTimer timer;
    timer.start();
    const QList<Finding> found = insight::findingsIn(facts);
    qInfo("%lld findings in %lld ms", qint64(found.size()), timer.elapsed());
    QVERIFY(found.size() > 20'000);
}

QTEST_GUILESS_MAIN(FindingsTest)
#include "tst_findings.moc"
