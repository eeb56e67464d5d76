// SPDX-License-Identifier: Apache-2.0
#include "soakrun.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {

constexpr int UsualPages = 100'000;
constexpr double MostGrowth = 5.0;
/// Shorter runs say nothing about memory: the logs are still filling up.
constexpr int FewestPagesForMemory = 2'000;

bool print(const SoakRun::Result &result, int pages, bool complete)
{
    const bool tells = pages >= FewestPagesForMemory;
    const bool flat = result.growth() <= MostGrowth;
    std::printf(
        "Pages: %d shown, %d failed; %d faults, %d entries of Problems changed by retries\n",
        result.pagesShown, result.pagesFailed, result.faults, result.retries);
    std::printf("Requests: %lld sent, %lld seen by the server, %lld of them resent by Qt: %s\n",
                static_cast<long long>(result.requestsSent),
                static_cast<long long>(result.requestsSeen),
                static_cast<long long>(result.requestsDropped),
                result.allArrivedOnce() ? "each arrived once" : "NOT each arrived once");
    std::printf("Resident memory: %lld KiB after the first 1,000 pages, %lld KiB at the end "
                "(%+.1f %%, at most %+.1f %%): %s\n",
                static_cast<long long>(result.memoryAtFirst),
                static_cast<long long>(result.memoryAtLast), result.growth(), MostGrowth,
                !tells     ? "too few pages to tell"
                    : flat ? "flat"
                           : "NOT flat");
    if (!complete)
        std::printf("A page did NOT end.\n");
    return complete && (flat || !tells) && result.allArrivedOnce()
        && result.pagesShown + result.pagesFailed == pages;
}

} // namespace

/// soak [PAGES]
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int pages = arguments.size() > 1 ? arguments[1].toInt() : UsualPages;
    if (pages <= 0) {
        std::fputs("usage: soak [PAGES]\n", stderr);
        return 2;
    }
    SoakRun run(pages);
    QObject::connect(&run, &SoakRun::finished, &application, [&run, pages](bool complete) {
        QCoreApplication::exit(print(run.result(), pages, complete) ? EXIT_SUCCESS : EXIT_FAILURE);
    });
    run.start();
    return QCoreApplication::exec();
}
