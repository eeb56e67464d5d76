// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"
#include "expectations.h"
#include "metricsreader.h"

#include "headless/commandhelp.h"
#include "headless/commandoptions.h"
#include "startup/languages.h"
#include "startup/textcolumns.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/atlassim/world/troubledworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
namespace sample = atlassim::sample;
using expectations::linesOf;
using expectations::listed;
using expectations::sorted;
using metricsreader::Sample;
using metricsreader::samplesIn;
using metricsreader::valueOf;

namespace {

QString key(const QStringList &parts)
{
    return parts.join(u' ');
}

} // namespace

/// What the program without a window writes, against what is at the server.
class CommandResultsTest : public CommandTest
{
    Q_OBJECT

private Q_SLOTS:
    void listsAllBuckets();
    void listsLineByLine();
    void writesTheSameIntoAFile_data();
    void writesTheSameIntoAFile();
    void listsWhatTheFilterLetsThrough_data();
    void listsWhatTheFilterLetsThrough();
    void listsTheProjectsAskedFor();
    void tellsAllFindings();
    void findsNothingInAProjectThatNobodyKnows();
    void tellsWhatTheTimeLimitLeftOut();
    void tellsWhatIsAccepted();
    void writesMetrics();
    void speaksEnglishToMachines();
    void helpFitsATerminal_data();
    void helpFitsATerminal();
};

void CommandResultsTest::listsAllBuckets()
{
    begin(atlassim::World::troubled());
    const Ended ended = run({u"list"_s, u"--format"_s, u"json"_s});
    const QJsonObject json = ended.json();
    QCOMPARE(json[u"schema"].toInt(), 1);
    QCOMPARE(json[u"baseUrl"].toString(), simulator().baseUrl().toString());
    QVERIFY(QDateTime::fromString(json[u"generatedAt"].toString(), Qt::ISODate).isValid());
    const auto &projects = simulator().world().projects;
    QCOMPARE(json[u"projects"].toArray().size(), projects.size());
    QCOMPARE(json[u"projects"][0].toObject(),
             QJsonObject({{u"id"_s, projects.at(0).id},
                          {u"name"_s, projects.at(0).name},
                          {u"orgId"_s, projects.at(0).orgId}}));
    // In the order of the server, whatever came first.
    QCOMPARE(json[u"buckets"].toArray(), listed(simulator().world()));

    QCOMPARE(json[u"complete"].toBool(true), false);
    QCOMPARE(json[u"unread"].toArray().size(), 1);
    const QJsonObject unread = json[u"unread"][0].toObject();
    QCOMPARE(unread[u"projectName"].toString(), u"Sealed"_s);
    QCOMPARE(unread[u"what"].toString(), u"buckets"_s);
    QCOMPARE(unread[u"status"].toInt(), 401);
    QCOMPARE(unread[u"errorCode"].toString(), u"USER_UNAUTHORIZED"_s);
}

void CommandResultsTest::listsLineByLine()
{
    begin(atlassim::World::withProjects(30, 120));
    const Ended ended = run({u"list"_s, u"--format"_s, u"ndjson"_s});
    QCOMPARE(ended.exitCode, 0);
    QStringList lines;
    QVERIFY(ended.output.endsWith('\n'));
    for (const QByteArray &line : ended.output.chopped(1).split('\n'))
        lines.append(linesOf({QJsonDocument::fromJson(line).object()}));
    QCOMPARE(sorted(lines), linesOf(listed(simulator().world())));
}

void CommandResultsTest::writesTheSameIntoAFile_data()
{
    QTest::addColumn<QString>("format");
    for (const auto &format : {u"csv"_s, u"json"_s, u"ndjson"_s, u"markdown"_s})
        QTest::newRow(qPrintable(format)) << format;
}

/// Where nobody has to be waited for.
void CommandResultsTest::writesTheSameIntoAFile()
{
    QFETCH(const QString, format);
    begin(atlassim::World::withProjects(20, 400));
    const auto lines = [](const QByteArray &output) {
        QStringList all = QString::fromUtf8(output).split(u'\n');
        // The moment of each.
        all.removeIf([](const QString &line) { return line.startsWith(u"\"generatedAt"); });
        return sorted(all);
    };
    const QStringList arguments{u"list"_s, u"--format"_s, format};
    const auto shell = startShell(u"exec \"$0\" \"$@\" > list"_s, arguments);
    QCOMPARE(wait(*shell).exitCode, 0);
    const QStringList inFile = lines(contentOf(u"list"_s));
    QVERIFY(inFile.size() > 8000);
    QCOMPARE(inFile, lines(run(arguments).output));
}

