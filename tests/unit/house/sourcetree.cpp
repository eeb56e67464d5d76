// SPDX-License-Identifier: Apache-2.0
#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace sourcetree {

namespace {

QDir project()
{
    return QDir(QStringLiteral(BUCKETSCOPE_SOURCE_DIR));
}

} // namespace

QStringList filesBelow(const QString &folder, const QStringList &names)
{
    const QDir root = project();
    QStringList files;
    QDirIterator it(root.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(root.relativeFilePath(it.next()));
    files.sort();
    return files;
}

QString textOf(const QString &file)
{
    QFile opened(project().filePath(file));
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
}

QStringList linesOf(const QString &file)
{
    return textOf(file).split(u'\n');
}

} // namespace sourcetree
