// SPDX-License-Identifier: Apache-2.0
#include "files/filesync.h"

#include <QFileDevice>

#include <cerrno>

#include <unistd.h>

namespace files {

bool syncToDisk(QFileDevice &file)
{
    // EINVAL, EROFS: nothing to sync there (fsync(2)).
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == EROFS;
}

} // namespace files
