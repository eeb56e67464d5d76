// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/list.h"

#include "tests/bench/curlsweep.h"
#include "tests/bench/rowcount.h"
#include "tests/bench/samples.h"

#include <QLocale>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfList = 1.1;
constexpr double MostOfRows = 1;
/// What counts as constant.
constexpr double MostOfConstant = 1.1;
/// As many calls as the list has on their way.
constexpr int CallsAtATime = 23;

/// A server with many projects, and the command that lists their buckets.
class ListedProjects
{
public:
    ListedProjects(int projects, int bucketsOfEach, int latency)
        : m_rows(projects * bucketsOfEach),
          m_simulator({u"--projects"_s, QString::number(projects), u"--buckets"_s,
                       QString::number(bucketsOfEach), u"--latency"_s, QString::number(latency),
                       u"--rate-capacity"_s, u"1000000000"_s})
    { }

    const Simulator &simulator() const { return m_simulator; }
    QString rows() const { return rowCount(m_rows); }

    struct Cost
    {
        Samples wallMs{};
        Samples processorMs{};
        /// In MiB.
        Samples memoryAtMost{};
    };

    /// Adds one run, in a home of its own. Throws if not all was listed.
    void list(const QStringList &arguments, Cost &cost) const
    {
        const QTemporaryDir home;
        QProcessEnvironment environment = m_simulator.account();
        for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.insert(name, home.path());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(BENCH_COST),
                      QStringList{QStringLiteral(BUCKETSCOPE_CLI), u"list"_s, u"--quiet"_s}
                          + arguments);
        if (!process.waitForFinished(ListsPatience) || process.exitCode() != 0)
            throw std::runtime_error("bucketscope list failed");
        const auto words = process.readAllStandardOutput().trimmed().split(' ');
        cost.wallMs.append(words.value(0).toDouble());
        cost.processorMs.append(words.value(1).toDouble());
        cost.memoryAtMost.append(words.value(2).toDouble());
    }

private:
    static constexpr int ListsPatience = 600'000;

    int m_rows;
    Simulator m_simulator;
};

QList<Figure> againstCurl(int projects, int runs)
{
    constexpr int bucketsOfEach = 400;
    constexpr int latency = 20;
    const ListedProjects world(projects, bucketsOfEach, latency);
    const QList<QUrl> urls = sweepUrls(world.simulator());
    const QStringList json{u"--format"_s, u"json"_s};
    const QStringList oneProject{u"--project"_s, world.simulator().projects().constFirst()};
    ListedProjects::Cost ours;
    ListedProjects::Cost oursOfOne;
    Samples curlsWall;
    Samples curlsProcessor;
    double rowsMiB = 0;
    // The first of each brings files into memory, and is not counted.
    for (int run = 0; run <= runs; ++run) {
        if (run == 1)
            ours = {};
        world.list(json, ours);
        world.list(json + oneProject, oursOfOne);
        const Sweep curl = curlSweep(world.simulator(), urls, {CallsAtATime, false});
        if (run == 0)
            continue;
        curlsWall.append(curl.wallMs);
        curlsProcessor.append(curl.processorMs);
        rowsMiB = double(curl.bytes) / (1024 * 1024);
    }
    const QString name = u"list --format json of %1 projects, %2"_s.arg(projects).arg(world.rows());
    const QString curl = u"curl, %1 at a time"_s.arg(CallsAtATime);
    return {{QString(name + u", latency 20 ms"_s),
             u"ms"_s,
             median(ours.wallMs),
             curl,
             median(curlsWall),
             MostOfList,
             {}},
            {QString(name + u", processor time"_s),
             u"ms"_s,
             median(ours.processorMs),
             curl,
             median(curlsProcessor),
             {},
             {}},
            {u"memory during that list, at most, beyond that of one project"_s,
             u"MiB"_s,
             median(ours.memoryAtMost) - median(oursOfOne.memoryAtMost),
             u"their JSON"_s,
             rowsMiB,
             MostOfRows,
             {}}};
}

/// Fewer projects, but more than are read at a time, against more of them.
Figure constantMemory(int bucketsOfEach, int fewProjects, int manyProjects, int runs)
{
    const QStringList lines{u"--format"_s, u"ndjson"_s};
    const ListedProjects few(fewProjects, bucketsOfEach, 0);
    const ListedProjects many(manyProjects, bucketsOfEach, 0);
    ListedProjects::Cost ofFew;
    ListedProjects::Cost ofMany;
    for (int run = 0; run < runs; ++run) {
        few.list(lines, ofFew);
        many.list(lines, ofMany);
    }
    return {u"memory during list --format ndjson, at most, %1, %2 a project"_s.arg(
                many.rows(), QLocale(QLocale::English).toString(bucketsOfEach)),
            u"MiB"_s,
            median(ofMany.memoryAtMost),
            QString(u"of "_s + few.rows()),
            median(ofFew.memoryAtMost),
            MostOfConstant,
            {}};
}

} // namespace

QList<Figure> listFigures(const Options &options)
{
    constexpr int fewRuns = 3;
    constexpr int onOnePage = 400;
    constexpr int onSeveralPages = 4000;
    QList<Figure> figures = againstCurl(options.isShort ? 10 : 250, options.runs());
    if (options.isShort) {
        figures.append(constantMemory(onSeveralPages, 1, 2, options.runs()));
        return figures;
    }
    const int runs = std::min(options.runs(), fewRuns);
    figures.append(constantMemory(onOnePage, 250, 2500, runs));
    figures.append(constantMemory(onSeveralPages, 100, 250, runs));
    return figures;
}

} // namespace bench
