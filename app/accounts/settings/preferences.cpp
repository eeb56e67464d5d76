// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/preferences.h"

#include "accounts/settings/settingsfile.h"
#include "accounts/settings/settingstable.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct PreferencesText
{
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

namespace key {
constexpr QLatin1String lastProfile("Session/lastProfile");
constexpr QLatin1String lastProjectPrefix("LastProjects/");
constexpr QLatin1String windowPrefix("Window/");
} // namespace key

} // namespace

Preferences::Preferences(SettingsFile &settings) : m_settings(settings)
{
    forEachSetting([this](const auto &setting) { read(setting); });
}

template<class Value>
void Preferences::read(const Setting<Value> &setting)
{
    const auto text = m_settings.text(setting.key);
    if (!text)
        return;
    if (const auto value = valueFromStoredText<Value>(*text))
        m_values.*setting.member = *value;
    else
        m_problems.append(
            PreferencesText::tr("“%2” is not a valid value for %1 in the settings file. The "
                                "default is used.")
                .arg(setting.key, text->left(40)));
}

void Preferences::setValues(const PreferenceValues &values)
{
    const PreferenceValues before = std::exchange(m_values, values);
    forEachSetting([&]<class Value>(const Setting<Value> &setting) {
        const Value &value = m_values.*setting.member;
        const auto text = m_settings.text(setting.key);
        if (value != before.*setting.member || (text && !valueFromStoredText<Value>(*text)))
            m_settings.setText(setting.key, storedTextOf(value));
    });
    m_problems.clear();
}

std::optional<ProfileId> Preferences::lastProfile() const
{
    return ProfileId::fromString(m_settings.text(key::lastProfile).value_or(QString()));
}

void Preferences::setLastProfile(const ProfileId &profile)
{
    m_settings.setText(key::lastProfile, profile.toString());
}

std::optional<atlas::ProjectId> Preferences::lastProject(const ProfileId &profile) const
{
    return atlas::ProjectId::fromHex(
        m_settings.text(key::lastProjectPrefix + profile.toString()).value_or(QString()));
}

void Preferences::setLastProject(const ProfileId &profile, const atlas::ProjectId &project)
{
    m_settings.setText(key::lastProjectPrefix + profile.toString(), project.toHex());
}

void Preferences::forgetProfile(const ProfileId &profile)
{
    m_settings.remove(key::lastProjectPrefix + profile.toString());
    if (lastProfile() == profile)
        m_settings.remove(key::lastProfile);
}

QByteArray Preferences::windowState(const QString &key) const
{
    return m_settings.bytes(key::windowPrefix + key).value_or(QByteArray());
}

void Preferences::setWindowState(const QString &key, const QByteArray &state)
{
    m_settings.setBytes(key::windowPrefix + key, state);
}

} // namespace accounts
