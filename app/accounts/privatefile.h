// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace accounts {

/// Makes the folder that `path` lies in, with mode 0700, if it is missing.
/// The error is one translated sentence.
tl::expected<void, QString> makePrivateFolderFor(const QString &path);

/// Puts `content` in place of the file's, whole or not at all, with mode 0600 from the first byte
/// on; makes its folder if need be. The error is one translated sentence.
tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace accounts
