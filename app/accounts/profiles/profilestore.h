// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "accounts/settings/inifile.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace accounts {

class SettingsFile;

/// A profile in the settings file that cannot be used. It stays there untouched.
struct BadProfile
{
    /// Its name, or the ID it is filed under.
    QString name;
    /// A translated sentence.
    QString reason;
};

/// The profiles in the settings file, in the user's order. On the settings file's thread.
class ProfileStore
{
public:
    /// Reads the profiles; `settings` must outlive this object.
    explicit ProfileStore(SettingsFile &settings);

    const QList<Profile> &profiles() const { return m_profiles; }
    const QList<BadProfile> &badProfiles() const { return m_badProfiles; }

    std::optional<Profile> find(const ProfileId &id) const;
    /// By isSameProfileName().
    std::optional<Profile> findByName(const QString &name) const;

    /// Appends a profile of a new ID; not one of the environment.
    void add(const Profile &profile);
    /// Puts the profile in place of the one with its ID.
    void update(const Profile &profile);
    /// Its secret is for the caller to remove.
    void remove(const ProfileId &id);
    /// Adds, updates and removes so that these are the profiles, in this order.
    void setProfiles(const QList<Profile> &profiles);

    /// Writes the whole settings file: as SettingsFile::save(). An error, too, if another
    /// Bucketscope has saved a profile meanwhile whose name is that of one that is new or renamed
    /// here.
    tl::expected<void, QString> save();

private:
    void load();
    void loadOne(const QString &storedId);
    void write(const Profile &profile);
    void writeOrder();
    std::optional<QString> objectionTo(const IniValues &found) const;
    qsizetype indexOf(const ProfileId &id) const;

    SettingsFile &m_settings;
    QList<Profile> m_profiles;
    QList<BadProfile> m_badProfiles;
    /// The IDs of what stays in the file though it is no profile we can use.
    QStringList m_badIds;
};

} // namespace accounts
