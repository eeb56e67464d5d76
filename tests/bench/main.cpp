// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check.h"
#include "tests/bench/kept.h"
#include "tests/bench/list.h"
#include "tests/bench/paging.h"
#include "tests/bench/report.h"
#include "tests/bench/rows/rowfigures.h"
#include "tests/bench/startup.h"
#include "tests/bench/sweep.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

bench::Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Compares Bucketscope with what it stands on."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"short"_s, u"Measure once, to see that it still runs."_s},
         {u"only"_s, u"Measure only startup, kept, paging, sweep, check, list or rows."_s,
          u"PART"_s},
         {u"json"_s, u"Write the figures there, too."_s, u"FILE"_s}});
    parser.process(application);
    return {parser.isSet(u"short"_s), parser.value(u"json"_s), parser.value(u"only"_s)};
}

QList<bench::Figure> measure(const bench::Options &options)
{
    using Part = std::pair<QString, QList<bench::Figure> (*)(const bench::Options &)>;
    const std::array<Part, 7> parts{{{u"startup"_s, bench::startupFigures},
                                     {u"kept"_s, bench::keptFigures},
                                     {u"paging"_s, bench::pagingFigures},
                                     {u"sweep"_s, bench::sweepFigures},
                                     {u"check"_s, bench::checkFigures},
                                     {u"list"_s, bench::listFigures},
                                     {u"rows"_s, bench::rowFigures}}};
    QList<bench::Figure> figures;
    for (const auto &[name, measurePart] : parts) {
        if (options.part.isEmpty() || options.part == name)
            figures += measurePart(options);
    }
    if (figures.isEmpty())
        throw std::runtime_error("there is no such part");
    return figures;
}

bool write(const QString &fileName, const QByteArray &content)
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.commit();
}

} // namespace

/// bench [--short] [--only PART] [--json FILE]: a target that is missed is told, and is no failure.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const bench::Options options = readOptions(application);
    try {
        const QList<bench::Figure> figures = measure(options);
        const bench::Machine machine = bench::Machine::thisOne();
        std::fputs(bench::tableOf(figures, machine).toUtf8().constData(), stdout);
        if (options.isShort)
            std::fputs("Measured once: it runs, and the figures say little.\n", stdout);
        if (options.jsonFile.isEmpty() || write(options.jsonFile, bench::jsonOf(figures, machine)))
            return EXIT_SUCCESS;
        std::fputs("bench: the file cannot be written\n", stderr);
    } catch (const std::exception &exception) {
        std::fprintf(stderr, "bench: %s\n", exception.what());
    }
    return EXIT_FAILURE;
}
