// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"
#include "expectations.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using expectations::goodWorld;

/// The program without a window, on streams that are closed, full, or read by nobody.
class CommandStreamsTest : public CommandTest
{
    Q_OBJECT

private Q_SLOTS:
    void worksWithoutStreams();
    void saysThatOutputCannotBeWritten_data();
    void saysThatOutputCannotBeWritten();
    void endsQuietlyWhenNobodyReads();
    void waitsForASlowReader();
    void waitsNoLongerThanTheTimeLimit_data();
    void waitsNoLongerThanTheTimeLimit();
};

/// As a daemon may start it. What is said of the two credentials goes into no file that is opened
/// in place of a stream.
void CommandStreamsTest::worksWithoutStreams()
{
    begin(goodWorld(3, 5));
    for (const QString &closed : {u"<&- >&- 2>&-"_s, u"<&- 2>&-"_s}) {
        const auto shell = startShell(
            u"export MONGODB_ATLAS_PUBLIC_API_KEY=abcdefgh MONGODB_ATLAS_PRIVATE_API_KEY=secret\n"
            "exec \"$0\" list --output all.csv "_s
            + closed);
        QCOMPARE(wait(*shell).exitCode, 0);
        QCOMPARE(contentOf(u"all.csv"_s).count('\n'), 16);
        QVERIFY(QFile::remove(pathOf(u"all.csv"_s)));
    }
}

void CommandStreamsTest::saysThatOutputCannotBeWritten_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("reason");
    for (const QString &arguments :
         {u"list"_s, u"check --format json"_s, u"list --help"_s, u"--help"_s, u"--version"_s}) {
        QTest::addRow("%s, closed", qPrintable(arguments))
            << QString(arguments + u" >&-"_s) << u"Bad file descriptor"_s;
        QTest::addRow("%s, full", qPrintable(arguments))
            << QString(arguments + u" >/dev/full"_s) << u"No space left on device"_s;
    }
}

void CommandStreamsTest::saysThatOutputCannotBeWritten()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, reason);
    begin(goodWorld(3, 5));
    // The program that hands over, and the one of the commands.
    for (const QString &program : {u"$0"_s, u"${0}-cli"_s}) {
        const auto shell = startShell(u"exec \"%1\" "_s.arg(program) + arguments);
        const Ended ended = wait(*shell);
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.errors,
                 u"bucketscope: Standard output cannot be written: %1.\n"_s.arg(reason));
    }
}

/// As with `| head`.
void CommandStreamsTest::endsQuietlyWhenNobodyReads()
{
    begin(atlassim::World::withProjects(20, 400));
    const auto shell =
        startShell(u"{ \"$0\" list --format ndjson; echo $? > code; } | read line"_s);
    QCOMPARE(wait(*shell).errors, QString());
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(u"code"_s).trimmed().toInt(), 128 + SIGPIPE, Patience);
    QCOMPARE(simulator().liveTokenCount(), 0);
}

/// A pager that somebody looks at: nothing is lost.
void CommandStreamsTest::waitsForASlowReader()
{
    begin(atlassim::World::withProjects(40, 400));
    const auto shell =
        startShell(u"\"$0\" list --format ndjson | { read line; sleep 2; wc -l; }"_s);
    const Ended ended = wait(*shell);
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.output.trimmed().toInt(), 40 * 400 - 1);
}

void CommandStreamsTest::waitsNoLongerThanTheTimeLimit_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("projects");
    // More than is kept for a reader that is behind: no more is read.
    QTest::newRow("while others are read") << u"list --format ndjson --timeout 8"_s << 10;
    QTest::newRow("at the end") << u"check --format json --timeout 5"_s << 2;
}

/// The reader has the pipe open and never looks.
void CommandStreamsTest::waitsNoLongerThanTheTimeLimit()
{
    QFETCH(const QString, arguments);
    QFETCH(const int, projects);
    begin(atlassim::World::withProjects(projects, 800));
    const auto shell =
        startShell(u"mkfifo pipe; exec 3<>pipe; exec \"$0\" %1 >pipe"_s.arg(arguments));
    const Ended ended = wait(*shell);
    QVERIFY2(ended.exitCode == 3, qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains(u"The time limit passed before the whole result was written."),
             qPrintable(ended.errors));
    QCOMPARE(simulator().liveTokenCount(), 0);
}

QTEST_GUILESS_MAIN(CommandStreamsTest)
#include "tst_commandstreams.moc"
