// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace accounts {

/// Whether the permissions that we give files keep other users of this computer out.
bool filesCanBePrivate();

/// Whether other users of this computer may change the file, or put another in its place because
/// they may write its folder. False where that cannot be told, and where there is no such file.
bool othersMayChange(const QString &path);

} // namespace accounts
