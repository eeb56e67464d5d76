// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/startup.h"

#include "tests/bench/display.h"
#include "tests/bench/samples.h"
#include "tests/bench/simulator.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfEmptyWindow = 1.25;

/// Where windows are shown.
struct Platform
{
    QString title;
    QList<QPair<QString, QString>> variables;
};

/// Starts Bucketscope as a user would who has an account and a project, and the empty window.
class Startup
{
public:
    explicit Startup(const Platform &platform)
        : m_platform(platform), m_simulator({u"--projects"_s, u"1"_s, u"--buckets"_s, u"1000"_s})
    { }

    Figure firstPaint(int runs)
    {
        Samples ours;
        Samples reference;
        // The first of each brings files into memory, and is not counted.
        for (int run = 0; run <= runs; ++run) {
            const double oursOnce = timeToFirstPaint(QStringLiteral(BENCH_BUCKETSCOPE));
            const double referenceOnce = timeToFirstPaint(QStringLiteral(BENCH_EMPTYWINDOW));
            if (run == 0)
                continue;
            ours.append(oursOnce);
            reference.append(referenceOnce);
        }
        return {QString(u"exec to first paint, "_s + m_platform.title),
                u"ms"_s,
                median(ours),
                u"empty window"_s,
                median(reference),
                MostOfEmptyWindow,
                {}};
    }

    Figure memory(int runs)
    {
        Samples ours;
        Samples reference;
        for (int run = 0; run < runs; ++run) {
            ours.append(memoryOfOurs());
            reference.append(memoryOfReference());
        }
        return {QString(u"memory (PSS), idle, first page shown, "_s + m_platform.title),
                u"MiB"_s,
                median(ours),
                u"window that fetched it"_s,
                median(reference),
                MostOfEmptyWindow,
                {}};
    }

private:
    QProcessEnvironment environment(const QTemporaryDir &home) const
    {
        QProcessEnvironment environment = m_simulator.account();
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        for (const auto &[name, value] : m_platform.variables)
            environment.insert(name, value);
        return environment;
    }

    double timeToFirstPaint(const QString &program) const
    {
        const QTemporaryDir home;
        const QProcessEnvironment variables = environment(home);
        QElapsedTimer timer;
        timer.start();
        Child child(program, {}, variables);
        child.readLine();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    double memoryOfOurs() const
    {
        const QString buckets = u"/backup/exportBuckets"_s;
        const int before = m_simulator.requestsSeen(buckets);
        const QTemporaryDir home;
        const Child child(QStringLiteral(BUCKETSCOPE_PROGRAM), {}, environment(home));
        child.waitUntilIdle();
        if (m_simulator.requestsSeen(buckets) == before)
            throw std::runtime_error("Bucketscope did not ask for its first page");
        return child.proportionalSetSize();
    }

    double memoryOfReference() const
    {
        const QString url =
            m_simulator.bucketsUrl(m_simulator.projects().constFirst(), 1).toString();
        const QTemporaryDir home;
        Child child(QStringLiteral(BENCH_EMPTYWINDOW),
                    {url, QString::fromLatin1(m_simulator.token())}, environment(home));
        while (child.readLine() != "fetched") { }
        child.waitUntilIdle();
        return child.proportionalSetSize();
    }

    Platform m_platform;
    Simulator m_simulator;
};

} // namespace

QList<Figure> startupFigures(const Options &options)
{
    Startup offscreen({u"offscreen"_s, {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}}});
    QList<Figure> figures{offscreen.firstPaint(options.runs())};
    std::optional<Figure> memoryOnX;
    if (Display::isInstalled()) {
        const Display display;
        Startup onX(
            {u"Xvfb"_s, {{u"QT_QPA_PLATFORM"_s, u"xcb"_s}, {u"DISPLAY"_s, display.name()}}});
        figures.append(onX.firstPaint(options.runs()));
        memoryOnX = onX.memory(options.runs());
    }
    figures.append(offscreen.memory(options.runs()));
    if (memoryOnX)
        figures.append(*memoryOnX);
    return figures;
}

} // namespace bench
