// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"
#include "expectations.h"

#include "tests/atlassim/world/sampleworld.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
namespace sample = atlassim::sample;
using expectations::goodWorld;

namespace {

const auto Groups = u"/api/atlas/v2/groups"_s;

/// One of its projects cannot be read.
atlassim::World worldWithARefusal()
{
    atlassim::World world = goodWorld(3, 5);
    world.projects[1].refusal = sample::world().projects.at(8).refusal;
    return world;
}

} // namespace

/// How the program without a window ends, as the script sees it that started it.
class CommandsTest : public CommandTest
{
    Q_OBJECT

private Q_SLOTS:
    void endsWith_data();
    void endsWith();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void refusesABadEnvironment_data();
    void refusesABadEnvironment();
    void refusesABrokenFileOfAcceptedFindings();
    void tellsOfAcceptedEntriesThatAreOver();
    void saysThatNothingAnswers();
    void stopsWhenTheTimeIsUp();
    void tellsWhatItHasWhenTheTimeIsUp();
    void givesItsTokenBack();
    void endsByASignal_data();
    void endsByASignal();
    void tellsATerminalHowFarItIs();
    void replacesAFileAtTheEnd();
    void leavesTheOldFile_data();
    void leavesTheOldFile();
    void loadsNothingOfWindows();
};

void CommandsTest::endsWith_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("world");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const QStringList &arguments, const QString &world, int exitCode) {
        QTest::addRow("%s, %s", qPrintable(world), qPrintable(arguments.join(u' ')))
            << arguments << world << exitCode;
    };
    row({u"list"_s}, u"good"_s, 0);
    row({u"list"_s}, u"refusal"_s, 3);
    row({u"list"_s, u"--project"_s, u"5f00000000000000000000ff"_s}, u"good"_s, 3);
    row({u"list"_s, u"--timeout"_s, u"2147483"_s}, u"good"_s, 0);
    row({u"check"_s}, u"good"_s, 0);
    row({u"check"_s, u"--fail-on"_s, u"info"_s}, u"good"_s, 1);
    row({u"check"_s}, u"refusal"_s, 3);
    row({u"check"_s, u"--fail-on"_s, u"info"_s}, u"refusal"_s, 3);
    row({u"check"_s}, u"troubled"_s, 1);
    row({u"check"_s, u"--fail-on"_s, u"never"_s}, u"troubled"_s, 3);
    row({u"changes"_s}, u"good"_s, 0);
    row({u"changes"_s}, u"refusal"_s, 3);
}

void CommandsTest::endsWith()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, world);
    QFETCH(const int, exitCode);
    begin(world == u"good"          ? goodWorld(3, 5)
              : world == u"refusal" ? worldWithARefusal()
                                    : atlassim::World::troubled());
    const Ended ended = run(arguments);
    QVERIFY2(ended.exitCode == exitCode, qPrintable(ended.errors));
    QCOMPARE(ended.output.isEmpty(), arguments.first() == u"changes");
    QCOMPARE(ended.errors.contains(u"could not be loaded"), world != u"good" || exitCode == 3);
    QVERIFY(!ended.errors.contains(u'\r'));
    // Nobody is told twice.
    const Ended quiet = run(arguments + QStringList(u"--quiet"_s));
    QCOMPARE(quiet.errors, QString());
}

