// SPDX-License-Identifier: Apache-2.0
// Measures the rows of a table that has many, without a server:
//   bench_rows filter ROWS: milliseconds for the worst of 50 keystrokes in the filter until it was
//     painted, and for memmem() over the same text
//   bench_rows sort ROWS: milliseconds to sort by the column that takes longest until it was
//     painted, and for std::stable_sort of its bare keys
//   bench_rows growth ROWS: milliseconds for adding the rows, for filtering and for sorting them
//   bench_rows offers ROWS: milliseconds to find what a filter can be completed with, at worst
//   bench_rows csv ROWS: milliseconds to write all rows into a CSV file, for fwrite() of the same
//     bytes, and for that and fsync(), which ours waits for
//   bench_rows kept ROWS: milliseconds from the file of an earlier run to rows in a store, for
//   reading
//     that file, and to the list of projects
//   bench_rows memory ROWS: bytes that the rows take with a view on them, and those of their JSON
// A line each; more about them on standard error.
#include "buckets/search/bucketcompletion.h"
#include "tests/bench/rows/csvexport.h"
#include "tests/bench/rows/keptrows.h"
#include "tests/bench/rows/manybuckets.h"
#include "tests/bench/rows/typing.h"
#include "tests/bench/samples.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <malloc.h>
#include <string>
#include <string_view>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using bench::Buckets;
using bench::ManyBuckets;
using bench::Typing;

