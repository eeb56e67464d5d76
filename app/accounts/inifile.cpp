// SPDX-License-Identifier: Apache-2.0
#include "accounts/inifile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryFile>

#include <algorithm>
#include <optional>

namespace accounts {

namespace {

struct IniFileText
{
    Q_DECLARE_TR_FUNCTIONS(IniFile)
};

constexpr qint64 largestIniFile = qint64(16) * 1024 * 1024;
/// QSettings takes lines that begin with a semicolon for comments.
constexpr QByteArrayView firstLine = "; Bucketscope, format 1\n";
constexpr QByteArrayView lastLine = "; end\n";

bool isUtf8Text(const QByteArray &bytes)
{
    return !bytes.contains('\0') && bytes.isValidUtf8();
}

bool isIniLine(QByteArrayView line)
{
    const QByteArrayView content = line.trimmed();
    if (content.isEmpty() || content.startsWith(';') || content.startsWith('#'))
        return true;
    return content.startsWith('[') ? content.endsWith(']') : content.indexOf('=') > 0;
}

/// QSettings skips nearly everything it does not understand without a word.
bool isIni(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    return std::all_of(lines.begin(), lines.end(),
                       [](const QByteArray &line) { return isIniLine(line); });
}

/// Whether encodeIni() wrote the beginning, if perhaps not all of the first line.
bool beginsAsOurs(const QByteArray &bytes)
{
    return bytes.startsWith(firstLine) || (!bytes.isEmpty() && firstLine.startsWith(bytes));
}

/// The last line may be followed by what somebody wrote by hand, and may have lost its line break.
bool endsAsOurs(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](const QByteArray &line) { return line.trimmed() == lastLine.trimmed(); });
}

bool isCutShort(const QByteArray &bytes)
{
    return beginsAsOurs(bytes) && !endsAsOurs(bytes);
}

QByteArray wholeLinesOf(const QByteArray &bytes)
{
    return bytes.first(bytes.lastIndexOf('\n') + 1);
}

bool isAskedForAsWritten(const QString &key)
{
    return !key.isEmpty() && !key.startsWith(u'/') && !key.endsWith(u'/')
        && !key.contains(QLatin1String("//"));
}

struct Decoded
{
    IniValues values;
    /// Whether each key can be asked for. `a//b`, `/a` and an empty one cannot: QSettings lists
    /// them as they are, but means `a/b` and `a` by them, and would overwrite those.
    bool isWhole = true;
};

/// QSettings reads files only; a copy of its own also keeps it from answering out of its cache.
std::optional<Decoded> decodeIni(const QByteArray &bytes)
{
    QTemporaryFile copy;
    if (!copy.open() || copy.write(bytes) != bytes.size() || !copy.flush())
        return std::nullopt;
    const QSettings settings(copy.fileName(), QSettings::IniFormat);
    Decoded decoded;
    for (const QString &key : settings.allKeys()) {
        if (isAskedForAsWritten(key))
            decoded.values.insert(key, settings.value(key));
        else
            decoded.isWhole = false;
    }
    return decoded;
}

std::optional<QString> damageIn(const QByteArray &bytes, const Decoded &decoded)
{
    if (bytes.trimmed().isEmpty())
        return IniFileText::tr("is empty");
    if (!isUtf8Text(bytes))
        return IniFileText::tr("holds bytes that are no text");
    if (isCutShort(bytes))
        return IniFileText::tr("was cut short");
    if (!isIni(bytes) || !decoded.isWhole)
        return IniFileText::tr("holds lines that are no settings");
    const bool isOnlyHeadings = decoded.values.isEmpty() && bytes.contains('[');
    return isOnlyHeadings ? std::optional(IniFileText::tr("was cut short")) : std::nullopt;
}

IniFile unreadable(const QString &reason)
{
    return {IniFile::Health::Unreadable, reason, {}, {}};
}

} // namespace

IniFile readIni(const QByteArray &bytes)
{
    const auto decoded = decodeIni(isCutShort(bytes) ? wholeLinesOf(bytes) : bytes);
    if (!decoded)
        return unreadable(IniFileText::tr("cannot be read: there is no room for temporary files"));
    const auto damage = damageIn(bytes, *decoded);
    return {damage ? IniFile::Health::Damaged : IniFile::Health::Sound, damage.value_or(QString()),
            bytes, decoded->values};
}

IniFile readIniFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymbolicLink())
        return {};
    if (info.isDir())
        return unreadable(IniFileText::tr("is a folder"));
    if (info.exists() && !info.isFile())
        return unreadable(IniFileText::tr("is not an ordinary file"));
    if (info.size() > largestIniFile)
        return unreadable(IniFileText::tr("is too large"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(IniFileText::tr("cannot be read: %1").arg(file.errorString()));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unreadable(IniFileText::tr("cannot be read: %1").arg(file.errorString()));
    return readIni(bytes);
}

tl::expected<QByteArray, QString> encodeIni(const IniValues &values)
{
    const auto noRoom = tl::unexpected(
        IniFileText::tr("There is no room for temporary files, so nothing was saved."));
    QTemporaryFile scratch;
    if (!scratch.open())
        return noRoom;
    {
        QSettings settings(scratch.fileName(), QSettings::IniFormat);
        for (auto it = values.begin(); it != values.end(); ++it)
            settings.setValue(it.key(), it.value());
        settings.sync();
        if (settings.status() != QSettings::NoError)
            return noRoom;
    }
    // QSettings puts a new file in place of the one that is open here.
    QFile written(scratch.fileName());
    if (!written.open(QIODevice::ReadOnly))
        return noRoom;
    return firstLine.toByteArray() + written.readAll() + lastLine.toByteArray();
}

} // namespace accounts
