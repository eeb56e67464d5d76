// SPDX-License-Identifier: Apache-2.0
#include "base/files/filesync.h"

#include <QFileDevice>

#include <cerrno>

#include <io.h>
#include <windows.h>

namespace base {

namespace {

int errnoOf(DWORD error)
{
    switch (error) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return ENOSPC;
    case ERROR_ACCESS_DENIED:
        return EACCES;
    default:
        return EIO;
    }
}

} // namespace

bool syncToDisk(QFileDevice &file)
{
    const auto handle = reinterpret_cast<HANDLE>(::_get_osfhandle(file.handle()));
    if (handle == INVALID_HANDLE_VALUE || ::FlushFileBuffers(handle))
        return true;
    errno = errnoOf(::GetLastError());
    return false;
}

/// Names are written with the file there.
void syncFolderToDisk(const QString &) { }

} // namespace base
