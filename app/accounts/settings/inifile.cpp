// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/inifile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryFile>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

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

/// Stands for `@` while QSettings reads. What begins with `@Variant(` it would take for a
/// serialized value, whatever that holds: a few bytes of damage can ask for 60 GB of memory. Is no
/// character.
constexpr QChar atMark(u'\uFDD0');
constexpr QByteArrayView atMarkInUtf8 = "\xef\xb7\x90";
/// Around what followed the backslash of an escaped `@` while QSettings reads: in a key that
/// backslash is a slash. Are no characters either.
constexpr QChar escapeBegin(u'\uFDD1');
constexpr QChar escapeEnd(u'\uFDD2');
constexpr QByteArrayView escapeBeginInUtf8 = "\xef\xb7\x91";
constexpr QByteArrayView escapeEndInUtf8 = "\xef\xb7\x92";

/// The end of the digits that begin at `from`.
qsizetype endOfDigits(const QByteArray &bytes, qsizetype from, QByteArrayView digits)
{
    while (from < bytes.size() && digits.contains(bytes[from]))
        ++from;
    return from;
}

/// Where the escape that begins at `from`, with its backslash, ends.
qsizetype endOfEscape(const QByteArray &bytes, qsizetype from)
{
    if (bytes.mid(from + 1, 1) == "x")
        return endOfDigits(bytes, from + 2, "0123456789abcdefABCDEF");
    const qsizetype octal = endOfDigits(bytes, from + 1, "01234567");
    return octal > from + 1 ? octal : std::min(from + 2, bytes.size());
}

/// Hexadecimal or octal. QSettings keeps 16 bits, whatever digits stand in front.
bool isEscapedAt(QByteArrayView part)
{
    if (!part.startsWith('\\'))
        return false;
    const bool isHexadecimal = part.startsWith("\\x");
    const QByteArrayView digits = part.sliced(isHexadecimal ? 2 : 1);
    const qsizetype counted = std::min<qsizetype>(digits.size(), isHexadecimal ? 4 : 6);
    return (digits.last(counted).toUInt(nullptr, isHexadecimal ? 16 : 8) & 0xffff) == '@';
}

/// Whether QSettings makes something small of what follows an `@`, which an older program may have
/// written.
bool isGeometry(QByteArrayView afterAt)
{
    return afterAt.startsWith("Size(") || afterAt.startsWith("Point(")
        || afterAt.startsWith("Rect(");
}

QByteArray withoutAt(const QByteArray &bytes)
{
    QByteArray result;
    result.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype end = bytes[i] == '\\' ? endOfEscape(bytes, i) : i + 1;
        const QByteArrayView part = QByteArrayView(bytes).sliced(i, end - i);
        if (isEscapedAt(part))
            result.append(escapeBeginInUtf8).append(part.sliced(1)).append(escapeEndInUtf8);
        else if (part == "@" && !isGeometry(QByteArrayView(bytes).sliced(end)))
            result.append(atMarkInUtf8);
        else
            result.append(part);
        i = end;
    }
    return result;
}

