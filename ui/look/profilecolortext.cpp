// SPDX-License-Identifier: Apache-2.0
#include "ui/look/profilecolortext.h"

#include <QCoreApplication>

namespace ui {

using accounts::ProfileColor;

namespace {

struct ProfileColorText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProfileColorText)
};

} // namespace

QString profileColorName(ProfileColor color)
{
    switch (color) {
    case ProfileColor::None:
        return ProfileColorText::tr("None");
    case ProfileColor::Red:
        return ProfileColorText::tr("Red");
    case ProfileColor::Amber:
        return ProfileColorText::tr("Amber");
    case ProfileColor::Green:
        return ProfileColorText::tr("Green");
    case ProfileColor::Blue:
        return ProfileColorText::tr("Blue");
    case ProfileColor::Violet:
        return ProfileColorText::tr("Violet");
    }
    Q_UNREACHABLE();
}

QString profileColorText(std::optional<accounts::ProfileColor> chosen, const QString &profileName)
{
    const ProfileColor color = chosen.value_or(accounts::profileColorByName(profileName));
    if (color == ProfileColor::None)
        return {};
    //: Said of a profile: it is used for production.
    return chosen ? profileColorName(color) : ProfileColorText::tr("Production");
}

} // namespace ui
