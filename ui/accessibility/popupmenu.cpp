// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/popupmenu.h"

#include <QCursor>
#include <QGuiApplication>

#include <algorithm>

namespace ui {

namespace {

void activateFirst(QMenu &menu)
{
    const auto entries = menu.actions();
    const auto first = std::find_if(entries.begin(), entries.end(), [](const QAction *entry) {
        return entry->isEnabled() && !entry->isSeparator();
    });
    if (first != entries.end())
        menu.setActiveAction(*first);
}

} // namespace

void popupMenu(QMenu &menu, const QPoint &place, bool isByKey)
{
    if (isByKey)
        activateFirst(menu);
    menu.popup(place);
}

void activateFirstIfByKey(QMenu &menu)
{
    if (QGuiApplication::mouseButtons() == Qt::NoButton)
        activateFirst(menu);
}

/// The signal for it does not tell.
bool isWantedByKey(const QPoint &place)
{
    return place != QCursor::pos();
}

} // namespace ui
