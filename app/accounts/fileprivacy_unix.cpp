// SPDX-License-Identifier: Apache-2.0
#include "accounts/fileprivacy.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace accounts {

namespace {

constexpr mode_t writableByOthers = S_IWGRP | S_IWOTH;

std::optional<mode_t> modeOf(const QString &path)
{
    struct stat status
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return status.st_mode;
}

} // namespace

bool filesCanBePrivate()
{
    return true;
}

bool othersMayChange(const QString &path)
{
    const auto file = modeOf(path);
    if (!file)
        return false;
    const auto folder = modeOf(QFileInfo(path).absolutePath());
    // In a folder like /tmp, only its owner may replace a file.
    const bool isFolderOpen = folder && *folder & writableByOthers && !(*folder & S_ISVTX);
    return *file & writableByOthers || isFolderOpen;
}

} // namespace accounts
