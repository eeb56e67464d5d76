// SPDX-License-Identifier: Apache-2.0
#include "accounts/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace accounts {

namespace {

struct PrivateFileText
{
    Q_DECLARE_TR_FUNCTIONS(PrivateFile)
};

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

tl::unexpected<QString> cannotWrite(const QString &path, const QString &reason)
{
    return tl::unexpected(PrivateFileText::tr("%1 cannot be written: %2.")
                              .arg(QDir::toNativeSeparators(path), reason));
}

} // namespace

tl::expected<void, QString> makePrivateFolderFor(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir())
        return {};
    const QDir parent(folder.absolutePath());
    if (parent.mkpath(QStringLiteral("."))
        && parent.mkdir(folder.fileName(), ownerOnly | QFile::ExeOwner))
        return {};
    // Another Bucketscope may have made it at the same moment.
    if (QFileInfo(folder.filePath()).isDir())
        return {};
    return tl::unexpected(PrivateFileText::tr("The folder %1 cannot be made.")
                              .arg(QDir::toNativeSeparators(folder.filePath())));
}

tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (auto made = makePrivateFolderFor(path); !made)
        return made;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    if (!file.setPermissions(ownerOnly))
        return cannotWrite(path, file.errorString());
    if (file.write(content) != content.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace accounts
