// SPDX-License-Identifier: Apache-2.0
#include "accounts/preferences.h"

#include "accounts/settingsfile.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct PreferencesText
{
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

namespace key {
constexpr QLatin1String itemsPerPage("Requests/itemsPerPage");
constexpr QLatin1String includeCount("Requests/includeCount");
constexpr QLatin1String envelope("Requests/envelope");
constexpr QLatin1String prettyPrint("Requests/prettyPrint");
constexpr QLatin1String apiVersion("Requests/apiVersion");
constexpr QLatin1String timeout("Requests/timeoutSeconds");
constexpr QLatin1String readRegions("Requests/readRegions");
constexpr QLatin1String fetchAhead("Requests/fetchAhead");
constexpr QLatin1String language("Appearance/language");
constexpr QLatin1String theme("Appearance/theme");
constexpr QLatin1String secretStorage("Secrets/storage");
constexpr QLatin1String lastProfile("Session/lastProfile");
constexpr QLatin1String lastProjectPrefix("LastProjects/");
constexpr QLatin1String windowPrefix("Window/");
} // namespace key

template<class Bounded>
std::optional<Bounded> boundedFromText(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? Bounded::from(number) : std::nullopt;
}

std::optional<bool> boolFromText(const QString &text)
{
    if (text == "true"_L1)
        return true;
    if (text == "false"_L1)
        return false;
    return std::nullopt;
}

QString toText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

} // namespace

template<class Value, class Parse>
void Preferences::read(const QString &key, Value &value, Parse parse)
{
    const auto text = m_settings.text(key);
    if (!text)
        return;
    if (const std::optional<Value> parsed = parse(*text))
        value = *parsed;
    else
        m_problems.append(
            PreferencesText::tr("“%2” is not a valid value for %1 in the settings file. The "
                                "default is used.")
                .arg(key, text->left(40)));
}

Preferences::Preferences(SettingsFile &settings) : m_settings(settings)
{
    read(key::itemsPerPage, m_values.itemsPerPage, boundedFromText<atlas::ItemsPerPage>);
    read(key::includeCount, m_values.includeCount, boolFromText);
    read(key::envelope, m_values.envelope, boolFromText);
    read(key::prettyPrint, m_values.prettyPrint, boolFromText);
    read(key::apiVersion, m_values.apiVersion, atlas::ApiVersion::fromString);
    read(key::timeout, m_values.timeout, boundedFromText<TimeoutSeconds>);
    read(key::readRegions, m_values.readRegions, boolFromText);
    read(key::fetchAhead, m_values.fetchAhead, boolFromText);
    read(key::language, m_values.language, languageFromStoredText);
    read(key::theme, m_values.theme, themeFromStoredText);
    read(key::secretStorage, m_values.secretStorage, secretStorageFromStoredText);
}

void Preferences::setValues(const PreferenceValues &values)
{
    m_values = values;
    m_settings.setText(key::itemsPerPage, QString::number(values.itemsPerPage.value()));
    m_settings.setText(key::includeCount, toText(values.includeCount));
    m_settings.setText(key::envelope, toText(values.envelope));
    m_settings.setText(key::prettyPrint, toText(values.prettyPrint));
    m_settings.setText(key::apiVersion, values.apiVersion.toString());
    m_settings.setText(key::timeout, QString::number(values.timeout.value()));
    m_settings.setText(key::readRegions, toText(values.readRegions));
    m_settings.setText(key::fetchAhead, toText(values.fetchAhead));
    m_settings.setText(key::language, toStoredText(values.language));
    m_settings.setText(key::theme, toStoredText(values.theme));
    m_settings.setText(key::secretStorage, toStoredText(values.secretStorage));
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