void CommandResultsTest::listsWhatTheFilterLetsThrough_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const QString &filter, const QStringList &names) {
        QTest::newRow(qPrintable(filter)) << filter << names;
    };
    row(u"provider:gcp project:harbor"_s, {u"linden-harbor-gcp"_s, u"linden-harbor-gcp-works"_s});
    row(u"LINDEN-FLEET"_s, {u"linden-fleet"_s, u"linden-fleet-new"_s});
    row(u"project:parcel unused:"_s,
        {u"linden-parcel"_s, u"linden-parcel-by-hand"_s, u"linden-parcel-old"_s});
    row(u"project:accounts used:"_s, {u"linden-accounts"_s});
    row(u"project:accounts region:us-east-1"_s, {u"linden-accounts"_s});
    row(u"nowhere"_s, {});
}

void CommandResultsTest::listsWhatTheFilterLetsThrough()
{
    QFETCH(const QString, filter);
    QFETCH(const QStringList, names);
    begin(atlassim::World::troubled());
    const QJsonObject json =
        run({u"list"_s, u"--filter"_s, filter, u"--format"_s, u"json"_s}).json();
    QStringList found;
    const QJsonArray buckets = json[u"buckets"].toArray();
    for (const QJsonValue &bucket : buckets) {
        found.append(bucket[u"bucket"][u"bucketName"].toString());
        // What the filter asks for is told.
        QCOMPARE(bucket[u"usedBy"].isArray(), filter.contains(u"used:"));
    }
    QCOMPARE(sorted(found), names);
    QCOMPARE(json[u"filter"].toString(), filter);
}

/// Of one that nobody knows, Atlas says why.
void CommandResultsTest::listsTheProjectsAskedFor()
{
    begin(sample::world());
    const auto unknown = u"5f00000000000000000000ff"_s;
    const QJsonObject json =
        run({u"list"_s, u"--project"_s, QString(sample::Search).toUpper(), u"--project"_s, unknown,
             u"--project"_s, sample::PaymentsStaging, u"--format"_s, u"json"_s})
            .json();
    QCOMPARE(json[u"projects"].toArray().size(), 3);
    QCOMPARE(json[u"buckets"].toArray().size(), 10);
    QCOMPARE(json[u"unread"].toArray().size(), 1);
    QCOMPARE(json[u"unread"][0][u"projectId"].toString(), unknown);
    QVERIFY(json[u"unread"][0][u"status"].toInt() >= 401);
    QCOMPARE(callsTo("/api/atlas/v2/groups/"_L1), 2);
}

void CommandResultsTest::tellsAllFindings()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    begin(atlassim::World::troubled(now));
    const QJsonObject json = run({u"check"_s, u"--format"_s, u"json"_s}).json();
    QStringList found;
    const QJsonArray findings = json[u"findings"].toArray();
    QMap<QString, int> counts;
    for (const QJsonValue &finding : findings) {
        ++counts[finding[u"severity"].toString()];
        found.append(key({finding[u"code"].toString(), finding[u"severity"].toString(),
                          finding[u"projectId"].toString(), finding[u"cluster"].toString(),
                          finding[u"bucketId"].toString()}));
    }
    QStringList planted;
    for (const auto &one : atlassim::troubled::plantedFindings(now))
        planted.append(key({one.code, one.severity, one.projectId, one.cluster, one.bucketId}));
    QCOMPARE(sorted(found), sorted(planted));
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        QCOMPARE(json[u"counts"][count.key()].toInt(), count.value());
    QCOMPARE(json[u"complete"].toBool(true), false);
    QStringList unread;
    const QJsonArray notRead = json[u"unread"].toArray();
    for (const QJsonValue &one : notRead)
        unread.append(key(
            {one[u"projectName"].toString(), one[u"what"].toString(), one[u"cluster"].toString()}));
    QCOMPARE(sorted(unread),
             QStringList({u"Sealed buckets "_s, u"Sealed clusters "_s,
                          u"Terrace schedule terrace-silent"_s}));
}

