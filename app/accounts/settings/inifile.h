// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariant>

#include <tl/expected.hpp>

namespace accounts {

/// The values of an INI file, by key (`group/name`). QSettings' own types, for it reads and writes
/// them: SettingsFile hides them.
using IniValues = QMap<QString, QVariant>;

/// An INI file as it was found.
struct IniFile
{
    enum class Health {
        Missing, ///< There is no such file.
        Sound,
        Damaged, ///< Something is lost; `values` is what could still be read.
        Unreadable, ///< Nothing could be read, so nothing may be written in its place.
    };

    Health health = Health::Missing;
    /// Why it is Damaged or Unreadable: a translated sentence, with %1 in place of the file's name.
    QString reason;
    /// The whole file; empty unless Sound or Damaged.
    QByteArray bytes;
    IniValues values;
};

/// Reads an INI file of any origin (UTF-8), and judges what it finds. A file that encodeIni() made
/// is also known to be whole: every cut is noticed, and the value that was cut is left out.
IniFile readIniFile(const QString &path);

/// As readIniFile(), for what a file held.
IniFile readIni(const QByteArray &bytes);

/// The file's bytes for these values, with a first and a last line that show that it is whole.
/// The error is one translated sentence.
tl::expected<QByteArray, QString> encodeIni(const IniValues &values);

} // namespace accounts
