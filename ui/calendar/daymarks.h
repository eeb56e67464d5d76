// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/exportcalendar.h"

#include <QList>
#include <QPalette>
#include <QRect>
#include <QSize>

class QPainter;

namespace ui {

/// How the days of a month are laid out: in rows of so many, each on a square of so many pixels.
struct DayGrid
{
    int columns = 0;
    int pitch = 0;

    int rows() const;
    QSize size() const { return {columns * pitch, rows() * pitch}; }

    /// The largest grid that is whole in a width of pixels.
    static DayGrid fitting(int width);

    friend bool operator==(const DayGrid &, const DayGrid &) = default;
};

/// Paints the mark of a day into a square, so that it is told from others without colours: what
/// succeeded is full, what has no result is half, what was missed is hollow, what failed is a
/// cross. A day without exports is a dot.
void paintDayMark(QPainter &painter, const QRect &square, buckets::DayMark mark,
                  const QPalette &palette);

/// Paints the days of a month, from the first on, with the top left corner of `grid` at `place`.
void paintDays(QPainter &painter, const QPoint &place, const QList<int> &days, const DayGrid &grid,
               const QPalette &palette);

} // namespace ui
