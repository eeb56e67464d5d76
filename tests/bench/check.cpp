// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check.h"

#include "tests/bench/curlsweep.h"
#include "tests/bench/samples.h"

#include <QLocale>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfCheck = 1.1;
constexpr int ClustersOfProject = 8;
constexpr int BucketsOfCheckedProject = 8;

/// What `bench_check` says of a check, in its order.
enum Spoken {
    Wall,
    Processor,
    Away,
    AwayProcessor,
    MemoryBefore,
    MemoryAtMost,
    MemoryAfter,
    Projects,
    Findings,
    Places,
    SpokenEnd,
};

using Spokens = std::array<Samples, SpokenEnd>;

QUrl urlOf(const Simulator &simulator, const QJsonValue &request)
{
    QUrl url = simulator.url({});
    url.setPath(request["path"_L1].toString());
    QUrlQuery query;
    const QJsonArray items = request["queryItems"_L1].toArray();
    for (const auto &item : items)
        query.addQueryItem(item[0].toString(), item[1].toString());
    url.setQuery(query);
    return url;
}

/// A server with many projects, all clusters of which export, and a window that checks them.
class CheckedProjects
{
public:
    CheckedProjects(int projects, int latency)
        : m_projects(projects),
          m_simulator({u"--projects"_s, QString::number(projects), u"--buckets"_s,
                       QString::number(BucketsOfCheckedProject), u"--clusters"_s,
                       QString::number(ClustersOfProject), u"--latency"_s, QString::number(latency),
                       u"--rate-capacity"_s, u"1000000000"_s})
    { }

    /// The window and curl by turns. Each time, the window is a program of its own, and has the
    /// buckets already. The first turn brings files into memory, and is not counted.
    void measure(int runs)
    {
        for (int run = 0; run <= runs; ++run) {
            const QList<double> ours = check();
            if (m_urls.isEmpty())
                recordCalls();
            // Most credentials may not read private endpoints: nor may this one.
            const Sweep curl = curlSweep(m_simulator, m_urls, {int(ours[Places]), true});
            if (run == 0)
                continue;
            for (size_t i = 0; i < SpokenEnd; ++i)
                m_ours[i].append(ours[qsizetype(i)]);
            m_curlsWall.append(curl.wallMs);
            m_curlsProcessor.append(curl.processorMs);
        }
    }

    double ours(Spoken spoken) const { return median(m_ours[spoken]); }
    double curlsWall() const { return median(m_curlsWall); }
    double curlsProcessor() const { return median(m_curlsProcessor); }
    /// curl, and how many calls it has on their way.
    QString curlsName() const { return u"curl, %1 at a time"_s.arg(int(ours(Places))); }

    /// How many of the calls end so.
    int calls(const QString &end) const
    {
        return static_cast<int>(std::count_if(m_urls.begin(), m_urls.end(), [&](const QUrl &url) {
            return url.path().section(u'/', -1) == end;
        }));
    }
    int allCalls() const { return static_cast<int>(m_urls.size()); }
    /// Of a single bucket, whose ID ends the path.
    int callsForRegions() const
    {
        return static_cast<int>(std::count_if(m_urls.begin(), m_urls.end(), [](const QUrl &url) {
            return url.path().contains("/exportBuckets/"_L1);
        }));
    }

    QString name() const
    {
        const QLocale english(QLocale::English);
        return u"check of %1 projects, %2 clusters"_s.arg(m_projects)
            .arg(english.toString(m_projects * ClustersOfProject));
    }

private:
    QList<double> check()
    {
        QProcessEnvironment environment = m_simulator.account();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        Child window(QStringLiteral(BENCH_CHECK), {}, environment);
        if (window.askNumber("open") != m_projects * BucketsOfCheckedProject)
            throw std::runtime_error("Not all buckets have been read");
        m_requestsToOpen = m_urls.isEmpty() ? m_simulator.requests().size() : 0;
        QList<double> numbers;
        const QByteArrayList words = window.ask("check").split(' ');
        for (const QByteArray &number : words)
            numbers.append(number.toDouble());
        if (numbers.size() != SpokenEnd || numbers[Projects] != m_projects)
            throw std::runtime_error("Not all projects have been checked");
        return numbers;
    }

