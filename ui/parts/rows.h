// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <initializer_list>

namespace ui {

/// Lays `rows` out below each other in `parent`, without gaps; `main` gets the room that is left.
void layOutRows(QWidget &parent, std::initializer_list<QWidget *> rows, const QWidget *main);

} // namespace ui
