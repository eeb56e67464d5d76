// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profilecolor.h"

#include <QStringView>

#include <algorithm>
#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

/// Not by a regular expression: this is asked for each profile before the window is shown, and
/// making one takes longer than all other questions together.
bool says(QStringView name, QStringView word, std::initializer_list<QStringView> denials)
{
    for (qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const QStringView before = name.first(at);
        const bool isDenied =
            std::any_of(denials.begin(), denials.end(), [before](QStringView denial) {
                return before.endsWith(denial, Qt::CaseInsensitive);
            });
        if (!isDenied)
            return true;
    }
    return false;
}

} // namespace

ProfileColor profileColorByName(const QString &profileName)
{
    // "Production", "PROD-eu", "운영 계정"; but neither "non-prod" nor "비운영".
    const bool isProduction = says(profileName, u"prod", {u"non", u"non-", u"non_", u"non "})
        || says(profileName, u"운영", {u"비"});
    return isProduction ? ProfileColor::Red : ProfileColor::None;
}

QString toStoredText(ProfileColor color)
{
    switch (color) {
    case ProfileColor::None:
        return u"none"_s;
    case ProfileColor::Red:
        return u"red"_s;
    case ProfileColor::Amber:
        return u"amber"_s;
    case ProfileColor::Green:
        return u"green"_s;
    case ProfileColor::Blue:
        return u"blue"_s;
    case ProfileColor::Violet:
        return u"violet"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ProfileColor> profileColorFromStoredText(const QString &text)
{
    for (const auto known : allProfileColors) {
        if (text == toStoredText(known))
            return known;
    }
    return std::nullopt;
}

} // namespace accounts
