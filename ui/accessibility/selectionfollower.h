// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>

namespace ui {

/// Mouse and keys make an item current and select it; assistive technology only selects. What opens
/// the current item opens the selected one, too, if this is told of each change of the selection.
void makeSelectedCurrent(QAbstractItemView &view, const QItemSelection &selected);

/// Calls makeSelectedCurrent() from now on. `view` must have its model.
void followSelection(QAbstractItemView *view);

} // namespace ui
