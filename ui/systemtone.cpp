// SPDX-License-Identifier: Apache-2.0
#include "ui/systemtone.h"

#include <utility>

namespace ui {

SystemTone::SystemTone(theme::Tone atStart, QObject *parent) : QObject(parent), m_tone(atStart) { }

void SystemTone::setTone(theme::Tone tone)
{
    if (std::exchange(m_tone, tone) != tone)
        Q_EMIT changed();
}

} // namespace ui
