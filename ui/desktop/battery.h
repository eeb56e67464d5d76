// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ui {

/// Where the system tells of its power supplies; empty where it is not asked.
QString powerSupplyFolder();

/// Whether this computer runs on a battery now: a battery is being discharged, and nothing else
/// gives power. `supplies` is as powerSupplyFolder(). Asks the system each time; no is the answer
/// where that is not known.
bool isOnBattery(const QString &supplies);

} // namespace ui