namespace {

constexpr int Runs = 11;
/// With fewer, it is only tried out, and once is enough for what takes long.
constexpr int RowsThatCount = 10'000;

double millisecondsFor(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double medianFor(const std::function<void()> &prepare, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int run = 0; run < Runs; ++run) {
        prepare();
        times.push_back(millisecondsFor(work));
    }
    std::nth_element(times.begin(), times.begin() + Runs / 2, times.end());
    return times[Runs / 2];
}

/// All that a filter looks for words in, as one text.
std::string allTexts(const buckets::BucketRows &rows)
{
    const buckets::TextPool &pool = rows.texts();
    std::string all;
    for (buckets::TextPool::Index index = 1; index < pool.end(); ++index) {
        const QByteArrayView text = pool.utf8(index);
        all.append(text.data(), static_cast<std::size_t>(text.size())).push_back('\n');
    }
    return all;
}

std::size_t countOf(const std::string &text, const std::string &word)
{
    std::size_t count = 0;
    const char *at = text.data();
    const char *const end = text.data() + text.size();
    while (const void *hit =
               memmem(at, static_cast<std::size_t>(end - at), word.data(), word.size())) {
        at = static_cast<const char *>(hit) + word.size();
        ++count;
    }
    return count;
}

void measureFilter(Buckets &buckets)
{
    Typing typing(buckets);
    const QStringList texts{u"payments pr"_s,   u"provider:a"_s, u"60113b99"_s,
                            u"aws ledger 20"_s, u"감사 보관"_s,  u"project:\"payments 1"_s};
    double worst = 0;
    double sum = 0;
    int count = 0;
    for (const QString &text : texts) {
        const QList<double> times = typing.typeAndTakeBack(text);
        std::fprintf(stderr, "%s:", qPrintable(text));
        for (const double time : times) {
            std::fprintf(stderr, " %.1f", time);
            worst = std::max(worst, time);
            sum += time;
            ++count;
        }
        std::fputs("\n", stderr);
    }
    const std::string all = allTexts(buckets.store.rows());
    std::size_t found = 0;
    const double reference = medianFor([] {}, [&] { found = countOf(all, "payments pr"); });
    std::fprintf(stderr, "%d keystrokes, mean %.2f; memmem over %zu bytes\n", count, sum / count,
                 all.size() + found);
    std::printf("%.6f %.6f\n", worst, reference);
}

std::vector<QString> keysOf(const QAbstractItemModel &model, BucketField column)
{
    std::vector<QString> keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.push_back(model.index(row, static_cast<int>(column)).data().toString());
    return keys;
}

void measureSort(Buckets &buckets)
{
    Typing typing(buckets);
    double worstRatio = 0;
    double worstOurs = 0;
    double worstReference = 1;
    for (int i = 0; i < int(atlas::BucketFieldCount); ++i) {
        const auto column = static_cast<BucketField>(i);
        const std::vector<QString> keys = keysOf(buckets.table, column);
        std::vector<QString> sorted;
        const double strings = medianFor([&] { sorted = keys; },
                                         [&] { std::stable_sort(sorted.begin(), sorted.end()); });
        std::vector<std::string> bytes;
        const double stdStrings = medianFor(
            [&] {
                bytes.clear();
                for (const QString &key : keys)
                    bytes.push_back(key.toStdString());
            },
            [&] { std::stable_sort(bytes.begin(), bytes.end()); });
        double shown = 0;
        const auto unsort = [&] {
            typing.sort(static_cast<BucketField>(-1), Qt::AscendingOrder);
        };
        const int runs = buckets.store.rowCount() < RowsThatCount ? 1 : Runs;
        std::vector<double> times;
        for (int run = 0; run < runs; ++run) {
            unsort();
            times.push_back(typing.sort(column, Qt::AscendingOrder));
        }
        std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
        shown = times[static_cast<std::size_t>(runs) / 2];
        models::BucketSortFilterModel bare;
        bare.setSourceModel(&buckets.table);
        const double ours =
            medianFor([&] { bare.sort(-1); }, [&] { bare.sort(i, Qt::AscendingOrder); });
        std::fprintf(stderr, "column %2d: model %.2f, shown %.2f; QString %.2f, std::string %.2f\n",
                     i, ours, shown, strings, stdStrings);
        const double reference = std::min(strings, stdStrings);
        if (shown / reference > worstRatio) {
            worstRatio = shown / reference;
            worstOurs = shown;
            worstReference = reference;
        }
    }
    std::printf("%.6f %.6f\n", worstOurs, worstReference);
}

void measureGrowth(const ManyBuckets &many)
{
    Buckets buckets;
    models::BucketSortFilterModel filtered;
    filtered.setSourceModel(&buckets.table);
    double adding = 0;
    for (int i = 0; i < many.pages(); ++i) {
        const QList<atlas::ExportBucket> page = many.page(i);
        adding += millisecondsFor([&] { buckets.store.addBuckets(many.projectOf(i), page); });
    }
    const double filtering = medianFor([&] { filtered.setFilterText({}); },
                                       [&] { filtered.setFilterText(u"payments pr"_s); });
    filtered.setFilterText({});
    const double sorting = medianFor([&] { filtered.sort(-1); },
                                     [&] { filtered.sort(static_cast<int>(BucketField::Name)); });
    std::printf("%.6f %.6f %.6f\n", adding, filtering, sorting);
}

void measureOffers(const buckets::BucketRows &rows)
{
    double worst = 0;
    for (const QString &field : buckets::BucketQuery::prefixes()) {
        const double time =
            medianFor([] {}, [&] { buckets::BucketCompletion(field).terms(&rows); });
        std::fprintf(stderr, "%s %.2f\n", qPrintable(field), time);
        worst = std::max(worst, time);
    }
    std::printf("%.6f\n", worst);
}

void measureCsv(const buckets::BucketRows &rows)
{
    const bench::CsvExport csv(rows);
    bench::Samples ours;
    bench::Samples fwrite;
    bench::Samples fwriteAndSync;
    for (int run = 0; run < Runs; ++run) {
        const auto times = csv.measure();
        ours.append(times.ours);
        fwrite.append(times.fwrite);
        fwriteAndSync.append(times.fwriteAndSync);
    }
    std::printf("%.6f %.6f %.6f\n", bench::median(ours), bench::median(fwrite),
                bench::median(fwriteAndSync));
}

std::size_t usedMemory()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

void measureMemory(const ManyBuckets &many)
{
    Buckets buckets;
    Typing typing(buckets);
    const std::size_t before = usedMemory();
    many.addTo(buckets.store);
    QCoreApplication::processEvents();
    const std::size_t after = usedMemory();
    std::printf("%zu %lld\n", after - before, static_cast<long long>(many.jsonSize()));
}

void measureKept(const ManyBuckets &many)
{
    const bench::KeptRowTimes times = bench::takeKeptRows(many, Runs);
    std::printf("%.6f %.6f %.6f\n", bench::median(times.toStore), bench::median(times.bytes),
                bench::median(times.toOutline));
}

void measure(const QByteArray &figure, int rows)
{
    const ManyBuckets many(rows);
    if (figure == "kept")
        return measureKept(many);
    if (figure == "memory")
        return measureMemory(many);
    if (figure == "growth")
        return measureGrowth(many);
    Buckets buckets;
    many.addTo(buckets.store);
    if (figure == "filter")
        measureFilter(buckets);
    else if (figure == "offers")
        measureOffers(buckets.store.rows());
    else if (figure == "csv")
        measureCsv(buckets.store.rows());
    else
        measureSort(buckets);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    if (argc != 3)
        return EXIT_FAILURE;
    try {
        measure(argv[1], QByteArray(argv[2]).toInt());
    } catch (const std::exception &exception) {
        std::fprintf(stderr, "%s\n", exception.what());
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
