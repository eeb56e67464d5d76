// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/appearance.h"

#include "ui/look/appliedtheme.h"

#include <QApplication>

#include <utility>

namespace ui {

namespace {

theme::Tone toneFor(accounts::Theme theme, theme::Tone systemTone)
{
    switch (theme) {
    case accounts::Theme::Light:
        return theme::Tone::Light;
    case accounts::Theme::Dark:
        return theme::Tone::Dark;
    case accounts::Theme::HighContrast:
        return theme::Tone::HighContrast;
    case accounts::Theme::System:
        break;
    }
    return systemTone;
}

} // namespace

Appearance::Appearance(QApplication &application, QObject *parent)
    : QObject(parent), m_application(application), m_system(theme::toneOf(QApplication::palette()))
{
    connect(&m_system, &SystemWishes::changed, this, &Appearance::apply);
}

void Appearance::choose(accounts::Theme theme)
{
    m_theme = theme;
    apply();
}

void Appearance::apply()
{
    const theme::Tone tone = toneFor(m_theme, m_system.tone());
    if (std::exchange(m_applied, tone) != tone)
        theme::apply(m_application, tone);
    theme::setStill(m_system.wantsStillness());
}

} // namespace ui
