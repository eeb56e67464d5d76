// SPDX-License-Identifier: Apache-2.0
#include "accounts/preferencevalues.h"

using namespace Qt::Literals::StringLiterals;

namespace accounts {

QString toStoredText(Language language)
{
    switch (language) {
    case Language::System:
        return u"system"_s;
    case Language::English:
        return u"en"_s;
    case Language::Korean:
        return u"ko"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Language> languageFromStoredText(const QString &text)
{
    for (const auto known : {Language::System, Language::English, Language::Korean}) {
        if (text == toStoredText(known))
            return known;
    }
    return std::nullopt;
}

QString toStoredText(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return u"system"_s;
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    case Theme::HighContrast:
        return u"high-contrast"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Theme> themeFromStoredText(const QString &text)
{
    for (const auto known : {Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast}) {
        if (text == toStoredText(known))
            return known;
    }
    return std::nullopt;
}

} // namespace accounts
