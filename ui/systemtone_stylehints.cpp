// SPDX-License-Identifier: Apache-2.0
#include "ui/systemtone.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace ui {

void SystemTone::follow()
{
    const auto note = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setTone(scheme == Qt::ColorScheme::Dark ? theme::Tone::Dark : theme::Tone::Light);
    };
    const QStyleHints *hints = QGuiApplication::styleHints();
    connect(hints, &QStyleHints::colorSchemeChanged, this, note);
    note(hints->colorScheme());
}

} // namespace ui
