// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketrecordsource.h"
#include "share/report/bucketwriter.h"
#include "share/report/exportresult.h"

#include <QByteArray>
#include <QObject>
#include <QSaveFile>
#include <QString>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace share {

/// Writes rows to a file, whole or not at all: into a temporary file beside the target, which takes
/// the target's place at the end. Whatever ends it early leaves the target as it was, and nothing
/// beside it. A link stays one; the file that it leads to is replaced.
///
/// The rows are read and formatted in short slices of the event loop; the wait for the disk at the
/// end, which may be long, is a thread's.
class FileExport : public QObject
{
    Q_OBJECT

public:
    /// `path` is absolute.
    FileExport(std::unique_ptr<BucketRecordSource> source, std::unique_ptr<BucketWriter> writer,
               const QString &path, QObject *parent = nullptr);
    /// Stops what is not finished; waits for the disk if all rows are written.
    ~FileExport() override;

    QString path() const { return m_path; }
    /// How many rows there are to be written.
    int rowCount() const { return m_rowCount; }

    /// Begins with the next turn of the event loop. Once.
    void start();

    /// Stops it before the next slice, or, during the wait for the disk, at its end: the disk
    /// cannot be hurried. Without effect once the file is there.
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    /// So many rows are done; after each slice.
    void progressed(int rows);
    /// Exactly once, from the event loop.
    void finished(const share::ExportResult &result);

private:
    void advance();
    bool open();
    bool writeSlice();
    bool flush();
    void save();
    void finishSaving();
    void fail(const QString &problem);
    void finish(const ExportResult &result);
    QString writeProblem(const QString &reason) const;

    std::unique_ptr<BucketRecordSource> m_source;
    std::unique_ptr<BucketWriter> m_writer;
    QString m_path;
    int m_rowCount;
    std::unique_ptr<QSaveFile> m_file;
    QTimer m_slices;
    QByteArray m_buffer;
    int m_row = 0;
    qint64 m_bytes = 0;
    /// Read by the thread, too.
    std::atomic_bool m_isCancelled = false;
    std::unique_ptr<QThread> m_saving;
    /// Why saving failed. The thread's until it has finished, as is the next.
    std::optional<QString> m_savingProblem;
    /// Whether the file is there.
    bool m_isSaved = false;
};

} // namespace share
