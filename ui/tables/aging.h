// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemView;

namespace ui {

/// Draws the cells of `view` once a minute, as long as it is seen: they tell how old something is.
void keepAging(QAbstractItemView &view);

} // namespace ui