    /// What the first check has asked for is what curl asks for.
    void recordCalls()
    {
        const QJsonArray requests = m_simulator.requests();
        for (qsizetype i = m_requestsToOpen; i < requests.size(); ++i) {
            if (requests[i]["path"_L1].toString().startsWith("/api/atlas/"_L1))
                m_urls.append(urlOf(m_simulator, requests[i]));
        }
    }

    int m_projects;
    Simulator m_simulator;
    qsizetype m_requestsToOpen = 0;
    QList<QUrl> m_urls;
    Spokens m_ours;
    Samples m_curlsWall;
    Samples m_curlsProcessor;
};

QList<Figure> timeFigures(const CheckedProjects &world)
{
    return {{QString(world.name() + u", latency 20 ms"_s),
             u"ms"_s,
             world.ours(Wall),
             world.curlsName(),
             world.curlsWall(),
             MostOfCheck,
             {}},
            {QString(world.name() + u", processor time"_s),
             u"ms"_s,
             world.ours(Processor),
             world.curlsName(),
             world.curlsProcessor(),
             {},
             {}},
            {u"longest time away from the event loop in it"_s,
             u"ms"_s,
             world.ours(Away),
             u"one frame"_s,
             {},
             {},
             Frame},
            {u"processor time of that"_s, u"ms"_s, world.ours(AwayProcessor), {}, {}, {}, {}}};
}

QList<Figure> memoryFigures(const CheckedProjects &world)
{
    const QString before = u"before it"_s;
    return {{u"memory during that check, at most"_s,
             u"MiB"_s,
             world.ours(MemoryAtMost),
             before,
             world.ours(MemoryBefore),
             {},
             {}},
            {u"memory after it"_s,
             u"MiB"_s,
             world.ours(MemoryAfter),
             before,
             world.ours(MemoryBefore),
             {},
             {}}};
}

/// What the calls come to on paper: a call a project or a cluster, and no more.
QList<Figure> callFigures(const CheckedProjects &world, int projects)
{
    const auto figure = [&](const QString &what, int calls, std::optional<int> onPaper) {
        Figure line{QString(u"calls of that check: "_s + what), u"calls"_s, double(calls)};
        if (onPaper) {
            line.referenceName = u"on paper"_s;
            line.reference = *onPaper;
            line.ratioTarget = 1;
        }
        return line;
    };
    const int clusters = projects * ClustersOfProject;
    return {figure(u"clusters"_s, world.calls(u"clusters"_s), projects),
            figure(u"schedules"_s, world.calls(u"schedule"_s), clusters),
            figure(u"export jobs"_s, world.calls(u"exports"_s), clusters),
            figure(u"access roles"_s, world.calls(u"cloudProviderAccess"_s), projects),
            figure(u"alert configurations"_s, world.calls(u"alertConfigs"_s), projects),
            figure(u"private endpoints"_s, world.calls(u"privateEndpoints"_s), {}),
            figure(u"regions of buckets"_s, world.callsForRegions(), {}),
            figure(u"all"_s, world.allCalls(), {})};
}

} // namespace

QList<Figure> checkFigures(const Options &options)
{
    const int projects = options.isShort ? 10 : 250;
    constexpr int near = 20;
    constexpr int far = 100;
    constexpr int mostRuns = 7;
    constexpr int mostRunsFromAfar = 3;
    CheckedProjects world(projects, near);
    world.measure(std::min(options.runs(), mostRuns));
    CheckedProjects farWorld(projects, far);
    farWorld.measure(std::min(options.runs(), mostRunsFromAfar));
    QList<Figure> figures = timeFigures(world);
    figures.append({QString(farWorld.name() + u", latency 100 ms"_s),
                    u"ms"_s,
                    farWorld.ours(Wall),
                    farWorld.curlsName(),
                    farWorld.curlsWall(),
                    MostOfCheck,
                    {}});
    figures += memoryFigures(world);
    figures += callFigures(world, projects);
    return figures;
}

} // namespace bench
