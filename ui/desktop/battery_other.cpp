// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/battery.h"

namespace ui {

QString powerSupplyFolder()
{
    return {};
}

bool isOnBattery(const QString & /*supplies*/)
{
    return false;
}

} // namespace ui
