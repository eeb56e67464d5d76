// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>
#include <QColor>
#include <QPainter>
#include <QRect>

namespace ui {

/// Paints the ring that tells what has the keyboard focus: two pixels, at the inner edge of `area`.
void paintFocusRing(QPainter &painter, const QRect &area, const QColor &color);

/// The ring around the rows of `view` as a whole, while it has the focus and none of its rows has.
/// To be called at the end of its paintEvent().
void paintFocusRingWithoutRow(QAbstractItemView &view);

} // namespace ui
