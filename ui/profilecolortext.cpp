// SPDX-License-Identifier: Apache-2.0
#include "ui/profilecolortext.h"

#include "ui/settings/colorchoice.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct ProfileColorText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProfileColorText)
};

} // namespace

QString profileColorText(std::optional<accounts::ProfileColor> chosen, const QString &profileName)
{
    using accounts::ProfileColor;
    const ProfileColor color = chosen.value_or(accounts::profileColorByName(profileName));
    if (color == ProfileColor::None)
        return {};
    //: Said of a profile: it is used for production.
    return chosen ? ColorChoice::nameOf(color) : ProfileColorText::tr("Production");
}

} // namespace ui
