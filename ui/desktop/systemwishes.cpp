// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/systemwishes.h"

#include <utility>

namespace ui {

SystemWishes::SystemWishes(theme::Tone atStart, QObject *parent)
    : QObject(parent), m_scheme(atStart)
{ }

theme::Tone SystemWishes::tone() const
{
    return m_wantsContrast ? theme::Tone::HighContrast : m_scheme;
}

void SystemWishes::follow()
{
    followScheme();
    followContrast();
    followMotion();
}

void SystemWishes::setScheme(theme::Tone scheme)
{
    if (std::exchange(m_scheme, scheme) != scheme)
        Q_EMIT changed();
}

void SystemWishes::setWantsContrast(bool wants)
{
    if (std::exchange(m_wantsContrast, wants) != wants)
        Q_EMIT changed();
}

void SystemWishes::setWantsStillness(bool wants)
{
    if (std::exchange(m_wantsStillness, wants) != wants)
        Q_EMIT changed();
}

} // namespace ui
