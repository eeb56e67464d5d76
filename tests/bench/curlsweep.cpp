// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/curlsweep.h"

#include <QElapsedTimer>
#include <QTemporaryFile>

#include <stdexcept>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr int PagesOf = 500;

/// Of all children that have ended so far.
double childrensProcessorMs()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// One transfer for each URL, in curl's own format.
QByteArray configOf(const QList<QUrl> &urls)
{
    QByteArray config;
    for (const QUrl &url : urls)
        config += "url = \"" + url.toEncoded() + "\"\noutput = /dev/null\n";
    return config;
}

} // namespace

QList<QUrl> sweepUrls(const Simulator &simulator)
{
    QList<QUrl> urls;
    const auto projects = simulator.projects();
    for (qsizetype first = 0; first < projects.size(); first += PagesOf) {
        urls.append(
            simulator.url(u"/api/atlas/v2/groups?itemsPerPage=%1&pageNum=%2"_s.arg(PagesOf).arg(
                first / PagesOf + 1)));
    }
    for (const QString &project : projects)
        urls.append(simulator.bucketsUrl(project, 1, PagesOf));
    return urls;
}

Sweep curlSweep(const Simulator &simulator, const QList<QUrl> &urls, const CurlManner &manner)
{
    QTemporaryFile config;
    if (!config.open() || config.write(configOf(urls)) < 0 || !config.flush())
        throw std::runtime_error("The list of URLs for curl cannot be written");
    QStringList arguments = curlHeaders(simulator.token())
        + QStringList{u"--parallel"_s,        u"--parallel-max"_s, QString::number(manner.atATime),
                      u"--config"_s,          config.fileName(),   u"--write-out"_s,
                      u"%{size_download}\n"_s};
    if (manner.bearsRefusals)
        arguments += u"--no-fail"_s;
    const double before = childrensProcessorMs();
    QElapsedTimer timer;
    timer.start();
    const QByteArray sizes = curl(arguments);
    Sweep sweep{double(timer.nsecsElapsed()) / 1e6, childrensProcessorMs() - before, 0};
    const auto lines = sizes.trimmed().split('\n');
    if (lines.size() != urls.size())
        throw std::runtime_error("curl did not fetch all lists");
    for (const QByteArray &line : lines)
        sweep.bytes += line.toLongLong();
    return sweep;
}

} // namespace bench
