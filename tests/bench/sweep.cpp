// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/sweep.h"

#include "tests/bench/curlsweep.h"
#include "tests/bench/rowcount.h"
#include "tests/bench/samples.h"

#include <algorithm>
#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfWall = 1.05;
constexpr double MostOfProcessor = 1.5;
/// Of what six calls at a time take, far away.
constexpr double MostOfSix = 0.35;
constexpr int BucketsOfProject = 400;

/// A server with many projects, and a window that opens them all.
class ManyProjects
{
public:
    ManyProjects(int projects, int latency)
        : m_projects(projects),
          m_simulator({u"--projects"_s, QString::number(projects), u"--buckets"_s,
                       QString::number(BucketsOfProject), u"--latency"_s, QString::number(latency),
                       u"--rate-capacity"_s, u"1000000000"_s})
    { }

    const Simulator &simulator() const { return m_simulator; }

    /// What the window says of it. Each time, it is a program of its own: curl is one, too. Its
    /// start is not counted, as curl's is, which takes a few milliseconds; on the other hand, the
    /// window has at least one connection open by then, and curl opens six.
    QList<double> ours() const
    {
        QProcessEnvironment environment = m_simulator.account();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        Child window(QStringLiteral(BENCH_SWEEP), {}, environment);
        QList<double> numbers;
        const QByteArrayList words = window.ask("sweep").split(' ');
        for (const QByteArray &number : words)
            numbers.append(number.toDouble());
        constexpr qsizetype figures = 5;
        if (numbers.size() != figures || numbers.constLast() != m_projects * BucketsOfProject)
            throw std::runtime_error("Not all buckets have been read");
        return numbers;
    }

private:
    int m_projects;
    Simulator m_simulator;
};

QList<Figure> againstCurl(int projects, int runs)
{
    constexpr int latency = 20;
    const ManyProjects world(projects, latency);
    const QList<QUrl> urls = sweepUrls(world.simulator());
    QList<Samples> ours(4);
    Samples curlsWall;
    Samples curlsProcessor;
    // The first of each brings files into memory, and is not counted.
    for (int run = 0; run <= runs; ++run) {
        const QList<double> window = world.ours();
        const Sweep curl = curlSweep(world.simulator(), urls);
        if (run == 0)
            continue;
        for (qsizetype i = 0; i < ours.size(); ++i)
            ours[i].append(window[i]);
        curlsWall.append(curl.wallMs);
        curlsProcessor.append(curl.processorMs);
    }
    const QString name =
        u"sweep of %1 projects, %2"_s.arg(projects).arg(rowCount(projects * BucketsOfProject));
    return {{QString(name + u", latency 20 ms"_s),
             u"ms"_s,
             median(ours[0]),
             u"curl"_s,
             median(curlsWall),
             MostOfWall,
             {}},
            {QString(name + u", processor time"_s),
             u"ms"_s,
             median(ours[1]),
             u"curl"_s,
             median(curlsProcessor),
             MostOfProcessor,
             {}},
            {u"longest time away from the event loop in it"_s,
             u"ms"_s,
             median(ours[2]),
             u"one frame"_s,
             {},
             {},
             Frame},
            {u"processor time of that"_s, u"ms"_s, median(ours[3]), {}, {}, {}, {}}};
}

/// Far away, what counts is how many calls are on their way: curl has six, as browsers have.
Figure fromFarAway(int projects, int runs)
{
    constexpr int latency = 100;
    const ManyProjects world(projects, latency);
    const QList<QUrl> urls = sweepUrls(world.simulator());
    Samples ours;
    Samples curls;
    for (int run = 0; run < runs; ++run) {
        ours.append(world.ours().constFirst());
        curls.append(curlSweep(world.simulator(), urls).wallMs);
    }
    return {QString(u"sweep of %1 projects, %2"_s.arg(projects).arg(
                        rowCount(projects * BucketsOfProject))
                    + u", latency 100 ms"_s),
            u"ms"_s,
            median(ours),
            u"curl, six at a time"_s,
            median(curls),
            MostOfSix,
            {}};
}

/// The server answers at once: its latency would hide ours.
double growthOf(int projects, int runs)
{
    constexpr int latency = 0;
    const ManyProjects world(projects, latency);
    Samples wall;
    for (int run = 0; run < runs; ++run)
        wall.append(world.ours().constFirst());
    return median(wall);
}

Figure growthFigure(int rows, double before, double after)
{
    constexpr int step = 10;
    return {QString(u"growth: sweep, "_s + rowCount(rows) + u", latency 0"_s),
            u"ms"_s,
            after,
            QString(u"as from "_s + rowCount(rows / step)),
            before * step,
            MostOfLine,
            {}};
}

} // namespace

QList<Figure> sweepFigures(const Options &options)
{
    const int many = options.isShort ? 10 : 250;
    QList<Figure> figures = againstCurl(many, options.runs());
    constexpr int mostRuns = 5;
    figures.append(fromFarAway(many, std::min(options.runs(), mostRuns)));
    double before = growthOf(many / 10, options.runs());
    for (int projects = many; projects <= (options.isShort ? many : many * 10); projects *= 10) {
        const double after = growthOf(projects, options.runs());
        figures.append(growthFigure(projects * BucketsOfProject, before, after));
        before = after;
    }
    return figures;
}

} // namespace bench