void CommandsTest::refusesBadArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const QString &arguments, const QString &says) {
        QTest::newRow(qPrintable(arguments)) << arguments.split(u' ') << says;
    };
    row(u"list --format xml"_s, u"csv, json, ndjson, markdown (got \"xml\")"_s);
    row(u"check --format csv"_s, u"text, json, openmetrics"_s);
    row(u"changes --format openmetrics"_s, u"text, json"_s);
    row(u"check --fail-on fatal"_s, u"critical, warning, info, never"_s);
    row(u"changes --since yesterday"_s, u"ISO 8601"_s);
    row(u"list --project 5f00"_s, u"24-digit"_s);
    row(u"list --timeout 0"_s, u"from 1 to 2147483"_s);
    row(u"list --timeout 2147484"_s, u"from 1 to 2147483"_s);
    row(u"list --timeout soon"_s, u"--timeout"_s);
    row(u"list --since 7d"_s, u"Unknown option \"since\""_s);
    row(u"check --filter x"_s, u"Unknown option \"filter\""_s);
    row(u"changes --output x"_s, u"Unknown option \"output\""_s);
    row(u"list --page 3"_s, u"Unknown option \"page\""_s);
    row(u"list --quiet=1"_s, u"--quiet takes no value"_s);
    row(u"list --format"_s, u"enter a value"_s);
    row(u"list stray"_s, u"Unexpected argument \"stray\""_s);
    row(u"list --base-url http://cloud.mongodb.com"_s, u"https"_s);
    row(u"list --ca-certificates /nowhere/ca.pem"_s, u"/nowhere/ca.pem"_s);
    row(u"list --ca-certificates="_s, u"--ca-certificates: enter a file name"_s);
    row(u"list --output="_s, u"--output: enter a file name"_s);
    row(u"list --profile Nobody"_s, u"Nobody"_s);
    row(u"list --output /nowhere/x.csv"_s, u"/nowhere"_s);
    row(u"list --output /dev/full"_s, u"/dev/full"_s);
    row(u"check --accepted /nowhere/a.toml"_s, u"/nowhere/a.toml does not exist"_s);
    row(u"check --accepted /dev"_s, u"/dev is a folder"_s);
    row(u"check --accepted /dev/null"_s, u"/dev/null is not a regular file"_s);
    row(u"check --language de"_s, u"en, ko"_s);
}

void CommandsTest::refusesBadArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    begin(goodWorld(3, 5));
    const Ended ended = run(arguments);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(says), qPrintable(ended.errors));
    QVERIFY(ended.errors.startsWith(u"bucketscope: "));
    QCOMPARE(ended.errors.count(u'\n'), 1);
    QCOMPARE(ended.output, QByteArray());
    QVERIFY(simulator().seenRequests().isEmpty());
}

void CommandsTest::refusesABadEnvironment_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    QTest::newRow("half a credential")
        << u"MONGODB_ATLAS_CLIENT_ID"_s << u"id"_s << u"MONGODB_ATLAS_CLIENT_SECRET"_s;
    for (const QString &variable : {u"MONGODB_ATLAS_SERVICE"_s, u"MCLI_SERVICE"_s})
        QTest::newRow(qPrintable(variable)) << variable << u"foo"_s << variable;
}

void CommandsTest::refusesABadEnvironment()
{
    QFETCH(const QString, set);
    QFETCH(const QString, value);
    QFETCH(const QString, says);
    begin(goodWorld(3, 5));
    const Ended ended = run({u"check"_s, u"--quiet"_s}, {{set, value}});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(says), qPrintable(ended.errors));
    QCOMPARE(ended.errors.count(u'\n'), 1);
    QVERIFY(simulator().seenRequests().isEmpty());
}

void CommandsTest::refusesABrokenFileOfAcceptedFindings()
{
    begin(goodWorld(3, 5));
    write(u"a.toml"_s, "[[accepted]]\ncode = \"NO_SUCH\"\nreason = \"x\"\n");
    const Ended ended = run({u"check"_s, u"--accepted"_s, u"a.toml"_s});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(u"a.toml"), qPrintable(ended.errors));
    QVERIFY(simulator().seenRequests().isEmpty());
}

