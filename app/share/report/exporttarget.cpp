// SPDX-License-Identifier: Apache-2.0
#include "share/report/exporttarget.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace share {

namespace {

struct ExportTargetText
{
    Q_DECLARE_TR_FUNCTIONS(ExportTarget)
};

} // namespace

std::optional<QString> exportTargetProblem(const QString &path)
{
    if (path.isEmpty())
        return ExportTargetText::tr("Enter a file name.");
    const QFileInfo target(path);
    const QString shown = shownExportPath(path);
    if (target.isDir() || target.fileName().isEmpty())
        return ExportTargetText::tr("%1 is a folder. Add a file name.").arg(shown);
    if (const QFileInfo folder(target.absolutePath()); !folder.isDir()) {
        return ExportTargetText::tr("The folder %1 does not exist. Create it, or choose "
                                    "another folder.")
            .arg(shownExportPath(folder.filePath()));
    }
    // A device or a pipe would give way to a file.
    if (target.exists() && !target.isFile())
        return ExportTargetText::tr("%1 is not a regular file. Choose another name.").arg(shown);
    if (target.exists() && !target.isWritable())
        return ExportTargetText::tr("%1 is read-only. Choose another name.").arg(shown);
    return std::nullopt;
}

QString shownExportPath(const QString &path)
{
    constexpr qsizetype Longest = 64;
    const QString native = QDir::toNativeSeparators(path);
    return native.size() <= Longest ? native : u'…' + native.last(Longest);
}

} // namespace share
