// SPDX-License-Identifier: Apache-2.0
#include "accounts/profilecolor.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

ProfileColor profileColorByName(const QString &profileName)
{
    // "Production", "PROD-eu", "운영 계정"; but neither "non-prod" nor "비운영".
    static const QRegularExpression production(u"(?<!non)(?<!non[-_ ])prod|(?<!비)운영"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return production.match(profileName).hasMatch() ? ProfileColor::Red : ProfileColor::None;
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
