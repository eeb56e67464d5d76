// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/settingsportal.h"
#include "ui/desktop/systemwishes.h"

namespace ui {

void SystemWishes::followScheme()
{
    const auto note = [this](const QVariant &scheme) {
        constexpr uint Dark = 1;
        constexpr uint Light = 2;
        if (scheme.toUInt() == Dark)
            setScheme(theme::Tone::Dark);
        else if (scheme.toUInt() == Light)
            setScheme(theme::Tone::Light);
    };
    new SettingsPortal(SettingsPortal::Appearance, u"color-scheme", note, this);
}

} // namespace ui