/// Something else answers there.
/// Whatever could not be read: that a day has passed is known. Of projects that were not looked at,
/// nothing else is.
void CommandsTest::tellsOfAcceptedEntriesThatAreOver()
{
    begin(atlassim::World::troubled());
    const auto &projects = simulator().world().projects;
    write(u"a.toml"_s,
          "[[accepted]]\ncode = \"UNUSED_BUCKET\"\nreason = \"over\"\nuntil = 2020-01-01\n"
          "[[accepted]]\ncode = \"EXPORT_STUCK\"\nreason = \"elsewhere\"\nproject_id = \""
              + projects.at(1).id.toUtf8() + "\"\n");
    const QStringList arguments{u"check"_s, u"--accepted"_s, u"a.toml"_s};
    const Ended all = run(arguments);
    QVERIFY2(all.errors.contains(u"UNUSED_BUCKET was accepted until"), qPrintable(all.errors));
    const Ended some = run(arguments + QStringList({u"--project"_s, projects.at(0).id}));
    QVERIFY2(some.errors.contains(u"UNUSED_BUCKET was accepted until"), qPrintable(some.errors));
    QVERIFY2(!some.errors.contains(u"elsewhere"), qPrintable(some.errors));
}

void CommandsTest::saysThatNothingAnswers()
{
    begin(goodWorld(3, 5));
    atlassim::Fault fault;
    fault.pathPrefix = Groups;
    fault.times = atlassim::Fault::Forever;
    fault.status = 404;
    fault.body = "<html>Not here</html>";
    simulator().addFault(fault);
    for (const auto &verb : {u"list"_s, u"check"_s}) {
        const Ended ended = run({verb});
        QVERIFY2(ended.exitCode == 5, qPrintable(ended.errors));
        QCOMPARE(ended.output, QByteArray());
    }
}

void CommandsTest::stopsWhenTheTimeIsUp()
{
    begin(goodWorld(3, 5));
    for (const auto &verb : {u"list"_s, u"check"_s}) {
        simulator().addFault(atlassim::Fault::delay(Groups, 30s));
        const Ended ended = run({verb, u"--timeout"_s, u"1"_s});
        QVERIFY2(ended.exitCode == 5, qPrintable(ended.errors));
        QCOMPARE(ended.output, QByteArray());
        QCOMPARE(simulator().liveTokenCount(), 0);
    }
}

void CommandsTest::tellsWhatItHasWhenTheTimeIsUp()
{
    begin(goodWorld(3, 5));
    const QString slow = simulator().world().projects.at(2).id;
    simulator().addFault(atlassim::Fault::delay(Groups + u'/' + slow + u'/', 30s));
    const Ended ended = run({u"list"_s, u"--format"_s, u"json"_s, u"--timeout"_s, u"2"_s});
    QVERIFY2(ended.exitCode == 3, qPrintable(ended.errors));
    const QJsonObject json = ended.json();
    QCOMPARE(json[u"complete"].toBool(true), false);
    QCOMPARE(json[u"buckets"].toArray().size(), 10);
    QCOMPARE(json[u"unread"].toArray().size(), 1);
    QCOMPARE(json[u"unread"][0][u"projectId"].toString(), slow);
}

void CommandsTest::givesItsTokenBack()
{
    begin(goodWorld(3, 5));
    QCOMPARE(run({u"list"_s}).exitCode, 0);
    QCOMPARE(callsTo("/api/oauth/token"_L1), 1);
    QCOMPARE(callsTo("/api/oauth/revoke"_L1), 1);
    QCOMPARE(simulator().liveTokenCount(), 0);
}

