// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace base {

/// Whether the permissions that we give files keep other users of this computer out.
bool filesCanBePrivate();

/// Whether other users of this computer, but its administrator, may change the file, or put another
/// in its place: because they may write it or its folder, or own one of them. Behind a link, both
/// the link's folder and the file's count. False where that cannot be told, and where there is no
/// such file.
bool othersMayChange(const QString &path);

/// Whether this user owns the file and may write it, so that one put in its place has the same
/// owner. Where owners cannot be told, whether it may be written. False where there is no such
/// file.
bool isOwnFile(const QString &path);

} // namespace base
