// SPDX-License-Identifier: Apache-2.0
#include "headless/outputfile.h"

#include "base/files/filesync.h"
#include "share/report/exporttarget.h"

#include <QFileInfo>
#include <QTimer>

namespace headless {

OutputFile::OutputFile(const QString &path) : m_file(path) { }

std::optional<QString> OutputFile::open()
{
    if (m_file.open(QIODevice::WriteOnly))
        return std::nullopt;
    return writeProblem(m_file.errorString());
}

void OutputFile::write(const QByteArray &bytes)
{
    if (m_hasFailed)
        return;
    if (m_file.write(bytes) != bytes.size())
        fail(m_file.errorString());
}

void OutputFile::finish()
{
    if (m_hasFailed)
        return;
    // A disk may say only now that there is no room.
    if (!m_file.flush())
        return fail(m_file.errorString());
    if (!base::syncToDisk(m_file))
        return fail(qt_error_string());
    if (!m_file.commit())
        return fail(m_file.errorString());
    base::syncFolderToDisk(QFileInfo(m_file.fileName()).absolutePath());
    QTimer::singleShot(0, this, &Output::finished);
}

QString OutputFile::writeProblem(const QString &reason) const
{
    return tr("%1 cannot be written: %2.").arg(share::shownExportPath(m_file.fileName()), reason);
}

void OutputFile::fail(const QString &reason)
{
    m_hasFailed = true;
    m_file.cancelWriting();
    QTimer::singleShot(0, this, [this, problem = writeProblem(reason)] { Q_EMIT failed(problem); });
}

} // namespace headless
