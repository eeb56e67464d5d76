// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingssave.h"

#include "accounts/profiles/seencertificates.h"

namespace ui {

using accounts::SecretStorage;

SettingsSave::SettingsSave(const Means &means, QObject *parent)
    : QObject(parent), m_means(means) { }

void SettingsSave::start(const Content &content, Fallback fallback)
{
    Q_ASSERT(!isRunning());
    if (const auto written = writeSettings(content); !written) {
        Q_EMIT settingsFailed(written.error());
        return;
    }
    m_saver = new SecretSaver(m_means.secrets, this);
    connect(m_saver, &SecretSaver::finished, this, &SettingsSave::conclude);
    connect(m_saver, &SecretSaver::removed, this, &SettingsSave::secretRemoved);
    Q_EMIT settingsWritten();
    m_saver->start(content.secrets, destinationFor(content, fallback));
}

void SettingsSave::stop()
{
    delete m_saver;
    m_saver = nullptr;
}

tl::expected<void, QString> SettingsSave::writeSettings(const Content &content)
{
    const QList<accounts::Profile> profilesBefore = m_means.profiles.profiles();
    const accounts::PreferenceValues valuesBefore = m_means.preferences.values();
    accounts::PreferenceValues values = content.values;
    // Until the secrets are there, the settings say where they are now.
    values.secretStorage = valuesBefore.secretStorage;

    m_means.profiles.setProfiles(content.profiles);
    m_means.preferences.setValues(values);
    for (const accounts::ProfileId &id : content.removed)
        m_means.preferences.forgetProfile(id);
    auto saved = m_means.profiles.save();
    if (!saved) {
        m_means.profiles.setProfiles(profilesBefore);
        m_means.preferences.setValues(valuesBefore);
    } else {
        forgetCertificates(profilesBefore);
    }
    return saved;
}

/// Of profiles that are gone, or whose CA file is another now: the user has chosen it.
void SettingsSave::forgetCertificates(const QList<accounts::Profile> &before)
{
    accounts::SeenCertificates seen(m_means.file);
    for (const accounts::Profile &old : before) {
        const auto now = m_means.profiles.find(old.id);
        if (!now || now->caFile != old.caFile)
            seen.forget(old.id);
    }
}

tl::expected<void, QString> SettingsSave::saveStorage(SecretStorage storage)
{
    const accounts::PreferenceValues before = m_means.preferences.values();
    accounts::PreferenceValues values = before;
    values.secretStorage = storage;
    m_means.preferences.setValues(values);
    auto saved = m_means.file.save();
    if (!saved)
        m_means.preferences.setValues(before);
    return saved;
}

SecretSaver::Destination SettingsSave::destinationFor(const Content &content, Fallback fallback)
{
    SecretSaver::Destination destination;
    destination.storage = content.storage;
    destination.leaveUnreadable = fallback != Fallback::None;
    destination.saveChoice = [this, storage = content.values.secretStorage] {
        return saveStorage(storage);
    };
    switch (fallback) {
    case Fallback::None:
    case Fallback::LeaveUnreadable:
        break;
    case Fallback::SessionOnly:
        destination.storage = SecretStorage::SessionOnly;
        destination.keepOriginals = true;
        destination.saveChoice = [] {
            return tl::expected<void, QString>();
        };
        break;
    case Fallback::File:
        destination.storage = SecretStorage::SettingsFile;
        destination.saveChoice = [this] {
            return saveStorage(SecretStorage::SettingsFile);
        };
        break;
    }
    return destination;
}

void SettingsSave::conclude(const QList<SecretFailure> &failures)
{
    m_saver->deleteLater();
    m_saver = nullptr;
    Q_EMIT secretsDone(failures);
}

} // namespace ui
