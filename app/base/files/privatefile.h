// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLockFile>
#include <QString>

#include <tl/expected.hpp>

namespace base {

/// Makes the folder that `path` lies in, with mode 0700, if it is missing.
/// The error is one translated sentence.
tl::expected<void, QString> makePrivateFolderFor(const QString &path);

/// Keeps other Bucketscopes from writing the file meanwhile. Waits half a second at most for one
/// that is writing; one that was killed while it wrote is in nobody's way for more than 2 seconds.
class PrivateFileLock
{
public:
    explicit PrivateFileLock(const QString &path);

    bool isHeld() const { return m_isHeld; }
    /// Whether another holds it; otherwise it cannot be made here.
    bool isHeldByOther() const { return m_lock.error() == QLockFile::LockFailedError; }

private:
    QLockFile m_lock;
    bool m_isHeld;
};

/// Puts `content` in place of the file's, whole or not at all, with mode 0600 from the first byte
/// on; makes its folder if need be. A link stays one. The error is one translated sentence.
///
/// Only with a PrivateFileLock on `path`, for what is unfinished has one name: whatever a killed
/// Bucketscope left, a secret perhaps, is gone with the next call.
tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content);

/// Whether the file is there, or an unfinished one that writePrivateFile() would clear away.
bool isAnyPrivateFile(const QString &path);

/// Makes the file, with mode 0600. One that is there already is an error: a translated sentence.
tl::expected<void, QString> createPrivateFile(const QString &path, const QByteArray &content);

} // namespace base