void CommandsTest::endsByASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void CommandsTest::endsByASignal()
{
    QFETCH(const int, signal);
    begin(goodWorld(3, 5));
    simulator().addFault(atlassim::Fault::delay(Groups + u'/', 30s));
    write(u"old.json"_s, "old");
    const auto process =
        start({u"check"_s, u"--format"_s, u"json"_s, u"--output"_s, u"old.json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(callsTo("/api/atlas/v2/groups"_L1) > 0, Patience);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
    const Ended ended = wait(*process);
    QCOMPARE(ended.signal, signal);
    QCOMPARE(ended.output, QByteArray());
    QCOMPARE(callsTo("/api/oauth/revoke"_L1), 1);
    QCOMPARE(simulator().liveTokenCount(), 0);
    QCOMPARE(contentOf(u"old.json"_s), QByteArray("old"));
    QCOMPARE(QDir(pathOf(QString())).entryList({u"old*"_s}, QDir::Files).size(), 1);
}

void CommandsTest::tellsATerminalHowFarItIs()
{
#ifndef Q_OS_LINUX
    QSKIP("script(1) is another program elsewhere.");
#endif
    for (const QString &quiet : {QString(), u" --quiet"_s}) {
        begin(goodWorld(3, 5));
        simulator().addFault(atlassim::Fault::delay(Groups + u'/', 1s));
        const auto shell =
            startShell(u"script -qec \"$0 list%1 > list.csv\" /dev/null"_s.arg(quiet));
        const Ended ended = wait(*shell);
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.output.contains("of 3 projects"), quiet.isEmpty());
        // Nothing stays on the line, and nothing comes into the result.
        QVERIFY(quiet.isEmpty() ? ended.output.endsWith('\r') : ended.output.isEmpty());
        // No color, whether NO_COLOR is set or not.
        QVERIFY(!ended.output.contains('\x1b'));
        QCOMPARE(contentOf(u"list.csv"_s).count('\n'), 16);
    }
}

void CommandsTest::replacesAFileAtTheEnd()
{
    begin(goodWorld(3, 5));
    write(u"list.csv"_s, "old");
    const Ended ended = run({u"list"_s, u"--output"_s, u"list.csv"_s});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output, QByteArray());
    QCOMPARE(contentOf(u"list.csv"_s).count('\n'), 16);
}

void CommandsTest::leavesTheOldFile_data()
{
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no room") << u"trap '' XFSZ; ulimit -f 1;"_s << QStringList{} << 2;
    QTest::newRow("refused") << QString() << QStringList{u"--profile"_s, u"x"_s} << 2;
    QTest::newRow("time is up") << QString() << QStringList{u"--timeout"_s, u"1"_s} << 5;
}

void CommandsTest::leavesTheOldFile()
{
    QFETCH(const QString, limit);
    QFETCH(const QStringList, more);
    QFETCH(const int, exitCode);
    begin(atlassim::World::withProjects(3, 200));
    if (exitCode == 5)
        simulator().addFault(atlassim::Fault::delay(Groups, 30s));
    write(u"list.csv"_s, "old");
    const auto shell = startShell(limit + u" exec \"$0\" list --output list.csv \"$@\""_s, more);
    const Ended ended = wait(*shell);
    QVERIFY2(ended.exitCode == exitCode, qPrintable(ended.errors));
    QCOMPARE(ended.errors.count(u'\n'), 1);
    QCOMPARE(contentOf(u"list.csv"_s), QByteArray("old"));
    QCOMPARE(QDir(pathOf(QString())).entryList({u"list*"_s}, QDir::Files).size(), 1);
}

void CommandsTest::loadsNothingOfWindows()
{
#ifndef Q_OS_LINUX
    QSKIP("What another process has loaded cannot be read.");
#endif
    begin(goodWorld(3, 5));
    simulator().addFault(atlassim::Fault::delay(Groups, 30s));
    const auto process = start({u"check"_s});
    QTRY_VERIFY_WITH_TIMEOUT(callsTo("/api/oauth/token"_L1) > 0, Patience);
    QFile maps(u"/proc/%1/maps"_s.arg(process->processId()));
    QVERIFY(maps.open(QIODevice::ReadOnly));
    const QByteArray loaded = maps.readAll();
    QVERIFY(loaded.contains("Qt6Core"));
    for (const auto *library : {"Qt6Gui", "Qt6Widgets", "Qt6Svg", "fontconfig"})
        QVERIFY2(!loaded.contains(library), library);
    process->terminate();
    QCOMPARE(wait(*process).signal, SIGTERM);
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
