// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rows/csvexport.h"

#include "share/report/bucketrecords.h"
#include "share/report/csvwriter.h"
#include "share/report/fileexport.h"
#include "tests/bench/rowreferences.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <memory>
#include <numeric>
#include <stdexcept>
#include <vector>

using share::CsvWriter;

namespace bench {

CsvExport::CsvExport(const buckets::BucketRows &rows) : m_rows(rows) { }

CsvExport::Times CsvExport::measure() const
{
    const QString fileName = m_folder.filePath(QStringLiteral("ours.csv"));
    Times times;
    times.ours = oursMs(fileName);
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the CSV file cannot be read");
    const QByteArray bytes = file.readAll();
    // A new file each, as ours is one.
    const QString reference = m_folder.filePath(QStringLiteral("reference.csv"));
    times.fwrite = rowreferences::fwriteMs(bytes, reference);
    QFile::remove(reference);
    times.fwriteAndSync = rowreferences::fwriteAndSyncMs(bytes, reference);
    QFile::remove(reference);
    if (times.fwrite < 0 || times.fwriteAndSync < 0)
        throw std::runtime_error("the reference cannot be written");
    return times;
}

/// All of it: the rows set aside, formatted between other events, on the disk, in their place.
double CsvExport::oursMs(const QString &fileName) const
{
    std::vector<int> all(size_t(m_rows.size()));
    std::iota(all.begin(), all.end(), 0);
    QElapsedTimer timer;
    timer.start();
    share::FileExport file(std::make_unique<share::BucketRecords>(m_rows, all),
                           std::make_unique<CsvWriter>(CsvWriter::ByteOrderMark::Without),
                           fileName);
    share::ExportResult result;
    double taken = -1;
    QObject::connect(&file, &share::FileExport::finished, &file,
                     [&](const share::ExportResult &told) {
                         result = told;
                         taken = double(timer.nsecsElapsed()) / 1e6;
                     });
    file.start();
    while (taken < 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (result.outcome != share::ExportResult::Outcome::Written)
        throw std::runtime_error(result.problem.toStdString());
    return taken;
}

} // namespace bench
