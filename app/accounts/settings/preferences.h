// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/profileid.h"
#include "accounts/settings/preferencevalues.h"
#include "atlas/values/objectid.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace accounts {

class SettingsFile;
template<class Value>
struct Setting;

/// What the settings file says beside the profiles, typed. Changes go to the file with
/// SettingsFile::save(). On the settings file's thread.
class Preferences
{
public:
    /// Reads what is there; `settings` must outlive this object.
    explicit Preferences(SettingsFile &settings);

    /// What is chosen; the default where the file says nothing, or nothing that makes sense.
    const PreferenceValues &values() const { return m_values; }
    /// Those that stay as they were are not written: another window may have changed them since.
    void setValues(const PreferenceValues &values);

    /// Which values made no sense, one translated line each. They stay in the file until
    /// setValues() is called and the file is saved.
    QStringList problems() const { return m_problems; }

    /// The profile that was open last.
    std::optional<ProfileId> lastProfile() const;
    void setLastProfile(const ProfileId &profile);

    /// The project that was open last with this profile.
    std::optional<atlas::ProjectId> lastProject(const ProfileId &profile) const;
    void setLastProject(const ProfileId &profile, const atlas::ProjectId &project);

    /// Forgets what is remembered by this profile.
    void forgetProfile(const ProfileId &profile);

    /// What a window left behind under this key (letters, digits, hyphens); empty if nothing.
    QByteArray windowState(const QString &key) const;
    void setWindowState(const QString &key, const QByteArray &state);

private:
    template<class Value>
    void read(const Setting<Value> &setting);

    SettingsFile &m_settings;
    PreferenceValues m_values;
    QStringList m_problems;
};

} // namespace accounts
