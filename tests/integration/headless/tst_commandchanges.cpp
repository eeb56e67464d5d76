// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"

#include "headless/timespec.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

/// What `bucketscope changes` writes, against what was done at the server.
class CommandChangesTest : public CommandTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsChanges();
    void tellsNothingOfAProjectThatNobodyKnows();
    void tellsWhatTheTimeLimitLeftOut();
    void keepsNothingIfToldSo();
    void keepsNothingWhereItCannot();
    void tellsWhoMadeThem();
    void namesNobodyWithoutEvents_data();
    void namesNobodyWithoutEvents();
    void tellsThemNextTimeIfEnded();
    void readsTimes_data();
    void readsTimes();

private:
    /// A bucket of the project goes, as its events tell.
    void removeBucket(int project);
    QByteArray allThatIsKept() const;
};

void CommandChangesTest::removeBucket(int project)
{
    atlassim::Project &at = simulator().world().projects[project];
    at.buckets.removeLast();
    atlassim::Event event;
    event.id = u"6a00000000000000000000%1"_s.arg(at.events.size() + 10);
    event.eventTypeName = u"BUCKET_DELETED_AUDIT"_s;
    event.created = QDateTime::currentDateTimeUtc();
    event.actor.username = u"mina.park@backups.example"_s;
    at.events.append(event);
}

QByteArray CommandChangesTest::allThatIsKept() const
{
    QByteArray all;
    QDirIterator files(pathOf(QString()), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void CommandChangesTest::tellsChanges()
{
    begin(atlassim::World::withProjects(3, 4));
    const QStringList arguments{u"changes"_s, u"--format"_s, u"json"_s};
    const Ended first = run(arguments);
    QCOMPARE(first.exitCode, 0);
    QVERIFY2(first.errors.contains(u"first reading"), qPrintable(first.errors));
    QVERIFY(first.json()[u"since"].isNull());
    const Ended second = run(arguments);
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(second.json()[u"changes"].toArray(), QJsonArray());

    auto &projects = simulator().world().projects;
    const atlassim::Bucket gone = projects[0].buckets.takeLast();
    projects[1].buckets[0].bucketName = u"renamed"_s;
    const Ended third = run(arguments);
    QCOMPARE(third.exitCode, 1);
    const QJsonArray changes = third.json()[u"changes"].toArray();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0][u"change"].toString(), u"removed"_s);
    QCOMPARE(changes[0][u"kind"].toString(), u"bucket"_s);
    QCOMPARE(changes[0][u"bucketId"].toString(), gone.id);
    QCOMPARE(changes[0][u"projectId"].toString(), projects.at(0).id);
    QCOMPARE(changes[1][u"change"].toString(), u"altered"_s);
    QCOMPARE(changes[1][u"field"].toString(), u"bucketName"_s);
    QCOMPARE(changes[1][u"after"].toString(), u"renamed"_s);
    QVERIFY(QDateTime::fromString(changes[1][u"seenAt"].toString(), Qt::ISODate).isValid());

    // What one project alone was read for says nothing of others.
    QCOMPARE(run({u"changes"_s, u"--project"_s, projects.at(2).id}).exitCode, 0);
    projects[1].name = u"Elsewhere"_s;
    const QJsonArray later = run(arguments).json()[u"changes"].toArray();
    QCOMPARE(later.size(), 1);
    QCOMPARE(later[0][u"kind"].toString(), u"project"_s);
    // With the oldest, for none is as old.
    const Ended weekly = run(arguments + QStringList{u"--since"_s, u"7d"_s});
    QCOMPARE(weekly.json()[u"changes"].toArray().size(), 3);
    QVERIFY2(weekly.errors.contains(u"No reading that old"), qPrintable(weekly.errors));
}

/// Neither that it came, nor, later, that it went or has a name now.
void CommandChangesTest::tellsNothingOfAProjectThatNobodyKnows()
{
    begin(atlassim::World::withProjects(2, 1));
    const auto unknown = u"5f00000000000000000000ff"_s;
    const QStringList all{u"changes"_s, u"--format"_s, u"json"_s};
    const QStringList one{u"changes"_s, u"--project"_s, unknown};
    QCOMPARE(run(all).exitCode, 0);
    const Ended first = run(one + QStringList({u"--format"_s, u"json"_s}));
    QCOMPARE(first.exitCode, 3);
    QCOMPARE(first.json()[u"changes"].toArray(), QJsonArray());
    QVERIFY(!first.json()[u"missing"].toString().isEmpty());
    const Ended second = run(one);
    QCOMPARE(second.exitCode, 3);
    QVERIFY2(QString::fromUtf8(second.output).contains(u"may be missing: %1."_s.arg(unknown)),
             second.output.constData());
    QCOMPARE(run(all).exitCode, 0);
}

