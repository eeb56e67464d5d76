// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/daymarks.h"

#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int MostDays = 31;
constexpr DayGrid WideGrid{8, 7};
/// Its days stand so high that larger marks would make rows too high.
constexpr DayGrid NarrowGrid{4, 5};
constexpr int LeastWidePitch = 5;
constexpr int LeastPitch = 4;
constexpr int LeastThickCross = 6;

/// Pixel by pixel: smoothed, so small a cross is a blot.
void paintCross(QPainter &painter, const QRect &square, const QColor &color)
{
    const int thickness = square.width() < LeastThickCross ? 1 : 2;
    const int last = square.width() - thickness;
    for (int i = 0; i < square.height(); ++i) {
        const int along = std::min(i, last);
        painter.fillRect(square.left() + along, square.top() + i, thickness, 1, color);
        painter.fillRect(square.left() + last - along, square.top() + i, thickness, 1, color);
    }
}

void paintFrame(QPainter &painter, const QRect &square, const QColor &color)
{
    painter.fillRect(square.left(), square.top(), square.width(), 1, color);
    painter.fillRect(square.left(), square.bottom(), square.width(), 1, color);
    painter.fillRect(square.left(), square.top(), 1, square.height(), color);
    painter.fillRect(square.right(), square.top(), 1, square.height(), color);
}

} // namespace

int DayGrid::rows() const
{
    return (MostDays + columns - 1) / columns;
}

DayGrid DayGrid::fitting(int width)
{
    const DayGrid most = width >= WideGrid.columns * LeastWidePitch ? WideGrid : NarrowGrid;
    return {most.columns, std::clamp(width / most.columns, LeastPitch, most.pitch)};
}

void paintDayMark(QPainter &painter, const QRect &square, buckets::DayMark mark,
                  const QPalette &palette)
{
    switch (mark) {
    case buckets::DayMark::None: {
        const int middle = square.width() / 2;
        painter.fillRect(square.left() + middle, square.top() + middle, 1, 1,
                         theme::mutedText(palette));
        break;
    }
    case buckets::DayMark::Succeeded:
        painter.fillRect(square, theme::success(palette));
        break;
    case buckets::DayMark::Pending:
        painter.fillRect(square.adjusted(0, square.height() / 2, 0, 0), theme::pending(palette));
        break;
    case buckets::DayMark::Missed:
        paintFrame(painter, square, theme::failure(palette));
        break;
    case buckets::DayMark::Failed:
        paintCross(painter, square, theme::failure(palette));
        break;
    }
}

void paintDays(QPainter &painter, const QPoint &place, const QList<int> &days, const DayGrid &grid,
               const QPalette &palette)
{
    for (int day = 0; day < days.size(); ++day) {
        const QPoint corner(day % grid.columns * grid.pitch, day / grid.columns * grid.pitch);
        const QRect square(place + corner, QSize(grid.pitch - 1, grid.pitch - 1));
        paintDayMark(painter, square, static_cast<buckets::DayMark>(days[day]), palette);
    }
}

} // namespace ui
