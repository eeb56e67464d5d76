// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/preferencevalues.h"

#include <QString>

#include <array>
#include <optional>

namespace accounts {

/// One of the values that a setting can have.
template<class Value>
struct Choice
{
    /// Not yet translated. Languages have none: they call themselves what they are called in them.
    struct Name
    {
        const char *text = nullptr;
        /// What it is the name of, for who translates it.
        const char *comment = nullptr;
    };

    Value value{};
    /// What the settings file and the command line call it.
    QLatin1StringView word;
    Name name = {};
};

/// The languages, in the order of lists.
inline constexpr auto languageChoices = [] {
    std::array<Choice<Language>, 1 + knownLanguages.size()> all{
        Choice<Language>{Language::System, QLatin1StringView("system"),
                         QT_TRANSLATE_NOOP3("Setting", "System", "language")}};
    for (std::size_t i = 0; i < knownLanguages.size(); ++i)
        all[1 + i] = {knownLanguages[i].language, knownLanguages[i].code};
    return all;
}();

/// The colours, in the order of lists.
inline constexpr std::array themeChoices{
    Choice<Theme>{Theme::System, QLatin1StringView("system"),
                  QT_TRANSLATE_NOOP3("Setting", "System", "theme")},
    Choice<Theme>{
        Theme::Light, QLatin1StringView("light"), {QT_TRANSLATE_NOOP("Setting", "Light")}},
    Choice<Theme>{Theme::Dark, QLatin1StringView("dark"), {QT_TRANSLATE_NOOP("Setting", "Dark")}},
    Choice<Theme>{Theme::HighContrast,
                  QLatin1StringView("high-contrast"),
                  {QT_TRANSLATE_NOOP("Setting", "High contrast")}},
};

/// How often is refreshed, in the order of lists.
inline constexpr std::array refreshChoices{
    Choice<RefreshInterval>{
        RefreshInterval::Off, QLatin1StringView("off"), {QT_TRANSLATE_NOOP("Setting", "Off")}},
    Choice<RefreshInterval>{RefreshInterval::EveryMinute,
                            QLatin1StringView("1-minute"),
                            {QT_TRANSLATE_NOOP("Setting", "Every minute")}},
    Choice<RefreshInterval>{RefreshInterval::Every5Minutes,
                            QLatin1StringView("5-minutes"),
                            {QT_TRANSLATE_NOOP("Setting", "Every 5 minutes")}},
    Choice<RefreshInterval>{RefreshInterval::Every15Minutes,
                            QLatin1StringView("15-minutes"),
                            {QT_TRANSLATE_NOOP("Setting", "Every 15 minutes")}},
};

/// All values of the type.
constexpr const auto &choicesOf(Language /*any*/)
{
    return languageChoices;
}

/// All values of the type.
constexpr const auto &choicesOf(Theme /*any*/)
{
    return themeChoices;
}

/// All values of the type.
constexpr const auto &choicesOf(RefreshInterval /*any*/)
{
    return refreshChoices;
}

/// The type of a setting whose values are listed here.
template<class Value>
concept Chosen = requires(Value value)
{
    choicesOf(value);
};

/// The word for it in the settings file.
template<Chosen Value>
QString toStoredText(Value value)
{
    for (const auto &choice : choicesOf(value)) {
        if (choice.value == value)
            return choice.word;
    }
    Q_UNREACHABLE();
}

/// Reads toStoredText()'s words; anything else is nothing.
template<Chosen Value>
std::optional<Value> choiceFromStoredText(const QString &text)
{
    for (const auto &choice : choicesOf(Value())) {
        if (text == choice.word)
            return choice.value;
    }
    return std::nullopt;
}

/// What a list calls it, in the language of the moment.
QString nameOf(const Choice<Language> &choice);
/// What a list calls it, in the language of the moment.
QString nameOf(const Choice<Theme> &choice);
/// What a list calls it, in the language of the moment.
QString nameOf(const Choice<RefreshInterval> &choice);

} // namespace accounts