/// It has no name, and one finding says why.
void CommandResultsTest::findsNothingInAProjectThatNobodyKnows()
{
    begin(sample::world());
    const auto unknown = u"5f00000000000000000000ff"_s;
    const QStringList arguments{u"check"_s, u"--project"_s, unknown, u"--format"_s};
    const Ended ended = run(arguments + QStringList(u"json"_s));
    QCOMPARE(ended.exitCode, 3);
    const QJsonArray findings = ended.json()[u"findings"].toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0][u"code"].toString(), u"NOT_READ"_s);
    QCOMPARE(findings[0][u"projectId"].toString(), unknown);
    QCOMPARE(findings[0][u"projectName"].toString(u"?"_s), QString());
    const Sample counted =
        metricsreader::sampleOf(samplesIn(run(arguments + QStringList(u"openmetrics"_s)).output),
                                u"bucketscope_findings"_s);
    QCOMPARE(counted.labels.value(u"project_id"_s), unknown);
}

/// Of each project that was not reached, a finding says so; what is here is not called unread.
void CommandResultsTest::tellsWhatTheTimeLimitLeftOut()
{
    begin(atlassim::World::withProjects(4, 3));
    const auto &projects = simulator().world().projects;
    const auto path = u"/api/atlas/v2/groups/%1/%2"_s;
    for (const QString &late :
         {path.arg(projects.at(1).id, u"clusters"_s), path.arg(projects.at(2).id, u"clusters"_s),
          path.arg(projects.at(3).id, u"backup/exportBuckets"_s)}) {
        auto delay = atlassim::Fault::delay(late, std::chrono::seconds(60));
        delay.times = atlassim::Fault::Forever;
        simulator().addFault(delay);
    }
    const QStringList arguments{u"check"_s,     u"--timeout"_s, u"4"_s,
                                u"--fail-on"_s, u"never"_s,     u"--format"_s};
    const auto text = start(arguments + QStringList(u"text"_s));
    const Ended ended = run(arguments + QStringList(u"json"_s));
    QCOMPARE(ended.exitCode, 3);
    const QJsonObject json = ended.json();
    QStringList unread;
    const QJsonArray parts = json[u"unread"].toArray();
    for (const QJsonValue &one : parts)
        unread.append(key({one[u"projectId"].toString(), one[u"what"].toString()}));
    QCOMPARE(unread,
             QStringList({key({projects.at(1).id, u"clusters"_s}),
                          key({projects.at(2).id, u"clusters"_s}),
                          key({projects.at(3).id, u"buckets"_s}),
                          key({projects.at(3).id, u"clusters"_s})}));
    QStringList told;
    const QJsonArray findings = json[u"findings"].toArray();
    for (const QJsonValue &one : findings) {
        if (one[u"code"].toString() == u"NOT_READ")
            told.append(one[u"projectId"].toString());
    }
    QCOMPARE(sorted(told), sorted({projects.at(1).id, projects.at(2).id, projects.at(3).id}));
    const Ended read = wait(*text);
    QVERIFY2(read.output.endsWith(" in 4 projects, 3 projects not loaded completely\n"),
             read.output.constData());
    QCOMPARE(read.output.count("NOT_READ"), 3);
}

void CommandResultsTest::tellsWhatIsAccepted()
{
    begin(expectations::goodWorld(1, 2));
    write(u"a.toml"_s,
          "[[accepted]]\ncode = \"UNUSED_BUCKET\"\nreason = \"known\"\nuntil = 2099-01-31\n"
          "[[accepted]]\ncode = \"EXPORT_FAILED\"\nreason = \"not there\"\n");
    const QStringList arguments{u"check"_s,     u"--accepted"_s, u"a.toml"_s,
                                u"--fail-on"_s, u"info"_s,       u"--format"_s};
    const Ended ended = run(arguments + QStringList(u"json"_s));
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.errors.contains(u"EXPORT_FAILED"), qPrintable(ended.errors));
    const QJsonObject json = ended.json();
    QCOMPARE(json[u"findings"].toArray().size(), 2);
    QCOMPARE(json[u"findings"][0][u"accepted"].toObject(),
             QJsonObject({{u"reason"_s, u"known"_s}, {u"until"_s, u"2099-01-31"_s}}));
    QCOMPARE(json[u"counts"][u"info"].toInt(-1), 0);
    const QList<Sample> samples = samplesIn(run(arguments + QStringList(u"openmetrics"_s)).output);
    const Sample counted = metricsreader::sampleOf(samples, u"bucketscope_findings"_s);
    QCOMPARE(counted.labels.value(u"accepted"_s), u"true"_s);
    QCOMPARE(counted.value, 2.0);
}

