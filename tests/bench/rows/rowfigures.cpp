// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rows/rowfigures.h"

#include "tests/bench/child.h"
#include "tests/bench/rowcount.h"

#include <array>
#include <cmath>
#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr double MostOfSort = 2.0;
constexpr double MostOfFwrite = 3.0;
constexpr double MostOfJson = 1.0;
/// In milliseconds.
constexpr double MostForKept = 30;
constexpr double MostForKeptMillion = 100;

/// The numbers that a bench_rows of its own says.
QList<double> ask(const QString &figure, int rows)
{
    Child child(QStringLiteral(BENCH_ROWS), {figure, QString::number(rows)},
                environmentWith({{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}}));
    QList<double> numbers;
    const QByteArrayList words = child.readLine().split(' ');
    for (const QByteArray &number : words)
        numbers.append(number.toDouble());
    return numbers;
}

QList<Figure> csvFigures(int rows)
{
    const QList<double> times = ask(u"csv"_s, rows);
    const QString name = u"CSV of "_s + rowCount(rows);
    return {{name, u"ms"_s, times.value(0), u"fwrite"_s, times.value(1), MostOfFwrite, {}},
            {QString(name + u", as we must"_s),
             u"ms"_s,
             times.value(0),
             u"fwrite and fsync"_s,
             times.value(2),
             {},
             {}}};
}

/// What an earlier run has kept, before it is painted.
QList<Figure> keptFigures(int rows, double most)
{
    const QList<double> times = ask(u"kept"_s, rows);
    return {{QString(u"rows of an earlier run, "_s + rowCount(rows)),
             u"ms"_s,
             times.value(0),
             u"reading the file"_s,
             times.value(1),
             {},
             most}};
}

/// Each against what the smaller one leads one to expect.
QList<Figure> growth(int smaller, int larger)
{
    const QList<double> before = ask(u"growth"_s, smaller);
    const QList<double> after = ask(u"growth"_s, larger);
    constexpr qsizetype steps = 3;
    if (before.size() != steps || after.size() != steps)
        throw std::runtime_error("bench_rows does not tell of growth");
    const double line = double(larger) / smaller;
    const double sort = line * std::log(larger) / std::log(smaller);
    const std::array expected{line, line, sort};
    const std::array names{u"adding"_s, u"filter"_s, u"sort"_s};
    QList<Figure> figures;
    for (qsizetype i = 0; i < steps; ++i) {
        const auto step = static_cast<std::size_t>(i);
        figures.append({QString(u"growth: "_s + names.at(step) + u", "_s + rowCount(larger)),
                        u"ms"_s,
                        after[i],
                        QString(u"as from "_s + rowCount(smaller)),
                        before[i] * expected.at(step),
                        MostOfLine,
                        {}});
    }
    return figures;
}

} // namespace

QList<Figure> rowFigures(const Options &options)
{
    const int many = options.isShort ? 2'000 : 100'000;
    const QList<double> filter = ask(u"filter"_s, many);
    const QList<double> sort = ask(u"sort"_s, many);
    const QList<double> memory = ask(u"memory"_s, many);
    QList<Figure> figures{{QString(u"keystroke in the filter, worst, "_s + rowCount(many)),
                           u"ms"_s,
                           filter.value(0),
                           u"memmem"_s,
                           filter.value(1),
                           {},
                           Frame},
                          {QString(u"sort by the slowest column, "_s + rowCount(many)),
                           u"ms"_s,
                           sort.value(0),
                           u"std::stable_sort"_s,
                           sort.value(1),
                           MostOfSort,
                           {}},
                          {QString(u"memory, "_s + rowCount(many)),
                           u"MiB"_s,
                           memory.value(0) / 1024 / 1024,
                           u"their JSON"_s,
                           memory.value(1) / 1024 / 1024,
                           MostOfJson,
                           {}},
                          {QString(u"values offered to the filter, "_s + rowCount(many)),
                           u"ms"_s,
                           ask(u"offers"_s, many).value(0),
                           {},
                           {},
                           {},
                           Frame},
                          {QString(u"key in Find anything, "_s + rowCount(many)),
                           u"ms"_s,
                           ask(u"finder"_s, many).value(0),
                           {},
                           {},
                           {},
                           Frame}};
    figures += csvFigures(many);
    figures += keptFigures(many, MostForKept);
    figures += growth(many / 10, many);
    if (!options.isShort)
        figures += growth(many, many * 10) + keptFigures(many * 10, MostForKeptMillion);
    return figures;
}

} // namespace bench
