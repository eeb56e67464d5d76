// SPDX-License-Identifier: Apache-2.0
#include "base/files/filesync.h"

namespace base {

bool syncToDisk(QFileDevice &)
{
    return true;
}

void syncFolderToDisk(const QString &) { }

} // namespace base