void CommandResultsTest::writesMetrics()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    atlassim::World world = atlassim::World::troubled(now);
    const auto odd = u"a \"b\" c\\d\ne{f=\"g\"}"_s;
    world.projects[0].name = odd;
    begin(world);
    const Ended ended =
        run({u"check"_s, u"--format"_s, u"openmetrics"_s, u"--output"_s, u"x.prom"_s});
    QCOMPARE(ended.exitCode, 1);
    const QByteArray metrics = contentOf(u"x.prom"_s);
    const QList<Sample> samples = samplesIn(metrics);
    QVERIFY(!samples.isEmpty());
    QMap<QString, int> buckets;
    for (const atlassim::Project &project : simulator().world().projects) {
        for (const atlassim::Bucket &bucket : project.buckets) {
            if (!project.refusal)
                ++buckets[key({project.id, project.name, bucket.cloudProvider})];
        }
    }
    QMap<QString, int> told;
    QMap<QString, int> findings;
    for (const Sample &one : samples) {
        const auto &labels = one.labels;
        if (one.name == u"bucketscope_export_buckets")
            told[key({labels[u"project_id"_s], labels[u"project"_s], labels[u"provider"_s]})] =
                int(one.value);
        if (one.name == u"bucketscope_findings")
            findings[key({labels[u"severity"_s], labels[u"code"_s], labels[u"project_id"_s],
                          labels[u"accepted"_s]})] = int(one.value);
    }
    QCOMPARE(told, buckets);
    QMap<QString, int> planted;
    for (const auto &one : atlassim::troubled::plantedFindings(now))
        ++planted[key({one.severity, one.code, one.projectId, u"false"_s})];
    QCOMPARE(findings, planted);
    QCOMPARE(valueOf(samples, u"bucketscope_projects"_s), double(world.projects.size()));
    QCOMPARE(valueOf(samples, u"bucketscope_projects_unread"_s), 2.0);
    QCOMPARE(valueOf(samples, u"bucketscope_check_complete"_s), 0.0);
    QVERIFY(valueOf(samples, u"bucketscope_check_duration_seconds"_s) >= 0);
    QVERIFY(valueOf(samples, u"bucketscope_check_timestamp_seconds"_s)
            >= double(now.toSecsSinceEpoch()));
    QVERIFY(valueOf(samples, u"bucketscope_last_successful_export_timestamp_seconds"_s) > 1e9);

    QProcess check;
    check.start(u"promtool"_s, {u"check"_s, u"metrics"_s});
    check.write(metrics);
    check.closeWriteChannel();
    QVERIFY2(check.waitForFinished(), qPrintable(check.errorString()));
    QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
}

/// Whatever the language of who reads the errors.
void CommandResultsTest::speaksEnglishToMachines()
{
    begin(atlassim::World::troubled());
    const QStringList arguments{u"check"_s, u"--format"_s, u"json"_s, u"--language"_s};
    const Ended korean = run(arguments + QStringList(u"ko"_s));
    const Ended english = run(arguments + QStringList(u"en"_s));
    QCOMPARE(korean.json()[u"findings"], english.json()[u"findings"]);
    QCOMPARE(korean.json()[u"missing"], english.json()[u"missing"]);
    QVERIFY(korean.errors != english.errors);
}

void CommandResultsTest::helpFitsATerminal_data()
{
    QTest::addColumn<accounts::Language>("language");
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        QTest::newRow(known.code.data()) << known.language;
}

void CommandResultsTest::helpFitsATerminal()
{
    QFETCH(const accounts::Language, language);
    startup::Languages languages;
    languages.speak(language);
    QStringList lines = headless::helpOfAll().split(u'\n');
    for (const startup::VerbWord &known : startup::verbWords) {
        const QString help = headless::helpOf(known.verb);
        for (const headless::Option &option : headless::optionsOf(known.verb))
            QVERIFY(help.contains(u"--"_s + option.option.names().constLast()));
        QVERIFY(help.contains(u"128+N"));
        lines += help.split(u'\n');
    }
    // And the window's.
    begin(expectations::goodWorld(1, 1));
    const QLatin1StringView code(QTest::currentDataTag());
    const Ended window = run({u"--language=%1"_s.arg(code), u"--help"_s});
    QCOMPARE(window.exitCode, 0);
    lines += QString::fromUtf8(window.output).split(u'\n');
    for (const QString &line : std::as_const(lines))
        QVERIFY2(startup::columnsOf(line) <= 80, qPrintable(line));
}

QTEST_GUILESS_MAIN(CommandResultsTest)
#include "tst_commandresults.moc"
