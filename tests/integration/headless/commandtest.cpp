// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"

#include "tests/atlassim/world/sampleworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
namespace sample = atlassim::sample;

QJsonObject CommandTest::Ended::json() const
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(output, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning("%s: %s", qPrintable(error.errorString()), output.constData());
    return object;
}

void CommandTest::begin(const atlassim::World &world)
{
    m_home = std::make_unique<QTemporaryDir>();
    m_simulator = std::make_unique<atlassim::Simulator>(world);
    QVERIFY(m_simulator->listen());
}

void CommandTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(pathOf(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray CommandTest::contentOf(const QString &name) const
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CommandTest::Variables CommandTest::signIn() const
{
    return {{u"MONGODB_ATLAS_BASE_URL"_s, m_simulator->baseUrl().toString()},
            {u"MONGODB_ATLAS_CLIENT_ID"_s, sample::ClientId},
            {u"MONGODB_ATLAS_CLIENT_SECRET"_s, sample::ClientSecret}};
}

std::unique_ptr<QProcess> CommandTest::process(const Variables &variables) const
{
    QProcessEnvironment environment;
    // What sanitizers and the loader go by stays.
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"TZ"_s}) {
        if (ours.contains(name))
            environment.insert(name, ours.value(name));
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, pathOf(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, pathOf(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, pathOf(u"cache"_s));
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    auto made = std::make_unique<QProcess>();
    made->setProcessEnvironment(environment);
    made->setWorkingDirectory(m_home->path());
    return made;
}

std::unique_ptr<QProcess> CommandTest::start(const QStringList &arguments,
                                             const Variables &variables)
{
    auto started = process(variables);
    started->start(QStringLiteral(BUCKETSCOPE_PROGRAM), arguments);
    return started;
}

std::unique_ptr<QProcess> CommandTest::startShell(const QString &script,
                                                  const QStringList &arguments)
{
    auto started = process(signIn());
    started->start(u"/bin/sh"_s,
                   QStringList{u"-c"_s, script, QStringLiteral(BUCKETSCOPE_PROGRAM)} + arguments);
    return started;
}

CommandTest::Ended CommandTest::wait(QProcess &process)
{
    const bool hasEnded =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, Patience);
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    Ended ended;
    if (process.exitStatus() == QProcess::CrashExit)
        ended.signal = process.exitCode();
    else
        ended.exitCode = process.exitCode();
    ended.output = process.readAllStandardOutput();
    ended.errors = QString::fromUtf8(process.readAllStandardError());
    const QStringList arguments = process.arguments();
    const QString format = arguments.value(arguments.indexOf(u"--format"_s) + 1);
    if (!ended.output.isEmpty() && format == u"json")
        m_schemas.add(arguments.constFirst(), ended.output);
    if (!ended.output.isEmpty() && format == u"ndjson")
        m_schemas.add(u"bucket"_s, ended.output, true);
    return ended;
}

void CommandTest::cleanupTestCase()
{
    const QString faults = m_schemas.faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

CommandTest::Ended CommandTest::run(const QStringList &arguments, const Variables &variables)
{
    const auto process = start(arguments, variables);
    return wait(*process);
}

int CommandTest::callsTo(QLatin1StringView path) const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(
        std::count_if(seen.begin(), seen.end(), [path](const atlassim::SeenRequest &request) {
            return request.path.startsWith(path) && request.status == 200;
        }));
}
