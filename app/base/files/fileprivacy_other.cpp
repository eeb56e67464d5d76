// SPDX-License-Identifier: Apache-2.0
#include "base/files/fileprivacy.h"

#include <QFileInfo>

namespace base {

/// Access lists decide there; a new file has its folder's.
bool filesCanBePrivate()
{
    return false;
}

bool othersMayChange(const QString &)
{
    return false;
}

bool isOwnFile(const QString &path)
{
    return QFileInfo(path).isWritable();
}

} // namespace base
