// SPDX-License-Identifier: Apache-2.0
#include "share/report/fileexport.h"

#include "base/files/filesync.h"
#include "share/report/exporttarget.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QStorageInfo>

#include <utility>

namespace share {

namespace {

/// A frame has 16 ms, and others need some of it.
constexpr qint64 SliceMs = 6;
/// How much is handed to the system at once.
constexpr qsizetype ChunkBytes = 256 * 1024;

/// Hands the file to the disk. Returns why that failed, or nothing.
std::optional<QString> syncProblem(QSaveFile &file)
{
    // What QSaveFile leaves out: a server may say only now that there is no room.
    if (!file.flush())
        return file.errorString();
    if (!base::syncToDisk(file)) {
        const QString reason = qt_error_string();
        file.cancelWriting();
        return reason;
    }
    return std::nullopt;
}

} // namespace

FileExport::FileExport(std::unique_ptr<BucketRecordSource> source,
                       std::unique_ptr<BucketWriter> writer, const QString &path, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_writer(std::move(writer)), m_path(path),
      m_rowCount(m_source->count())
{
    connect(&m_slices, &QTimer::timeout, this, &FileExport::advance);
}

FileExport::~FileExport()
{
    if (m_saving)
        m_saving->wait();
}

void FileExport::start()
{
    Q_ASSERT(m_source);
    m_slices.start(0);
}

void FileExport::advance()
{
    if (m_isCancelled) {
        finish({ExportResult::Outcome::Cancelled, 0, 0, {}});
        return;
    }
    if (m_file && m_row == m_rowCount) {
        save();
        return;
    }
    if ((m_file || open()) && writeSlice())
        Q_EMIT progressed(m_row);
}

bool FileExport::open()
{
    if (const auto problem = exportTargetProblem(m_path)) {
        fail(*problem);
        return false;
    }
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(tr("Cannot write to the folder %1: %2. Choose another folder.")
                 .arg(shownExportPath(QFileInfo(m_path).absolutePath()), m_file->errorString()));
        return false;
    }
    m_buffer.reserve(2 * ChunkBytes);
    m_writer->begin(m_buffer);
    return true;
}

bool FileExport::writeSlice()
{
    // To look at the clock takes as long as half a row.
    constexpr int RowsPerLook = 16;
    QElapsedTimer clock;
    clock.start();
    bool isTimeUp = false;
    while (m_row < m_rowCount && !isTimeUp) {
        m_writer->row(m_source->at(m_row), m_buffer);
        ++m_row;
        const bool isFull = m_buffer.size() >= ChunkBytes;
        if (isFull && !flush())
            return false;
        isTimeUp = (isFull || m_row % RowsPerLook == 0) && clock.hasExpired(SliceMs);
    }
    if (m_row < m_rowCount)
        return true;
    m_writer->end(m_buffer);
    return flush();
}

bool FileExport::flush()
{
    const qint64 written = m_file->write(m_buffer);
    if (written != m_buffer.size()) {
        // A disk that takes a part of it has no error to tell.
        fail(writeProblem(written < 0 ? m_file->errorString()
                                      : tr("only part of the data was "
                                           "written")));
        return false;
    }
    m_bytes += written;
    m_buffer.resize(0);
    return true;
}

void FileExport::save()
{
    m_slices.stop();
    m_saving.reset(QThread::create([this] {
        m_savingProblem = syncProblem(*m_file);
        if (m_savingProblem || m_isCancelled)
            return;
        m_isSaved = m_file->commit();
        if (m_isSaved)
            base::syncFolderToDisk(QFileInfo(m_file->fileName()).absolutePath());
        else
            m_savingProblem = m_file->errorString();
    }));
    connect(m_saving.get(), &QThread::finished, this, &FileExport::finishSaving);
    m_saving->start();
}

void FileExport::finishSaving()
{
    m_saving->wait();
    if (m_savingProblem) {
        fail(writeProblem(*m_savingProblem));
        return;
    }
    if (!m_isSaved) {
        finish({ExportResult::Outcome::Cancelled, 0, 0, {}});
        return;
    }
    finish({ExportResult::Outcome::Written, m_row, m_bytes, {}});
}

void FileExport::fail(const QString &problem)
{
    finish({ExportResult::Outcome::Failed, 0, 0, problem});
}

void FileExport::finish(const ExportResult &result)
{
    m_slices.stop();
    if (m_file)
        m_file->cancelWriting();
    m_file.reset();
    m_source.reset();
    Q_EMIT finished(result);
}

QString FileExport::writeProblem(const QString &reason) const
{
    const QStorageInfo disk(QFileInfo(m_path).absolutePath());
    const QString shown = shownExportPath(m_path);
    if (disk.isValid() && disk.bytesAvailable() < ChunkBytes) {
        return tr("Not enough disk space for %1. Free some space, or choose another folder.")
            .arg(shown);
    }
    return tr("%1 cannot be written: %2. Choose another name or folder.").arg(shown, reason);
}

} // namespace share
