// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/settingsfile.h"

#include "base/files/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct SettingsFileText
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
};

/// An earlier copy of the same bytes, so that a damaged file that nobody repairs is copied once.
std::optional<QString> existingCopy(const QFileInfo &file, const QByteArray &damaged)
{
    const QDir folder = file.absoluteDir();
    const QStringList copies =
        folder.entryList({file.fileName() + ".damaged-*"_L1}, QDir::Files, QDir::Name);
    for (const QString &name : copies) {
        QFile copy(folder.filePath(name));
        if (copy.size() == damaged.size() && copy.open(QIODevice::ReadOnly)
            && copy.readAll() == damaged)
            return copy.fileName();
    }
    return std::nullopt;
}

QString unusedNameFor(const QString &wanted)
{
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = wanted + u'-' + QString::number(i);
    return name;
}

} // namespace

QString SettingsFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + "/bucketscope/bucketscope.conf"_L1;
}

SettingsFile::SettingsFile(const QString &path) : m_path(path)
{
    const IniFile file = readIniFile(m_path);
    m_values = file.values;
    if (!file.reason.isEmpty())
        m_problem = describe(file);
}

QString SettingsFile::describe(const IniFile &file) const
{
    return file.reason.arg(QDir::toNativeSeparators(m_path)) + u' ' + consequenceOf(file);
}

QString SettingsFile::consequenceOf(const IniFile &file) const
{
    if (file.health == IniFile::Health::Unreadable)
        return SettingsFileText::tr("Settings cannot be saved until this is fixed.");
    if (file.bytes.trimmed().isEmpty())
        return SettingsFileText::tr("All settings are at their defaults.");
    const auto copy = copyAside(file.bytes);
    if (!copy)
        return SettingsFileText::tr("The file could not be backed up, so settings cannot be "
                                    "saved: %1")
            .arg(copy.error());
    return SettingsFileText::tr("Bucketscope uses the settings that it could read. A copy of the "
                                "file is in %1.")
        .arg(QDir::toNativeSeparators(*copy));
}

tl::expected<QString, QString> SettingsFile::copyAside(const QByteArray &damaged) const
{
    const QFileInfo file(m_path);
    if (const auto copy = existingCopy(file, damaged))
        return *copy;
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = unusedNameFor(file.absoluteFilePath() + ".damaged-"_L1 + time);
    if (auto written = base::createPrivateFile(name, damaged); !written)
        return tl::unexpected(written.error());
    return name;
}

QVariant SettingsFile::value(const QString &key) const
{
    const auto change = m_changes.constFind(key);
    if (change != m_changes.constEnd())
        return change->value_or(QVariant());
    return m_values.value(key);
}

std::optional<QString> SettingsFile::text(const QString &key) const
{
    const QVariant found = value(key);
    if (!found.isValid())
        return std::nullopt;
    // A comma that somebody typed without quotes makes a list of a text.
    if (found.typeId() == QMetaType::QStringList)
        return found.toStringList().join(", "_L1);
    if (!found.canConvert<QString>())
        return std::nullopt;
    return found.toString();
}

QStringList SettingsFile::list(const QString &key) const
{
    return value(key).toStringList();
}

std::optional<QByteArray> SettingsFile::bytes(const QString &key) const
{
    const QVariant found = value(key);
    if (found.typeId() != QMetaType::QByteArray)
        return std::nullopt;
    return found.toByteArray();
}

QStringList SettingsFile::keys() const
{
    return withChanges(m_values).keys();
}

QStringList SettingsFile::groups() const
{
    QStringList groups;
    for (const QString &key : keys()) {
        const qsizetype slash = key.indexOf(u'/');
        if (slash > 0)
            groups.append(key.first(slash));
    }
    groups.removeDuplicates();
    groups.sort();
    return groups;
}

void SettingsFile::set(const QString &key, const QVariant &newValue)
{
    if (m_values.value(key) == newValue && m_values.contains(key))
        m_changes.remove(key);
    else
        m_changes.insert(key, newValue);
}

void SettingsFile::setText(const QString &key, const QString &value)
{
    set(key, value);
}

void SettingsFile::setList(const QString &key, const QStringList &values)
{
    set(key, values);
}

void SettingsFile::setBytes(const QString &key, const QByteArray &value)
{
    set(key, value);
}

void SettingsFile::remove(const QString &key)
{
    if (m_values.contains(key))
        m_changes.insert(key, std::nullopt);
    else
        m_changes.remove(key);
}

void SettingsFile::removeGroup(const QString &group)
{
    for (const QString &key : keys()) {
        if (key.startsWith(group + u'/'))
            remove(key);
    }
}

IniValues SettingsFile::withChanges(IniValues values) const
{
    for (auto change = m_changes.begin(); change != m_changes.end(); ++change) {
        if (change.value())
            values.insert(change.key(), *change.value());
        else
            values.remove(change.key());
    }
    return values;
}

tl::expected<void, QString> SettingsFile::save(const Check &check)
{
    if (m_changes.isEmpty())
        return {};
    if (auto made = base::makePrivateFolderFor(m_path); !made)
        return made;
    const base::PrivateFileLock lock(m_path);
    if (!lock.isHeld()) {
        if (lock.isHeldByOther())
            return tl::unexpected(
                SettingsFileText::tr("Another Bucketscope window is saving settings. Try again."));
        return tl::unexpected(
            SettingsFileText::tr("Settings were not saved: the folder %1 is not writable.")
                .arg(QDir::toNativeSeparators(QFileInfo(m_path).path())));
    }
    return write(check);
}

tl::expected<void, QString> SettingsFile::write(const Check &check)
{
    const IniFile found = readIniFile(m_path);
    if (found.health == IniFile::Health::Unreadable)
        return tl::unexpected(QString(SettingsFileText::tr("Settings were not saved.") + u' '
                                      + found.reason.arg(QDir::toNativeSeparators(m_path))));
    const bool isSound = found.health == IniFile::Health::Sound;
    if (const auto objection = check ? check(found.values) : std::nullopt)
        return tl::unexpected(*objection);
    if (!isSound && !found.bytes.trimmed().isEmpty()) {
        if (const auto copy = copyAside(found.bytes); !copy)
            return tl::unexpected(copy.error());
    }
    // What was lost since the file was read is still known here.
    const IniValues merged = withChanges(isSound ? found.values : m_values);
    const auto content = encodeIni(merged);
    if (!content)
        return tl::unexpected(content.error());
    if (auto written = base::writePrivateFile(m_path, *content); !written)
        return written;
    m_values = merged;
    m_changes.clear();
    return {};
}

} // namespace accounts
