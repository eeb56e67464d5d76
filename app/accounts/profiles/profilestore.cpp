// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profilestore.h"

#include "accounts/profiles/profiledraft.h"
#include "accounts/settings/settingsfile.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct ProfileStoreText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileStore)
};

constexpr QLatin1String orderKey("Profiles/order");
constexpr QLatin1String groupPrefix("Profile-");

/// The keys of one profile's group.
class ProfileKeys
{
public:
    explicit ProfileKeys(const QString &storedId) : m_group(groupPrefix + storedId) { }

    QString group() const { return m_group; }
    QString name() const { return m_group + "/name"_L1; }
    QString authentication() const { return m_group + "/authentication"_L1; }
    QString identity() const { return m_group + "/identity"_L1; }
    QString baseUrl() const { return m_group + "/baseUrl"_L1; }
    QString defaultProject() const { return m_group + "/defaultProject"_L1; }
    QString caFile() const { return m_group + "/caFile"_L1; }
    QString color() const { return m_group + "/color"_L1; }
    QString atlasCliProfile() const { return m_group + "/atlasCliProfile"_L1; }

private:
    QString m_group;
};

/// All IDs the file speaks of: first those it lists, then those that lost their place in the list.
QStringList storedIds(const SettingsFile &settings)
{
    QStringList ids = settings.list(orderKey);
    for (const QString &group : settings.groups()) {
        if (group.startsWith(groupPrefix))
            ids.append(group.sliced(groupPrefix.size()));
    }
    ids.removeDuplicates();
    return ids;
}

QString required(const SettingsFile &settings, const QString &key)
{
    return settings.text(key).value_or(QString());
}

ProfileDraft draftFrom(const SettingsFile &settings, const ProfileKeys &keys)
{
    ProfileDraft draft;
    draft.name = required(settings, keys.name());
    draft.identity = required(settings, keys.identity());
    draft.baseUrl = required(settings, keys.baseUrl());
    draft.defaultProject = settings.text(keys.defaultProject()).value_or(QString());
    draft.caFile = settings.text(keys.caFile()).value_or(QString());
    draft.chosenColor = profileColorFromStoredText(settings.text(keys.color()).value_or(QString()));
    draft.atlasCliProfile = settings.text(keys.atlasCliProfile()).value_or(QString());
    return draft;
}

/// Why the texts make no profile, though a name may be taken.
QString firstError(const ProfileDraft &draft)
{
    const QList<FieldProblem> problems = draft.problems({});
    for (const FieldProblem &problem : problems) {
        if (problem.severity == FieldProblem::Severity::Error)
            return problem.message;
    }
    return {};
}

tl::expected<Profile, QString> readProfile(const SettingsFile &settings, const QString &storedId)
{
    const ProfileKeys keys(storedId);
    if (!settings.groups().contains(keys.group()))
        return tl::unexpected(ProfileStoreText::tr("The settings of this profile are missing."));
    const auto id = ProfileId::fromString(storedId);
    if (!id)
        return tl::unexpected(ProfileStoreText::tr("This profile has an invalid ID in the "
                                                   "settings file."));
    const auto authentication =
        authenticationFromStoredText(required(settings, keys.authentication()));
    if (!authentication)
        return tl::unexpected(
            ProfileStoreText::tr("The authentication type is missing or unknown."));
    ProfileDraft draft = draftFrom(settings, keys);
    draft.id = *id;
    draft.authentication = *authentication;
    const auto profile = draft.toProfile();
    if (!profile)
        return tl::unexpected(firstError(draft));
    return *profile;
}

/// The names of the profiles that the file holds beside `ours`, by their groups.
QMap<QString, QString> otherNames(const IniValues &found, const QList<Profile> &ours)
{
    QMap<QString, QString> names;
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (it.key().startsWith(groupPrefix) && it.key().endsWith("/name"_L1))
            names.insert(it.key(), it.value().toString());
    }
    for (const Profile &profile : ours)
        names.remove(ProfileKeys(profile.id.toString()).name());
    return names;
}

QStringList idsOf(const QList<Profile> &profiles)
{
    QStringList ids;
    for (const Profile &profile : profiles)
        ids.append(profile.id.toString());
    return ids;
}

void writeOptional(SettingsFile &settings, const QString &key, const QString &text)
{
    if (text.isEmpty())
        settings.remove(key);
    else
        settings.setText(key, text);
}

} // namespace

