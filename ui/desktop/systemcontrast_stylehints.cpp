// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/systemwishes.h"

#include <QAccessibilityHints>
#include <QGuiApplication>
#include <QStyleHints>

namespace ui {

void SystemWishes::followContrast()
{
    const auto note = [this](Qt::ContrastPreference preference) {
        setWantsContrast(preference == Qt::ContrastPreference::HighContrast);
    };
    const QAccessibilityHints *hints = QGuiApplication::styleHints()->accessibility();
    connect(hints, &QAccessibilityHints::contrastPreferenceChanged, this, note);
    note(hints->contrastPreference());
}

} // namespace ui
