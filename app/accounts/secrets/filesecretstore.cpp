// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/filesecretstore.h"

#include "accounts/secrets/laterhandler.h"
#include "base/files/fileprivacy.h"
#include "base/files/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <optional>

namespace accounts {

namespace {

/// Bytes: room for thousands of secrets.
constexpr qint64 LargestSecretsFile = qint64(1024) * 1024;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto othersCan = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;

tl::unexpected<SecretError> failure(SecretError::Kind kind, const QString &message)
{
    return tl::unexpected(SecretError{kind, message});
}

/// A file that others could read, restored from a backup perhaps, is closed to them first.
bool makePrivate(QFile &file)
{
    return !(file.permissions() & othersCan) || file.setPermissions(ownerOnly);
}

/// In one piece: readAll() grows, and leaves a copy behind wherever it moves to.
tl::expected<QByteArray, SecretError> wholeContentOf(QFile &file)
{
    QByteArray content(file.size(), '\0');
    const qint64 size = file.read(content.data(), content.size());
    if (size >= 0) {
        content.truncate(size);
        return content;
    }
    return failure(SecretError::Kind::Other,
                   FileSecretStore::tr("The secrets in %1 cannot be read: %2.")
                       .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

tl::expected<QByteArray, SecretError> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!QFileInfo(path).isFile())
        return failure(SecretError::Kind::Other,
                       FileSecretStore::tr("The secrets in %1 cannot be read: it is not a file.")
                           .arg(QDir::toNativeSeparators(path)));
    // Unbuffered: a buffer would keep a copy.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(SecretError::Kind::Other,
                       FileSecretStore::tr("The secrets in %1 cannot be read: %2.")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    if (file.size() > LargestSecretsFile)
        return failure(SecretError::Kind::Other,
                       FileSecretStore::tr("The secrets in %1 cannot be read: the file is larger "
                                           "than %2. Remove it, then enter the secrets again.")
                           .arg(QDir::toNativeSeparators(path),
                                QLocale().formattedDataSize(LargestSecretsFile, 0)));
    if (base::filesCanBePrivate() && !makePrivate(file))
        return failure(SecretError::Kind::Denied,
                       FileSecretStore::tr("Other users can read the secrets in %1, and "
                                           "Bucketscope could not restrict access. Set the "
                                           "file mode to 0600.")
                           .arg(QDir::toNativeSeparators(path)));
    return wholeContentOf(file);
}

QByteArray lineStartFor(const ProfileId &profile)
{
    return profile.toString().toLatin1() + '=';
}

/// Where the profile's line begins and how long it is; a length of 0 if there is none.
struct LineSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};

LineSpan lineOf(QByteArrayView content, const ProfileId &profile)
{
    const QByteArray start = lineStartFor(profile);
    for (qsizetype at = 0; at < content.size();) {
        const qsizetype lineBreak = content.indexOf('\n', at);
        const qsizetype next = lineBreak < 0 ? content.size() : lineBreak + 1;
        if (content.sliced(at).startsWith(start))
            return {at, next - at};
        at = next;
    }
    return {};
}

/// The file with this secret for the profile, or without any, should it have several; every other
/// line stays, whatever it is. Leaves no copy of a secret but the one it returns.
QByteArray withSecret(const QByteArray &content, const ProfileId &profile, const Secret &secret)
{
    QByteArray utf8 = secret.bytes().toByteArray();
    QByteArray base64 = utf8.toBase64();
    const QByteArray lineStart = lineStartFor(profile);
    QByteArray lines;
    lines.reserve(content.size() + lineStart.size() + base64.size() + 2);
    QByteArrayView rest(content);
    for (LineSpan old = lineOf(rest, profile); old.length > 0; old = lineOf(rest, profile)) {
        lines.append(rest.first(old.start));
        rest = rest.sliced(old.start + old.length);
    }
    lines.append(rest);
    if (!lines.isEmpty() && !lines.endsWith('\n'))
        lines.append('\n');
    if (!secret.isEmpty())
        lines.append(lineStart).append(base64).append('\n');
    wipe(utf8);
    wipe(base64);
    return lines;
}

/// What the profile's line holds in base64; nothing if that is damaged.
std::optional<Secret> secretIn(const QByteArray &content, const LineSpan &line,
                               const ProfileId &profile)
{
    const qsizetype prefix = lineStartFor(profile).size();
    QByteArray base64 = content.mid(line.start + prefix, line.length - prefix).trimmed();
    auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    wipe(base64);
    if (!decoded || decoded.decoded.isEmpty())
        return std::nullopt;
    const Secret secret = Secret::fromUtf8(decoded.decoded);
    wipe(decoded.decoded);
    return secret;
}

} // namespace

QString FileSecretStore::pathBeside(const QString &settingsPath)
{
    return QFileInfo(settingsPath).absoluteDir().filePath(QStringLiteral("secrets.conf"));
}

FileSecretStore::FileSecretStore(const QString &path, QObject *parent)
    : SecretStore(parent), m_path(path)
{ }

tl::expected<Secret, SecretError> FileSecretStore::find(const ProfileId &profile) const
{
    auto content = contentOf(m_path);
    if (!content)
        return tl::unexpected(content.error());
    const LineSpan line = lineOf(*content, profile);
    const auto secret = secretIn(*content, line, profile);
    wipe(*content);
    if (line.length == 0)
        return failure(SecretError::Kind::NotFound,
                       tr("No secret is saved for this profile. Enter it in Settings."));
    if (!secret)
        return failure(SecretError::Kind::Other,
                       tr("The secret saved for this profile is damaged. Enter it again in "
                          "Settings."));
    return *secret;
}

tl::expected<void, SecretError> FileSecretStore::replace(const ProfileId &profile,
                                                         const Secret &secret) const
{
    if (const auto made = base::makePrivateFolderFor(m_path); !made)
        return failure(SecretError::Kind::Other, made.error());
    const base::PrivateFileLock lock(m_path);
    if (!lock.isHeld())
        return failure(SecretError::Kind::Other,
                       tr("%1 is not writable, or another Bucketscope window is writing to it. "
                          "Try again.")
                           .arg(QDir::toNativeSeparators(m_path)));
    auto content = contentOf(m_path);
    if (!content)
        return tl::unexpected(content.error());
    QByteArray lines = withSecret(*content, profile, secret);
    wipe(*content);
    const auto written = base::writePrivateFile(m_path, lines);
    wipe(lines);
    if (!written)
        return failure(SecretError::Kind::Other, written.error());
    return {};
}

void FileSecretStore::read(const ProfileId &profile, QObject *context, ReadHandler handler)
{
    callLater(this, context, std::move(handler), find(profile));
}

void FileSecretStore::write(const ProfileId &profile, const Secret &secret, QObject *context,
                            DoneHandler handler)
{
    callLater(this, context, std::move(handler), replace(profile, secret));
}

void FileSecretStore::remove(const ProfileId &profile, QObject *context, DoneHandler handler)
{
    if (!base::isAnyPrivateFile(m_path)) {
        callLater(this, context, std::move(handler), tl::expected<void, SecretError>());
        return;
    }
    callLater(this, context, std::move(handler), replace(profile, Secret()));
}

} // namespace accounts
