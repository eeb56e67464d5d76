// SPDX-License-Identifier: Apache-2.0
#pragma once

class QFileDevice;

namespace files {

/// Has the system put what was written to the open file on the disk, and waits for that. False if
/// it could not, with the reason in errno: no room, on a server perhaps, or a disk that fails. True
/// where nothing can be known.
bool syncToDisk(QFileDevice &file);

} // namespace files
