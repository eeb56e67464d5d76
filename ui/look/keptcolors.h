// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

namespace ui {

/// Runs `color` now, and again whenever `widget` gets another palette: whatever is made of a
/// palette is made here. `color` may set palettes, also that of `widget`, if it begins with an
/// empty one and sets what differs: the same palette again ends the matter. Goes away with
/// `widget`.
///
/// While an application gets a palette, its widgets have the old one until they are told; so a
/// colour must not be computed at any other time.
void keepColored(QWidget &widget, const std::function<void()> &color);

} // namespace ui
