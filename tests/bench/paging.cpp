// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/paging.h"

#include "tests/bench/samples.h"
#include "tests/bench/simulator.h"

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfGet = 1.3;

/// A window and a bare QNetworkAccessManager that turn the same pages by turns.
struct Pages
{
    Samples ours;
    Samples reference;
};

Pages turnPages(int latency, int runs)
{
    const Simulator simulator({u"--projects"_s, u"1"_s, u"--buckets"_s, u"5000"_s, u"--latency"_s,
                               QString::number(latency)});
    QProcessEnvironment environment = simulator.account();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    Child window(QStringLiteral(BENCH_NEXTPAGE), {}, environment);
    Child get(QStringLiteral(BENCH_GET), {QString::fromLatin1(simulator.token())}, environment);
    Pages pages;
    // The first of each opens connections, and is not counted.
    for (int run = 0; run <= runs; ++run) {
        const int page = run + 2;
        const QUrl url = simulator.bucketsUrl(simulator.projects().constFirst(), page);
        const double ours = window.askNumber("next");
        const double reference = get.askNumber(url.toEncoded());
        if (run == 0)
            continue;
        pages.ours.append(ours);
        pages.reference.append(reference);
    }
    return pages;
}

} // namespace

QList<Figure> pagingFigures(const Options &options)
{
    constexpr int slow = 100;
    const Pages fastServer = turnPages(0, options.runs());
    const Pages slowServer = turnPages(slow, options.runs());
    return {{u"Next clicked to rows painted, latency 0"_s,
             u"ms"_s,
             median(fastServer.ours),
             u"bare GET"_s,
             median(fastServer.reference),
             MostOfGet,
             {}},
            {u"Next clicked to rows painted, latency 100 ms"_s,
             u"ms"_s,
             median(slowServer.ours),
             u"one frame"_s,
             {},
             {},
             Frame}};
}

} // namespace bench
