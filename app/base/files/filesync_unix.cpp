// SPDX-License-Identifier: Apache-2.0
#include "base/files/filesync.h"

#include <QFile>
#include <QFileDevice>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace base {

namespace {

bool sync(int descriptor)
{
#ifdef F_FULLFSYNC
    // macOS: fsync() leaves the bytes in the disk's own memory (fcntl(2)). Not every file system
    // knows this.
    if (::fcntl(descriptor, F_FULLFSYNC) == 0)
        return true;
#endif
    // EINVAL, EROFS: nothing to sync there (fsync(2)).
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
}

} // namespace

bool syncToDisk(QFileDevice &file)
{
    return sync(file.handle());
}

void syncFolderToDisk(const QString &folder)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    static_cast<void>(sync(descriptor));
    ::close(descriptor);
}

} // namespace base
