// SPDX-License-Identifier: Apache-2.0
#include "accounts/filesecretstore.h"

#include "accounts/laterhandler.h"
#include "accounts/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <chrono>
#include <optional>

using namespace std::chrono_literals;

namespace accounts {

namespace {

constexpr auto longestWaitForLock = 500ms;
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

tl::expected<QByteArray, SecretError> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!QFileInfo(path).isFile())
        return failure(SecretError::Kind::Other,
                       FileSecretStore::tr("The secrets in %1 cannot be read: it is not a file.")
                           .arg(QDir::toNativeSeparators(path)));
    if (!file.open(QIODevice::ReadOnly))
        return failure(SecretError::Kind::Other,
                       FileSecretStore::tr("The secrets in %1 cannot be read: %2.")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    if (!makePrivate(file))
        return failure(SecretError::Kind::Denied,
                       FileSecretStore::tr("Others can read the secrets in %1, and that cannot be "
                                           "changed. Set the file's mode to 0600.")
                           .arg(QDir::toNativeSeparators(path)));
    return file.readAll();
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

LineSpan lineOf(const QByteArray &content, const ProfileId &profile)
{
    const QByteArray start = lineStartFor(profile);
    for (qsizetype at = 0; at < content.size();) {
        const qsizetype lineBreak = content.indexOf('\n', at);
        const qsizetype next = lineBreak < 0 ? content.size() : lineBreak + 1;
        if (QByteArrayView(content).sliced(at).startsWith(start))
            return {at, next - at};
        at = next;
    }
    return {};
}

/// The file without the profile's line; every other line stays, whatever it is.
QByteArray withoutProfile(const QByteArray &content, const ProfileId &profile)
{
    const LineSpan line = lineOf(content, profile);
    QByteArray kept = content.first(line.start) + content.sliced(line.start + line.length);
    if (!kept.isEmpty() && !kept.endsWith('\n'))
        kept.append('\n');
    return kept;
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
                       tr("No secret is kept for this profile. Enter it in the settings."));
    if (!secret)
        return failure(SecretError::Kind::Other,
                       tr("The secret kept for this profile is damaged. Enter it again in the "
                          "settings."));
    return *secret;
}

tl::expected<void, SecretError> FileSecretStore::replace(const ProfileId &profile,
                                                         const Secret &secret) const
{
    if (const auto made = makePrivateFolderFor(m_path); !made)
        return failure(SecretError::Kind::Other, made.error());
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(longestWaitForLock))
        return failure(SecretError::Kind::Other,
                       tr("%1 cannot be written, or another Bucketscope is writing it. Try again.")
                           .arg(QDir::toNativeSeparators(m_path)));
    auto content = contentOf(m_path);
    if (!content)
        return tl::unexpected(content.error());
    QByteArray lines = withoutProfile(*content, profile);
    wipe(*content);
    if (!secret.isEmpty())
        lines.append(lineStartFor(profile))
            .append(secret.bytes().toByteArray().toBase64())
            .append('\n');
    const auto written = writePrivateFile(m_path, lines);
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
    if (!QFileInfo::exists(m_path)) {
        callLater(this, context, std::move(handler), tl::expected<void, SecretError>());
        return;
    }
    callLater(this, context, std::move(handler), replace(profile, Secret()));
}

} // namespace accounts