ProfileStore::ProfileStore(SettingsFile &settings) : m_settings(settings)
{
    load();
}

void ProfileStore::load()
{
    for (const QString &storedId : storedIds(m_settings))
        loadOne(storedId);
}

void ProfileStore::loadOne(const QString &storedId)
{
    const auto profile = readProfile(m_settings, storedId);
    if (profile) {
        m_profiles.append(*profile);
        return;
    }
    const ProfileKeys keys(storedId);
    m_badProfiles.append({m_settings.text(keys.name()).value_or(storedId), profile.error()});
    if (m_settings.groups().contains(keys.group()))
        m_badIds.append(storedId);
}

qsizetype ProfileStore::indexOf(const ProfileId &id) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&id](const Profile &profile) { return profile.id == id; });
    return found == m_profiles.end() ? -1 : found - m_profiles.begin();
}

std::optional<Profile> ProfileStore::find(const ProfileId &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? std::nullopt : std::optional(m_profiles.at(index));
}

std::optional<Profile> ProfileStore::findByName(const QString &name) const
{
    const auto found =
        std::find_if(m_profiles.begin(), m_profiles.end(), [&name](const Profile &profile) {
            return isSameProfileName(profile.name, name);
        });
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

void ProfileStore::add(const Profile &profile)
{
    Q_ASSERT(indexOf(profile.id) < 0);
    m_profiles.append(profile);
    write(profile);
    writeOrder();
}

void ProfileStore::update(const Profile &profile)
{
    const qsizetype index = indexOf(profile.id);
    Q_ASSERT(index >= 0);
    m_profiles[index] = profile;
    write(profile);
}

void ProfileStore::remove(const ProfileId &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_profiles.removeAt(index);
    m_settings.removeGroup(ProfileKeys(id.toString()).group());
    writeOrder();
}

void ProfileStore::setProfiles(const QList<Profile> &profiles)
{
    const QList<Profile> before = std::exchange(m_profiles, profiles);
    for (const Profile &old : before) {
        if (indexOf(old.id) < 0)
            m_settings.removeGroup(ProfileKeys(old.id.toString()).group());
    }
    for (const Profile &profile : profiles) {
        if (!before.contains(profile))
            write(profile);
    }
    if (idsOf(before) != idsOf(profiles))
        writeOrder();
}

void ProfileStore::write(const Profile &profile)
{
    Q_ASSERT(!profile.fromEnvironment);
    const ProfileKeys keys(profile.id.toString());
    m_settings.setText(keys.name(), profile.name);
    m_settings.setText(keys.authentication(), toStoredText(profile.authentication));
    m_settings.setText(keys.identity(), profile.identity);
    m_settings.setText(keys.baseUrl(), profile.baseUrl.toString());
    writeOptional(m_settings, keys.defaultProject(),
                  profile.defaultProject ? profile.defaultProject->toHex() : QString());
    writeOptional(m_settings, keys.caFile(), profile.caFile);
    writeOptional(m_settings, keys.color(),
                  profile.chosenColor ? toStoredText(*profile.chosenColor) : QString());
    writeOptional(m_settings, keys.atlasCliProfile(), profile.atlasCliProfile);
}

void ProfileStore::writeOrder()
{
    m_settings.setList(orderKey, idsOf(m_profiles) + m_badIds);
}

tl::expected<void, QString> ProfileStore::save()
{
    return m_settings.save([this](const IniValues &found) { return objectionTo(found); });
}

/// Names were looked at when they were typed; another window may have been faster since.
std::optional<QString> ProfileStore::objectionTo(const IniValues &found) const
{
    const QMap<QString, QString> theirs = otherNames(found, m_profiles);
    for (const Profile &profile : m_profiles) {
        const QString before = found.value(ProfileKeys(profile.id.toString()).name()).toString();
        const bool isTaken =
            std::any_of(theirs.begin(), theirs.end(), [&profile](const QString &name) {
                return isSameProfileName(name, profile.name);
            });
        if (isTaken && before != profile.name)
            return ProfileStoreText::tr("Another Bucketscope window has saved a profile named "
                                        "“%1”. Choose another name.")
                .arg(profile.name);
    }
    return std::nullopt;
}

} // namespace accounts
