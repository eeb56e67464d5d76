// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/choices.h"

#include <QString>

#include <tuple>
#include <type_traits>

namespace accounts {

/// Where in the settings dialog a setting stands.
enum class SettingsPage : quint8 { Profiles, Requests, Appearance, Checks };

/// All there is to know of one setting. Its type tells its bounds or its choices, and its member of
/// PreferenceValues the default.
template<class Value>
struct Setting
{
    Value PreferenceValues::*member;
    /// In the settings file.
    QLatin1StringView key;
    SettingsPage page = SettingsPage::Profiles;
    /// What the dialog calls it, perhaps with a mnemonic; not yet translated.
    const char *label = nullptr;
    /// What it is for; %1 and %2 are its bounds. Not yet translated; may be nullptr.
    const char *hint = nullptr;
    /// What follows its number; not yet translated; may be nullptr.
    const char *unit = nullptr;
};

/// Every setting, page by page in the order of the dialog. The settings file and the dialog's pages
/// are loops over it.
inline constexpr std::tuple settingsTable{
    Setting<SecretStorage>{&PreferenceValues::secretStorage, QLatin1StringView("Secrets/storage"),
                           SettingsPage::Profiles,
                           QT_TRANSLATE_NOOP("Setting", "Secret storage choice")},
    Setting<atlas::ItemsPerPage>{
        &PreferenceValues::itemsPerPage, QLatin1StringView("Requests/itemsPerPage"),
        SettingsPage::Requests, QT_TRANSLATE_NOOP("Setting", "&Items per page"),
        QT_TRANSLATE_NOOP("Setting", "%1 to %2. Larger pages need fewer requests.")},
    Setting<bool>{&PreferenceValues::includeCount, QLatin1StringView("Requests/includeCount"),
                  SettingsPage::Requests, QT_TRANSLATE_NOOP("Setting", "&Ask for the total count"),
                  QT_TRANSLATE_NOOP("Setting", "Needed to show the number of pages.")},
    Setting<bool>{&PreferenceValues::envelope, QLatin1StringView("Requests/envelope"),
                  SettingsPage::Requests, QT_TRANSLATE_NOOP("Setting", "&Envelope"),
                  QT_TRANSLATE_NOOP("Setting", "Adds the HTTP status to the response body.")},
    Setting<bool>{&PreferenceValues::prettyPrint, QLatin1StringView("Requests/prettyPrint"),
                  SettingsPage::Requests, QT_TRANSLATE_NOOP("Setting", "&Pretty-print"),
                  QT_TRANSLATE_NOOP("Setting", "Indents the JSON. Responses are larger.")},
    Setting<bool>{&PreferenceValues::readRegions, QLatin1StringView("Requests/readRegions"),
                  SettingsPage::Requests,
                  QT_TRANSLATE_NOOP("Setting", "Load &regions in the background"),
                  QT_TRANSLATE_NOOP("Setting",
                                    "Atlas does not return regions in bucket lists. Loading them "
                                    "takes one request per visible bucket.")},
    Setting<bool>{&PreferenceValues::fetchAhead, QLatin1StringView("Requests/fetchAhead"),
                  SettingsPage::Requests,
                  QT_TRANSLATE_NOOP("Setting", "&Fetch the next page in advance"),
                  QT_TRANSLATE_NOOP("Setting",
                                    "Shows the next page instantly. Uses one request even if you "
                                    "do not open it.")},
    Setting<bool>{&PreferenceValues::readUseAhead, QLatin1StringView("Requests/readUseAhead"),
                  SettingsPage::Requests,
                  QT_TRANSLATE_NOOP("Setting", "Load &usage when a project opens"),
                  QT_TRANSLATE_NOOP("Setting",
                                    "Fills in Used by and Last export. Takes about two requests "
                                    "per cluster, after all others.")},
    Setting<atlas::ApiVersion>{
        &PreferenceValues::apiVersion, QLatin1StringView("Requests/apiVersion"),
        SettingsPage::Requests, QT_TRANSLATE_NOOP("Setting", "API &version"),
        QT_TRANSLATE_NOOP("Setting", "Atlas uses the latest version up to this date.")},
    Setting<TimeoutSeconds>{
        &PreferenceValues::timeout, QLatin1StringView("Requests/timeoutSeconds"),
        SettingsPage::Requests, QT_TRANSLATE_NOOP("Setting", "&Timeout"),
        QT_TRANSLATE_NOOP("Setting", "Maximum time for each attempt, including sign-in."),
        QT_TRANSLATE_NOOP("Setting", " s")},
    Setting<Language>{&PreferenceValues::language, QLatin1StringView("Appearance/language"),
                      SettingsPage::Appearance, QT_TRANSLATE_NOOP("Setting", "&Language")},
    Setting<Theme>{&PreferenceValues::theme, QLatin1StringView("Appearance/theme"),
                   SettingsPage::Appearance, QT_TRANSLATE_NOOP("Setting", "&Theme")},
    Setting<RefreshInterval>{
        &PreferenceValues::refreshInterval, QLatin1StringView("Checks/refreshInterval"),
        SettingsPage::Checks, QT_TRANSLATE_NOOP("Setting", "Refresh a&utomatically"),
        QT_TRANSLATE_NOOP("Setting",
                          "Only while the window is visible. Pauses on battery power and while "
                          "half of the rate limit or more is in use.")},
    Setting<bool>{&PreferenceValues::checkExports, QLatin1StringView("Requests/checkExports"),
                  SettingsPage::Checks,
                  QT_TRANSLATE_NOOP("Setting", "&Check exports after loading all projects"),
                  QT_TRANSLATE_NOOP("Setting",
                                    "Takes about two requests per cluster, within the rate limit "
                                    "of each project.")},
    Setting<bool>{&PreferenceValues::notifyOfCritical, QLatin1StringView("Checks/notifyOfCritical"),
                  SettingsPage::Checks,
                  QT_TRANSLATE_NOOP("Setting", "&Notify of new critical findings"),
                  QT_TRANSLATE_NOOP("Setting",
                                    "Shows a desktop notification when a check finishes while "
                                    "another window is active.")},
    Setting<bool>{&PreferenceValues::rememberReadings,
                  QLatin1StringView("Requests/rememberReadings"), SettingsPage::Checks,
                  QT_TRANSLATE_NOOP("Setting", "Remember &what was read"),
                  QT_TRANSLATE_NOOP("Setting",
                                    "Saves the data of each check on this computer, without "
                                    "secrets, and shows what changed since.")},
};

/// Calls `visit` with each row of the table, in its order.
template<class Visitor>
void forEachSetting(const Visitor &visit)
{
    std::apply([&visit](const auto &...settings) { (visit(settings), ...); }, settingsTable);
}

/// A text of the table in the language of the moment; empty for nullptr.
QString settingText(const char *text);

/// What a setting is for, in the language of the moment; empty if nothing is said of it.
template<class Value>
QString hintOf(const Setting<Value> &setting)
{
    QString hint = settingText(setting.hint);
    if constexpr (requires { Value::Max; }) {
        if (hint.contains(QLatin1StringView("%1")))
            return hint.arg(Value::Min).arg(Value::Max);
    }
    return hint;
}

/// The word for a value in the settings file.
template<class Value>
QString storedTextOf(const Value &value)
{
    if constexpr (std::is_same_v<Value, bool>)
        return value ? QStringLiteral("true") : QStringLiteral("false");
    else if constexpr (requires { value.toString(); })
        return value.toString();
    else if constexpr (requires { value.value(); })
        return QString::number(value.value());
    else
        return toStoredText(value);
}

/// Reads storedTextOf()'s words; anything else, and a number out of its bounds, is nothing.
template<class Value>
std::optional<Value> valueFromStoredText(const QString &text)
{
    if constexpr (std::is_same_v<Value, bool>) {
        return text == storedTextOf(true) ? std::optional(true)
            : text == storedTextOf(false) ? std::optional(false)
                                          : std::nullopt;
    } else if constexpr (requires { Value::fromString(text); }) {
        return Value::fromString(text);
    } else if constexpr (requires { Value::Max; }) {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        return isNumber ? Value::from(number) : std::nullopt;
    } else if constexpr (std::is_same_v<Value, SecretStorage>) {
        return secretStorageFromStoredText(text);
    } else {
        return choiceFromStoredText<Value>(text);
    }
}

} // namespace accounts
