// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace ui {

// Opened by a key, a menu would say nothing until an arrow key chooses: the first entry that can be
// chosen is active then.

/// Opens the menu at `place`, in the coordinates of the screen.
void popupMenu(QMenu &menu, const QPoint &place, bool isByKey);

/// For a menu that a button is about to open.
void activateFirstIfByKey(QMenu &menu);

/// Whether a menu that is wanted at `place` of the screen is wanted by a key.
bool isWantedByKey(const QPoint &place);

} // namespace ui