/// What QSettings would not write as it was read: half surrogate pairs, which an escape can spell,
/// become replacement characters; byte order marks, which it drops in some places, go.
QString writableText(QString text)
{
    text.remove(QChar(QChar::ByteOrderMark));
    if (text.isValidUtf16())
        return text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

/// A key as it was before withoutAt(), but for `@`.
QString keyWithSlashes(QString key)
{
    return key.replace(escapeBegin, u'/').remove(escapeEnd);
}

/// A value as withoutAt() makes it of `@` that are not escaped.
QString valueWithMarks(QString text)
{
    // No regular expression: those match nowhere in a text with half a surrogate pair.
    for (qsizetype begin = 0; (begin = text.indexOf(escapeBegin, begin)) >= 0; ++begin) {
        const qsizetype end = text.indexOf(escapeEnd, begin);
        if (end < 0)
            break;
        text.replace(begin, end + 1 - begin, atMark);
    }
    return text;
}

QString withAt(const QString &text)
{
    return writableText(text).replace(atMark, u'@');
}

/// A key as it can be written: QSettings spells the group `General` in one way only.
QString writableKey(const QString &key)
{
    static constexpr QLatin1String general("General/");
    const QString name = withAt(keyWithSlashes(key));
    return name.startsWith(general, Qt::CaseInsensitive) ? general + name.sliced(general.size())
                                                         : name;
}

/// What QSettings makes of a text that it has written; nothing of what we never write.
std::optional<QVariant> storedValue(const QString &text)
{
    if (!text.startsWith(atMark))
        return withAt(text);
    const QString content = withAt(text.sliced(1));
    if (content.startsWith(u'@'))
        return content;
    if (!content.endsWith(u')')) // For QSettings, too, no more than a text.
        return withAt(text);
    if (content == QLatin1String("Invalid()"))
        return QVariant();
    static constexpr QLatin1String bytesPrefix("ByteArray(");
    if (content.startsWith(bytesPrefix))
        return content.sliced(bytesPrefix.size()).chopped(1).toLatin1();
    static constexpr QLatin1String stringPrefix("String(");
    if (content.startsWith(stringPrefix))
        return content.sliced(stringPrefix.size()).chopped(1);
    return std::nullopt;
}

std::optional<QVariant> storedValue(const QVariant &read)
{
    if (read.typeId() == QMetaType::QString)
        return storedValue(valueWithMarks(read.toString()));
    if (read.typeId() == QMetaType::QVariantList)
        return std::nullopt;
    if (read.typeId() != QMetaType::QStringList)
        return read;
    QStringList texts;
    for (const QString &text : read.toStringList()) {
        const auto value = storedValue(valueWithMarks(text));
        if (!value || value->typeId() != QMetaType::QString)
            return std::nullopt;
        texts.append(value->toString());
    }
    return texts;
}

struct Decoded
{
    IniValues values;
    /// Whether each value is one of ours, and each key can be asked for. `a//b`, `/a` and an empty
    /// one cannot: QSettings lists them as they are, but means `a/b` and `a` by them, and would
    /// overwrite those.
    bool isWhole = true;
};

/// QSettings reads files only; a copy of its own also keeps it from answering out of its cache.
std::optional<Decoded> decodeIni(const QByteArray &bytes)
{
    QTemporaryFile copy;
    const QByteArray content = withoutAt(bytes);
    if (!copy.open() || copy.write(content) != content.size() || !copy.flush())
        return std::nullopt;
    const QSettings settings(copy.fileName(), QSettings::IniFormat);
    Decoded decoded;
    for (const QString &key : settings.allKeys()) {
        const QString name = writableKey(key);
        const bool isAsked = isAskedForAsWritten(key) && isAskedForAsWritten(name);
        const auto value = isAsked ? storedValue(settings.value(key)) : std::nullopt;
        if (value && !decoded.values.contains(name))
            decoded.values.insert(name, *value);
        else
            decoded.isWhole = false;
    }
    return decoded;
}

std::optional<QString> damageIn(const QByteArray &bytes, const Decoded &decoded)
{
    if (bytes.trimmed().isEmpty())
        return IniFileText::tr("The settings file %1 is empty.");
    if (!isUtf8Text(bytes))
        return IniFileText::tr("The settings file %1 contains data that is not text.");
    if (isCutShort(bytes))
        return IniFileText::tr("The settings file %1 is incomplete.");
    if (!isIni(bytes) || !decoded.isWhole)
        return IniFileText::tr("The settings file %1 contains lines that are not settings.");
    const bool isOnlyHeadings = decoded.values.isEmpty() && bytes.contains('[');
    return isOnlyHeadings ? std::optional(IniFileText::tr("The settings file %1 is incomplete."))
                          : std::nullopt;
}

/// With %1 left for the file's name.
QString cannotRead(const QFile &file)
{
    return IniFileText::tr("The settings file %1 cannot be read: %2.")
        .arg(u"%1"_s, file.errorString());
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
        return unreadable(
            IniFileText::tr("The settings file %1 cannot be read: no space for temporary files."));
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
        return unreadable(IniFileText::tr("The settings file %1 is a folder."));
    if (info.exists() && !info.isFile())
        return unreadable(IniFileText::tr("The settings file %1 is not a regular file."));
    if (info.size() > largestIniFile)
        return unreadable(IniFileText::tr("The settings file %1 is too large."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(cannotRead(file));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unreadable(cannotRead(file));
    return readIni(bytes);
}

tl::expected<QByteArray, QString> encodeIni(const IniValues &values)
{
    const auto noRoom = tl::unexpected(
        IniFileText::tr("Settings were not saved: no space for temporary files. Free some disk "
                        "space, then try again."));
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
