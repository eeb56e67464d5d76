// SPDX-License-Identifier: Apache-2.0
#include "base/files/fileprivacy.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

constexpr mode_t writableByOthers = S_IWGRP | S_IWOTH;

using Status = struct stat;

std::optional<Status> statusOf(const QString &path)
{
    Status status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return status;
}

/// Whoever owns a file can give himself the right to write it. The system's owner may anyway.
bool belongsToAnother(const Status &status)
{
    return status.st_uid != ::geteuid() && status.st_uid != 0;
}

bool mayBeWrittenByOthers(const Status &status)
{
    return belongsToAnother(status) || (status.st_mode & writableByOthers) != 0;
}

bool mayBeReplacedByOthers(const QString &path)
{
    const auto folder = statusOf(QFileInfo(path).absolutePath());
    if (!folder)
        return false;
    // In a folder like /tmp, only its owner may replace a file.
    const bool keepsFiles = (folder->st_mode & S_ISVTX) != 0 && !belongsToAnother(*folder);
    return mayBeWrittenByOthers(*folder) && !keepsFiles;
}

} // namespace

bool filesCanBePrivate()
{
    return true;
}

bool othersMayChange(const QString &path)
{
    const auto file = statusOf(path);
    if (!file)
        return false;
    return mayBeWrittenByOthers(*file) || mayBeReplacedByOthers(path)
        || mayBeReplacedByOthers(QFileInfo(path).canonicalFilePath());
}

bool isOwnFile(const QString &path)
{
    const auto file = statusOf(path);
    return file && file->st_uid == ::geteuid() && QFileInfo(path).isWritable();
}

} // namespace base