void CommandChangesTest::tellsWhatTheTimeLimitLeftOut()
{
    begin(atlassim::World::withProjects(2, 3));
    const QStringList arguments{u"changes"_s, u"--format"_s, u"json"_s};
    QCOMPARE(run(arguments).exitCode, 0);
    auto &projects = simulator().world().projects;
    const atlassim::Bucket gone = projects[1].buckets.takeLast();
    simulator().addFault(atlassim::Fault::delay(
        u"/api/atlas/v2/groups/%1/clusters"_s.arg(projects.at(1).id), std::chrono::seconds(60)));
    const Ended ended = run(arguments + QStringList({u"--timeout"_s, u"4"_s}));
    QCOMPARE(ended.exitCode, 3);
    const QJsonObject json = ended.json();
    QCOMPARE(json[u"changes"].toArray().size(), 1);
    QCOMPARE(json[u"changes"][0][u"bucketId"].toString(), gone.id);
    QCOMPARE(json[u"unread"].toArray().size(), 1);
    QCOMPARE(json[u"unread"][0][u"what"].toString(), u"clusters"_s);
    // What is missing of the changes, and no number of findings.
    QCOMPARE(json[u"missing"].toString(),
             u"Loaded in part, so some changes may be missing: %1."_s.arg(projects.at(1).name));
    // It was not kept.
    QCOMPARE(run(arguments).json()[u"changes"].toArray().size(), 1);
}

void CommandChangesTest::keepsNothingIfToldSo()
{
    begin(atlassim::World::withProjects(1, 1));
    for (int i = 0; i < 2; ++i) {
        const Ended ended = run({u"changes"_s, u"--no-history"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY2(ended.errors.contains(u"not kept"), qPrintable(ended.errors));
    }
}

void CommandChangesTest::keepsNothingWhereItCannot()
{
    begin(atlassim::World::withProjects(1, 1));
    // No folder can be made in it.
    write(u"data"_s, "a file");
    const Ended ended = run({u"changes"_s});
    QVERIFY2(ended.errors.contains(u"Readings cannot be saved"), qPrintable(ended.errors));
    for (const auto &untrue : {u"first reading"_s, u"next run"_s, u".."_s})
        QVERIFY2(!ended.errors.contains(untrue), qPrintable(ended.errors));
}

void CommandChangesTest::tellsWhoMadeThem()
{
    begin(atlassim::World::withProjects(4, 4));
    const QStringList arguments{u"changes"_s, u"--format"_s, u"json"_s};
    QCOMPARE(run(arguments).exitCode, 0);
    removeBucket(0);
    // Which of the two is whose, nobody knows.
    removeBucket(1);
    removeBucket(1);
    // Events do not tell of names.
    auto &projects = simulator().world().projects;
    projects[2].buckets[0].bucketName = u"renamed"_s;

    const Ended ended = run(arguments);
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.errors, QString());
    const QJsonObject json = ended.json();
    QVERIFY(json[u"complete"].toBool());
    const QJsonArray changes = json[u"changes"].toArray();
    QCOMPARE(changes.size(), 4);
    const QJsonObject author = changes[0][u"byEvent"].toObject();
    QCOMPARE(author[u"who"].toString(), u"mina.park@backups.example"_s);
    QVERIFY(QDateTime::fromString(author[u"at"].toString(), Qt::ISODate).isValid());
    for (int i = 1; i < 4; ++i)
        QVERIFY2(!changes[i].toObject().contains(u"byEvent"_s), qPrintable(QString::number(i)));
    // One page each, of those alone that the events may say something of.
    int asked = 0;
    const auto seen = simulator().seenRequests();
    for (const atlassim::SeenRequest &one : seen)
        asked += one.path.endsWith(u"/events"_s) ? 1 : 0;
    QCOMPARE(asked, 2);

    const Ended text = run({u"changes"_s, u"--since"_s, u"7d"_s});
    QCOMPARE(text.exitCode, 1);
    QCOMPARE(text.output.count("Removed by mina.park@backups.example, "), 1);
    const QByteArray kept = allThatIsKept();
    QVERIFY(kept.contains(projects.at(0).name.toUtf8()));
    for (const char *part : {"mina", "backups.example"})
        QVERIFY2(!kept.contains(part), part);
}

void CommandChangesTest::namesNobodyWithoutEvents_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("lateness");
    QTest::addColumn<QString>("said");
    QTest::newRow("refused") << 403 << 0 << u"Who made some of the changes"_s;
    // The time for the whole run passes.
    QTest::newRow("late") << atlassim::Fault::AnswerNormally << 30'000 << QString();
}

