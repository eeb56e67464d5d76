// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/kept.h"

#include "tests/bench/rowcount.h"
#include "tests/bench/samples.h"
#include "tests/bench/simulator.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfEmptyWindow = 1.25;
constexpr double MostOfBefore = 1.1;
constexpr int BucketsOfProject = 400;

QStringList worldOf(int projects)
{
    return {u"--projects"_s,      QString::number(projects),
            u"--buckets"_s,       QString::number(BucketsOfProject),
            u"--clusters"_s,      u"1"_s,
            u"--rate-capacity"_s, u"1000000000"_s};
}

QProcessEnvironment inHome(QProcessEnvironment environment, const QTemporaryDir &home)
{
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

/// A home in which a check has left what it read; then the server went away.
class Yesterday
{
public:
    explicit Yesterday(int projects)
    {
        const Simulator simulator(worldOf(projects));
        m_environment = inHome(simulator.account(), m_home);
        QProcess check;
        check.setProcessEnvironment(m_environment);
        check.setStandardOutputFile(QProcess::nullDevice());
        check.start(QStringLiteral(BUCKETSCOPE_CLI),
                    {u"check"_s, u"--quiet"_s, u"--fail-on"_s, u"never"_s});
        if (!check.waitForFinished(CheckPatience) || check.exitCode() != 0)
            throw std::runtime_error("bucketscope check failed: "
                                     + check.readAllStandardError().toStdString());
    }

    /// How long the first word of `program` takes, from its start, in milliseconds.
    double toFirstWord(const QString &program) const
    {
        QElapsedTimer timer;
        timer.start();
        Child window(program, {}, m_environment);
        window.readLine();
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    static constexpr int CheckPatience = 600'000;

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

QList<Figure> startFigures(int projects, int runs)
{
    const Yesterday yesterday(projects);
    Samples toFirstPaint;
    Samples toRows;
    Samples emptyWindow;
    // The first of each brings files into memory, and is not counted.
    for (int run = 0; run <= runs; ++run) {
        const double paint = yesterday.toFirstWord(QStringLiteral(BENCH_BUCKETSCOPE));
        const double rows = yesterday.toFirstWord(QStringLiteral(BENCH_FIRSTROWS));
        const double reference = yesterday.toFirstWord(QStringLiteral(BENCH_EMPTYWINDOW));
        if (run == 0)
            continue;
        toFirstPaint.append(paint);
        toRows.append(rows);
        emptyWindow.append(reference);
    }
    const QString kept = rowCount(projects * BucketsOfProject) + u" kept, offline"_s;
    return {{QString(u"exec to first paint, "_s + kept),
             u"ms"_s,
             median(toFirstPaint),
             u"empty window"_s,
             median(emptyWindow),
             MostOfEmptyWindow,
             {}},
            {QString(u"exec to yesterday's rows, "_s + kept),
             u"ms"_s,
             median(toRows),
             u"empty window"_s,
             median(emptyWindow),
             {},
             {}}};
}

/// All projects are opened, and closed by opening one.
Figure memoryFigure(int projects, int runs)
{
    const Simulator simulator(worldOf(projects));
    Samples before;
    Samples after;
    for (int run = 0; run < runs; ++run) {
        const QTemporaryDir home;
        Child window(QStringLiteral(BENCH_SWEEP), {}, inHome(simulator.account(), home));
        window.ask("rest");
        before.append(window.proportionalSetSize());
        window.ask("sweep");
        window.ask("close");
        after.append(window.proportionalSetSize());
    }
    return {QString(u"memory (PSS) after closing all projects, "_s
                    + rowCount(projects * BucketsOfProject)),
            u"MiB"_s,
            median(after),
            u"before it"_s,
            median(before),
            MostOfBefore,
            {}};
}

} // namespace

QList<Figure> keptFigures(const Options &options)
{
    constexpr int fewRuns = 5;
    const int many = options.isShort ? 10 : 250;
    QList<Figure> figures = startFigures(many, options.runs());
    if (!options.isShort)
        figures += startFigures(many * 10, std::min(options.runs(), fewRuns));
    figures.append(memoryFigure(many, std::min(options.runs(), fewRuns)));
    return figures;
}

} // namespace bench
