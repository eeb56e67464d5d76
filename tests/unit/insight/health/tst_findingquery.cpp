// SPDX-License-Identifier: Apache-2.0
#include "healthfacts.h"
#include "insight/health/findingcounts.h"
#include "insight/health/findingquery.h"
#include "insight/health/removalverdict.h"

#include <QLocale>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace healthfacts;
using insight::Finding;
using insight::FindingCode;
using insight::ProjectFacts;
using insight::RemovalVerdict;

using Answer = RemovalVerdict::Answer;
using Change = std::function<void(insight::Facts &)>;

Q_DECLARE_METATYPE(insight::RemovalVerdict::Answer)
Q_DECLARE_METATYPE(Change)

/// What is asked of findings: which, how many, and whether a bucket may go.
class FindingQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matches_data();
    void matches();
    void counts();
    void mayItGo_data();
    void mayItGo();
    void saysWhereElseItIs();
};

void FindingQueryTest::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void FindingQueryTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const QString &text, bool isFound) {
        QTest::addRow("%s", qPrintable(text)) << text << isFound;
    };
    row(u""_s, true);
    row(u"   "_s, true);
    row(u"severity:critical"_s, true);
    row(u"severity:CRIT"_s, true);
    row(u"severity:warning"_s, false);
    row(u"severity:"_s, true);
    row(u"code:failed"_s, true);
    row(u"code:=EXPORT_FAILED"_s, true);
    row(u"code:=export_failed"_s, true);
    row(u"code:=EXPORT"_s, false);
    row(u"Code:NOT_READ"_s, false);
    row(u"project:grove"_s, true);
    row(u"project:\"Grove 7\""_s, true);
    row(u"project:=\"grove 7\""_s, true);
    row(u"project:reed"_s, false);
    row(u"cluster:reed"_s, true);
    row(u"cluster:fern"_s, false);
    row(u"reed acorn"_s, true);
    row(u"acorn reed severity:critical"_s, true);
    row(u"acorn fern"_s, false);
    row(u"ACORN"_s, true);
    row(u"\"severity:critical\""_s, false);
    row(u"last failed"_s, true);
    row(u"denied"_s, true);
    row(u"jobs create"_s, true);
    row(u"known"_s, true);
    row(u"00000007"_s, true);
}

void FindingQueryTest::matches()
{
    QFETCH(const QString, text);
    Finding finding;
    finding.code = FindingCode::ExportFailed;
    finding.severity = insight::Severity::Critical;
    finding.project = projectId(7);
    finding.projectName = u"Grove 7"_s;
    finding.cluster = clusterName(u"reed"_s);
    finding.bucket = bucketId(1);
    finding.bucketName = u"acorn"_s;
    finding.message = u"It was denied."_s;
    finding.nextStep = u"atlas backups exports jobs create"_s;
    finding.accepted = insight::Acceptance{u"known"_s, {}};
    const auto query = insight::FindingQuery::fromText(text);
    QTEST(query.matches(finding), "isFound");
    QCOMPARE(query.isEmpty(), text.trimmed().isEmpty() || text == u"severity:");
}

void FindingQueryTest::counts()
{
    using insight::Severity;
    QList<Finding> findings(6);
    findings[0].severity = Severity::Critical;
    findings[1].severity = Severity::Info;
    findings[2].severity = Severity::Info;
    findings[5].severity = Severity::Critical;
    findings[5].accepted = insight::Acceptance{};
    QCOMPARE(insight::countsOf(findings), (insight::FindingCounts{1, 2, 2, 1}));
}

void FindingQueryTest::mayItGo_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char *name, Answer answer, const QString &reasons,
                        const std::function<void(ProjectFacts &)> &change) {
        QTest::newRow(name) << Change([change](insight::Facts &facts) {
            change(facts.projects.first());
        }) << answer << reasons;
    };
    const QString reed = u"Auto export of cluster reed goes to this bucket.\n"_s;
    const QString last = u"Cluster reed last exported to this bucket on October 31, 2026."_s;
    row("used", Answer::No, reed + last, [](ProjectFacts &) {});
    row("used, the rest not known", Answer::No,
        reed + u"Not all clusters of this project could be loaded.\n"_s + last,
        [](ProjectFacts &facts) {
            facts.clusters.completeness = buckets::Completeness::lacking(buckets::Gap::Failed);
        });
    row("still set", Answer::Yes,
        u"The bucket is still set in the backup schedule of cluster reed, with auto export off. "
        "You may have to remove it from the schedule first.\n"_s
            + last,
        [](ProjectFacts &facts) {
            facts.clusters.value.first().schedule.value->autoExportEnabled = false;
        });
    row("a schedule not known", Answer::Unknown,
        u"The backup schedule of cluster reed could not be loaded."_s, [](ProjectFacts &facts) {
            facts.clusters.value.first().schedule = {{}, {}, error(500, u"UNEXPECTED_ERROR"_s)};
        });
    row("jobs not known", Answer::Yes, u"The export jobs of cluster reed could not be loaded."_s,
        [](ProjectFacts &facts) {
            facts.clusters.value.first().schedule.value = scheduleWithoutExport();
            facts.clusters.value.first().jobs = {{}, {}, error(403, u"ACCESS_FORBIDDEN"_s)};
        });
    row("under way, never worked", Answer::Yes,
        u"An export of cluster reed to this bucket has not ended yet.\n"
        "Cluster reed last tried to export to this bucket on October 31, 2026, without "
        "success."_s,
        [](ProjectFacts &facts) {
            facts.clusters.value.first().schedule.value = scheduleWithoutExport();
            facts.clusters.value.first().jobs.value = {job(bucketId(1), "InProgress", 1)};
        });
    row("nobody", Answer::Yes, {}, [](ProjectFacts &facts) { facts.clusters.value.clear(); });
    QTest::newRow("not there") << Change([](insight::Facts &facts) { facts.projects.clear(); })
                               << Answer::Unknown << QString();
}

void FindingQueryTest::mayItGo()
{
    QFETCH(const Change, change);
    insight::Facts facts{{healthyProject()}, true, now()};
    facts.projects.first().clusters.value.first().jobs.value = {job(bucketId(1), "Successful", 1),
                                                                job(bucketId(1), "Successful", 2)};
    change(facts);
    const RemovalVerdict verdict = insight::removalVerdictOf(bucketId(1), projectId(1), facts);
    QTEST(verdict.answer, "answer");
    QVERIFY(!verdict.headline.toString().isEmpty());
    QStringList reasons;
    for (const atlas::Wording &reason : verdict.reasons)
        reasons.append(reason.toString());
    QTEST(reasons.join(u'\n'), "reasons");
}

void FindingQueryTest::saysWhereElseItIs()
{
    insight::Facts facts{{project(1, {awsBucket(bucketId(1)), awsBucket(bucketId(2))}),
                          project(2, {awsBucket(bucketId(3))}), project(3), project(4)},
                         true,
                         now()};
    facts.projects[3].buckets = {{}, {}, error(403, u"ACCESS_FORBIDDEN"_s)};
    const RemovalVerdict verdict = insight::removalVerdictOf(bucketId(1), projectId(1), facts);
    QCOMPARE(verdict.answer, Answer::Yes);
    QCOMPARE(verdict.reasons.size(), 3);
    QVERIFY(verdict.reasons[0].toString().contains(u"Grove 2"_s));
    QVERIFY(verdict.reasons[1].toString().contains(u"in this project"_s));
    QVERIFY(verdict.reasons[2].toString().contains(u"could not be loaded"_s));
}

QTEST_GUILESS_MAIN(FindingQueryTest)
#include "tst_findingquery.moc"
