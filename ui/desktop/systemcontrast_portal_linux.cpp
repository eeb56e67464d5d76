// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/settingsportal.h"
#include "ui/desktop/systemwishes.h"

namespace ui {

void SystemWishes::followContrast()
{
    constexpr uint Higher = 1;
    const auto note = [this](const QVariant &contrast) {
        setWantsContrast(contrast.toUInt() == Higher);
    };
    new SettingsPortal(SettingsPortal::Appearance, u"contrast", note, this);
}

} // namespace ui