/// All else is told, and the exit code says what it says with them.
void CommandChangesTest::namesNobodyWithoutEvents()
{
    QFETCH(const int, status);
    QFETCH(const int, lateness);
    QFETCH(const QString, said);
    begin(atlassim::World::withProjects(1, 4));
    const QStringList arguments{u"changes"_s, u"--format"_s, u"json"_s, u"--timeout"_s, u"4"_s};
    QCOMPARE(run(arguments).exitCode, 0);
    removeBucket(0);
    auto fault = atlassim::Fault::atlasError(status, u"USER_UNAUTHORIZED"_s, u"Forbidden"_s,
                                             u"The user may not see this."_s);
    if (status == atlassim::Fault::AnswerNormally)
        fault.error.reset();
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/events"_s.arg(simulator().world().projects[0].id);
    fault.latency = std::chrono::milliseconds(lateness);
    simulator().addFault(fault);
    const Ended ended = run(arguments);
    QCOMPARE(ended.exitCode, 1);
    const QJsonObject json = ended.json();
    QVERIFY(json[u"complete"].toBool());
    QCOMPARE(json[u"changes"].toArray().size(), 1);
    QVERIFY(!json[u"changes"][0].toObject().contains(u"byEvent"_s));
    QVERIFY2(said.isEmpty() ? ended.errors.isEmpty() : ended.errors.contains(said),
             qPrintable(ended.errors));
    // It was kept, as any.
    QCOMPARE(run(arguments).exitCode, 0);
}

/// A run that has told nobody has kept nothing: what changed is not lost with it.
void CommandChangesTest::tellsThemNextTimeIfEnded()
{
    begin(atlassim::World::withProjects(1, 4));
    const QStringList arguments{u"changes"_s, u"--format"_s, u"json"_s};
    QCOMPARE(run(arguments).exitCode, 0);
    removeBucket(0);
    const QString path =
        u"/api/atlas/v2/groups/%1/events"_s.arg(simulator().world().projects[0].id);
    simulator().addFault(atlassim::Fault::delay(path, std::chrono::seconds(30)));
    const auto process = start(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(callsTo(QLatin1StringView(path.toLatin1())) > 0, Patience);
    process->terminate();
    const Ended ended = wait(*process);
    QCOMPARE(ended.signal, SIGTERM);
    QCOMPARE(ended.output, QByteArray());
    QCOMPARE(simulator().liveTokenCount(), 0);
    const QJsonArray changes = run(arguments).json()[u"changes"].toArray();
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes[0].toObject().contains(u"byEvent"_s));
}

void CommandChangesTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("time");
    QTest::newRow("an age in hours") << u"36h"_s << u"2026-08-08T21:00:00Z"_s;
    QTest::newRow("an age in days") << u"7d"_s << u"2026-08-03T09:00:00Z"_s;
    QTest::newRow("a time in UTC") << u"2026-08-01T10:00:00Z"_s << u"2026-08-01T10:00:00Z"_s;
    QTest::newRow("a time elsewhere")
        << u"2026-08-01T10:00:00+09:00"_s << u"2026-08-01T01:00:00Z"_s;
    QTest::newRow("no unit") << u"36"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("no day") << u"2026-02-30"_s << QString();
}

void CommandChangesTest::readsTimes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, time);
    const auto now = QDateTime::fromString(u"2026-08-10T09:00:00Z"_s, Qt::ISODate);
    const auto read = headless::timeNamed(text, now);
    QCOMPARE(read ? read->toString(Qt::ISODate) : QString(), time);
}

QTEST_GUILESS_MAIN(CommandChangesTest)
#include "tst_commandchanges.moc"
