// SPDX-License-Identifier: Apache-2.0
#include "base/files/privatefile.h"

#include "base/files/filesync.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <filesystem>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace base {

namespace {

struct PrivateFileText
{
    Q_DECLARE_TR_FUNCTIONS(PrivateFile)
};

constexpr auto ownerReadsAndWrites = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto longestWaitForLock = 500ms;
/// One that is killed before it has written its name into its lock is gone without a trace.
constexpr auto ageOfLockOfTheDead = 2s;
constexpr int mostLinks = 16;

tl::unexpected<QString> cannotWrite(const QString &path, const QString &reason)
{
    return tl::unexpected(PrivateFileText::tr("%1 cannot be written: %2.")
                              .arg(QDir::toNativeSeparators(path), reason));
}

/// Where the bytes lie: some people keep their settings elsewhere, and a link here.
QString behindLinks(const QString &path)
{
    QFileInfo file(path);
    for (int i = 0; i < mostLinks && file.isSymLink(); ++i)
        file.setFile(file.symLinkTarget());
    return file.absoluteFilePath();
}

QString unfinishedOf(const QString &target)
{
    return target + ".part"_L1;
}

/// QFile does not know what became of the bytes it has handed on.
QString reasonOf(const QFile &file)
{
    return file.error() == QFile::NoError ? PrivateFileText::tr("the disk is full or faulty")
                                          : file.errorString();
}

/// While QLockFile clears away a lock of the dead, it holds one more, for which its 30 seconds
/// cannot be changed.
void forgetClearingOfTheDead(const QString &path)
{
    const QFileInfo file(path);
    const auto age =
        std::chrono::milliseconds(file.lastModified().msecsTo(QDateTime::currentDateTime()));
    if (file.exists() && file.size() == 0 && age > ageOfLockOfTheDead)
        QFile::remove(path);
}

} // namespace

tl::expected<void, QString> makePrivateFolderFor(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir())
        return {};
    const QDir parent(folder.absolutePath());
    if (parent.mkpath(QStringLiteral("."))
        && parent.mkdir(folder.fileName(), ownerReadsAndWrites | QFile::ExeOwner))
        return {};
    // Another Bucketscope may have made it at the same moment.
    if (QFileInfo(folder.filePath()).isDir())
        return {};
    return tl::unexpected(PrivateFileText::tr("The folder %1 cannot be created.")
                              .arg(QDir::toNativeSeparators(folder.filePath())));
}

PrivateFileLock::PrivateFileLock(const QString &path) : m_lock(path + ".lock"_L1)
{
    m_lock.setStaleLockTime(ageOfLockOfTheDead);
    forgetClearingOfTheDead(path + ".lock.rmlock"_L1);
    m_isHeld = m_lock.tryLock(longestWaitForLock);
}

bool isAnyPrivateFile(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo::exists(unfinishedOf(behindLinks(path)));
}

tl::expected<void, QString> createPrivateFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    // Unbuffered: what is written may be secret, and is copied nowhere.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   ownerReadsAndWrites))
        return cannotWrite(path, file.errorString());
    if (file.write(content) == content.size() && base::syncToDisk(file))
        return {};
    const auto failed = cannotWrite(path, reasonOf(file));
    file.remove();
    return failed;
}

tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (auto made = makePrivateFolderFor(path); !made)
        return made;
    const QString target = behindLinks(path);
    if (QFileInfo::exists(target) && !QFileInfo(target).isWritable())
        return cannotWrite(path, PrivateFileText::tr("the file is read-only"));
    const QString unfinished = unfinishedOf(target);
    QFile::remove(unfinished);
    if (auto written = createPrivateFile(unfinished, content); !written)
        return written;
    std::error_code failure;
    std::filesystem::rename(QFileInfo(unfinished).filesystemFilePath(),
                            QFileInfo(target).filesystemFilePath(), failure);
    if (!failure) {
        base::syncFolderToDisk(QFileInfo(target).absolutePath());
        return {};
    }
    QFile::remove(unfinished);
    return cannotWrite(path, QString::fromLocal8Bit(failure.message().c_str()));
}

} // namespace base
