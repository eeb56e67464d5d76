// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

namespace ui {

/// Moves the focus in `window` to the next stop of Tab, or to the previous one, in the order in
/// which assistive technology goes through the tree of parts. Qt's own order is that in which they
/// were made. False if there is no other stop.
bool goToTabStop(QWidget &window, bool next);

/// The first in `area`, itself or in it, that Tab can reach now and that is `wanted`; nullptr if
/// there is none.
QWidget *firstTabStop(QWidget &area, const std::function<bool(const QWidget &)> &wanted = {});

} // namespace ui
