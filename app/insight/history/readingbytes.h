// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/keptreading.h"

#include <QByteArray>

#include <optional>

namespace insight {

/// A project as it lies in the file, each text once. Equal projects have equal bytes, in whatever
/// order their lists came but for the buckets, which stay in theirs.
QByteArray bytesOf(const KeptProject &project);

/// The project that lies in `bytes`; nothing if they are not what bytesOf() makes. Fields that this
/// program does not know are passed over, and those that were not kept then are absent.
std::optional<KeptProject> projectIn(const QByteArray &bytes);

} // namespace insight
