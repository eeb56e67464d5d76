// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/inifile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <optional>

namespace accounts {

/// The INI file with everything that is remembered, but no secret.
///
/// Values are read once, when the object is made. Changes are kept in memory until save(), which
/// applies them to whatever the file holds by then, so that two running Bucketscopes do not undo
/// each other's. Keys are written `group/name`; keys that nobody here knows are kept. On the
/// thread that made it.
///
/// A file that is damaged is copied aside before anything is written, and used as far as it can
/// be read.
class SettingsFile
{
public:
    /// `$XDG_CONFIG_HOME/bucketscope/bucketscope.conf`, or what is in its place on other systems.
    static QString defaultPath();

    /// Reads the file; that it is missing is not a problem.
    explicit SettingsFile(const QString &path);
    Q_DISABLE_COPY_MOVE(SettingsFile)
    ~SettingsFile() = default;

    QString path() const { return m_path; }

    /// What was wrong with the file when it was read, and where the copy is: a translated line.
    std::optional<QString> problem() const { return m_problem; }

    /// The text under the key; nothing if there is none.
    std::optional<QString> text(const QString &key) const;
    /// The texts under the key; empty if there are none.
    QStringList list(const QString &key) const;
    /// The bytes under the key; nothing if there are none or only some of them.
    std::optional<QByteArray> bytes(const QString &key) const;
    /// The groups that hold a key, sorted.
    QStringList groups() const;

    void setText(const QString &key, const QString &value);
    void setList(const QString &key, const QStringList &values);
    void setBytes(const QString &key, const QByteArray &value);
    void remove(const QString &key);
    /// Removes every key of the group.
    void removeGroup(const QString &group);

    bool hasChanges() const { return !m_changes.isEmpty(); }
    /// Forgets what was set or removed since the last save().
    void discardChanges() { m_changes.clear(); }

    /// Writes the changes: whole, or not at all. Does nothing if there are none. Waits half a
    /// second at most for another Bucketscope that is saving. The error is one translated sentence;
    /// the file is then as it was, and the changes are still here.
    tl::expected<void, QString> save() { return save({}); }

    /// Looks at what the file holds by then, before anything is written: a translated sentence if
    /// nothing shall be.
    using Check = std::function<std::optional<QString>(const IniValues &found)>;
    /// As save(), if `check` has no objection; no other Bucketscope saves in between.
    tl::expected<void, QString> save(const Check &check);

private:
    using Change = std::optional<QVariant>;

    QVariant value(const QString &key) const;
    QStringList keys() const;
    void set(const QString &key, const QVariant &value);
    IniValues withChanges(IniValues values) const;
    tl::expected<void, QString> write(const Check &check);
    tl::expected<QString, QString> copyAside(const QByteArray &damaged) const;
    QString describe(const IniFile &file) const;
    QString consequenceOf(const IniFile &file) const;

    QString m_path;
    IniValues m_values;
    QMap<QString, Change> m_changes;
    std::optional<QString> m_problem;
};

} // namespace accounts
