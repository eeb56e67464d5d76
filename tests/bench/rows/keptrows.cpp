// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rows/keptrows.h"

#include "insight/history/historystore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

double millisecondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

insight::KeptReading readingOf(const ManyBuckets &many)
{
    insight::KeptReading reading;
    reading.at = QDateTime::currentDateTimeUtc();
    reading.hasAllProjects = true;
    for (int i = 0; i < many.pages(); ++i) {
        if (reading.projects.isEmpty() || reading.projects.constLast().id != many.projectOf(i)) {
            reading.projects.append(insight::KeptProject());
            reading.projects.last().id = many.projectOf(i);
            reading.projects.last().name = u"Project %1"_s.arg(reading.projects.size());
            reading.projects.last().hasAllBuckets = true;
        }
        reading.projects.last().buckets += many.page(i);
    }
    return reading;
}

} // namespace

KeptRowTimes takeKeptRows(const ManyBuckets &many, int runs)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"account.sqlite"_s);
    if (!insight::HistoryStore(path).add(readingOf(many)))
        throw std::runtime_error("no reading is kept");
    KeptRowTimes times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.readAll().isEmpty())
            throw std::runtime_error("the file is not there");
        times.bytes.append(millisecondsOf(timer));
        buckets::BucketStore shown;
        timer.start();
        insight::HistoryStore store(path);
        const auto outline = store.outline();
        times.toOutline.append(millisecondsOf(timer));
        auto rows = store.rows(outline.value().value());
        shown.setStaleRows(std::move(rows.value().value()));
        times.toStore.append(millisecondsOf(timer));
    }
    return times;
}

} // namespace bench
