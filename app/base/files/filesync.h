// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QFileDevice;

namespace base {

/// Has the system put what was written to the open file on the disk, and waits for that. False if
/// it could not, with the reason in errno: no room, on a server perhaps, or a disk that fails. True
/// where nothing can be known.
bool syncToDisk(QFileDevice &file);

/// The same of a folder: which names it holds. After a rename, so that after a power cut the new
/// file is there under its name. What fails is passed over: the file itself is whole either way.
void syncFolderToDisk(const QString &folder);

} // namespace base
