// SPDX-License-Identifier: Apache-2.0
#include "curl.h"
#include "tests/atlassim/program/commandline.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// The program `atlassim`, as scripts use it.
class TestAtlasSimProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhereItListensAndWithWhat();
    void writesThePortFile();
    void quitsOnSigterm();
    void quitsWhenStdinCloses();
    void showsHelp();
    void takesStrictness();
    void takesWorlds();
    void refusesBadArguments_data();
    void refusesBadArguments();

private:
    void start(const QStringList &arguments);
    QByteArray outputUntil(const QByteArray &text);

    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
};

void TestAtlasSimProgram::init()
{
    m_process = std::make_unique<QProcess>();
    m_output.clear();
}

void TestAtlasSimProgram::cleanup()
{
    m_process->kill();
    m_process->waitForFinished();
}

void TestAtlasSimProgram::start(const QStringList &arguments)
{
    m_process->start(QStringLiteral(ATLASSIM_PROGRAM), arguments);
}

QByteArray TestAtlasSimProgram::outputUntil(const QByteArray &text)
{
    const auto arrived = [&] {
        m_output += m_process->readAllStandardOutput();
        return m_output.contains(text);
    };
    return QTest::qWaitFor(arrived, 20000) ? m_output : QByteArray();
}

void TestAtlasSimProgram::saysWhereItListensAndWithWhat()
{
    start({QStringLiteral("--projects"), QStringLiteral("3"), QStringLiteral("--buckets"),
           QStringLiteral("2")});
    const QString output = QString::fromUtf8(outputUntil("export MONGODB_ATLAS_CLIENT_SECRET="));
    static const QRegularExpression listening(
        QStringLiteral("^Listening on (http://127\\.0\\.0\\.1:\\d+)\n"));
    const QString url = listening.match(output).captured(1);
    QVERIFY(!url.isEmpty());
    QVERIFY(output.contains(QString(QStringLiteral("export MONGODB_ATLAS_BASE_URL=") + url)));
    static const QRegularExpression key(
        QStringLiteral("PUBLIC_API_KEY=(\\S+)\nexport MONGODB_ATLAS_PRIVATE_API_KEY=(\\S+)"));
    const auto keys = key.match(output);

    const Curl answer = Curl::run({QStringLiteral("--digest"), QStringLiteral("--user"),
                                   QString(keys.captured(1) + QLatin1Char(':') + keys.captured(2)),
                                   QStringLiteral("--header"),
                                   QStringLiteral("Accept: application/vnd.atlas.2025-02-19+json"),
                                   QString(url + QStringLiteral("/api/atlas/v2/groups"))});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QLatin1String("totalCount")).toInt(), 3);
}

void TestAtlasSimProgram::writesThePortFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("port")));
    start({QStringLiteral("--port-file"), file.fileName()});
    const QByteArray output = outputUntil("\n");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int port = file.readAll().trimmed().toInt();
    QVERIFY(port > 0);
    const QByteArray firstLine = "Listening on http://127.0.0.1:" + QByteArray::number(port) + '\n';
    QVERIFY(output.startsWith(firstLine));
}

void TestAtlasSimProgram::quitsOnSigterm()
{
    QSignalSpy finished(m_process.get(), &QProcess::finished);
    start({});
    QVERIFY(!outputUntil("Listening").isEmpty());
    m_process->terminate();
    QVERIFY(finished.wait(20000));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestAtlasSimProgram::quitsWhenStdinCloses()
{
    QSignalSpy finished(m_process.get(), &QProcess::finished);
    start({QStringLiteral("--until-stdin-closes")});
    QVERIFY(!outputUntil("Listening").isEmpty());
    m_process->write("not yet\n");
    m_process->closeWriteChannel();
    QVERIFY(finished.wait(20000));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestAtlasSimProgram::showsHelp()
{
    QSignalSpy finished(m_process.get(), &QProcess::finished);
    start({QStringLiteral("--help")});
    QVERIFY(finished.wait(20000));
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(m_process->readAllStandardOutput().contains("--until-stdin-closes"));
}

void TestAtlasSimProgram::takesStrictness()
{
    using atlassim::CommandLine;
    const auto usual = CommandLine::parse({QStringLiteral("atlassim")});
    QVERIFY(usual && !usual->options.strictlyIncreasingNonceCount);
    const auto strict =
        CommandLine::parse({QStringLiteral("atlassim"), QStringLiteral("--strict-nonce-count")});
    QVERIFY(strict && strict->options.strictlyIncreasingNonceCount);
}

void TestAtlasSimProgram::takesWorlds()
{
    using atlassim::CommandLine;
    const auto projectsWith = [](const QString &arguments) {
        const auto line = CommandLine::parse(
            QString(QStringLiteral("atlassim ") + arguments).split(QLatin1Char(' ')));
        return line ? line->world.projects : QList<atlassim::Project>();
    };
    QCOMPARE(projectsWith(QStringLiteral("--world sample")).size(),
             projectsWith(QStringLiteral("--latency 0")).size());
    QCOMPARE(projectsWith(QStringLiteral("--world troubled")).value(0).name,
             QStringLiteral("Accounts"));
    const auto busy = projectsWith(QStringLiteral("--projects 3 --buckets 2 --clusters 8"));
    QCOMPARE(busy.size(), 3);
    QCOMPARE(busy[2].clusters.size(), 8);
}

void TestAtlasSimProgram::refusesBadArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QString &line) {
        QTest::newRow(name) << line.split(QLatin1Char(' '));
    };
    row("unknown option", QStringLiteral("--nonsense"));
    row("no number", QStringLiteral("--latency soon"));
    row("port too large", QStringLiteral("--port 65536"));
    row("bad duration", QStringLiteral("--export-duration -1"));
    row("bad shift", QStringLiteral("--shift sideways"));
    row("bad world", QStringLiteral("--projects many"));
    row("unknown world", QStringLiteral("--world perfect"));
    row("bad clusters", QStringLiteral("--clusters some"));
    row("key alone", QStringLiteral("--key key.pem"));
    row("no certificate", QStringLiteral("--certificate /nowhere --key /nowhere"));
    row("stray word", QStringLiteral("stray"));
}

void TestAtlasSimProgram::refusesBadArguments()
{
    QFETCH(const QStringList, arguments);
    QSignalSpy finished(m_process.get(), &QProcess::finished);
    start(arguments);
    QVERIFY(finished.wait(20000));
    QCOMPARE(m_process->exitCode(), 2);
    QCOMPARE(m_process->readAllStandardError().count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestAtlasSimProgram)

#include "tst_atlassimprogram.moc"
