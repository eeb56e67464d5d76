// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/systemwishes.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace ui {

void SystemWishes::followScheme()
{
    const auto note = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setScheme(scheme == Qt::ColorScheme::Dark ? theme::Tone::Dark : theme::Tone::Light);
    };
    const QStyleHints *hints = QGuiApplication::styleHints();
    connect(hints, &QStyleHints::colorSchemeChanged, this, note);
    note(hints->colorScheme());
}

} // namespace ui
