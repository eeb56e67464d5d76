// SPDX-License-Identifier: Apache-2.0
#include "ui/look/focusring.h"

#include "ui/look/theme.h"

namespace ui {

namespace {

constexpr int RingWidth = 2;

} // namespace

void paintFocusRing(QPainter &painter, const QRect &area, const QColor &color)
{
    const QRect inner = area.adjusted(RingWidth, RingWidth, -RingWidth, -RingWidth);
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area.left(), area.top(), area.width(), RingWidth, color);
    painter.fillRect(area.left(), inner.bottom() + 1, area.width(), RingWidth, color);
    painter.fillRect(area.left(), inner.top(), RingWidth, inner.height(), color);
    painter.fillRect(inner.right() + 1, inner.top(), RingWidth, inner.height(), color);
    painter.restore();
}

void paintFocusRingWithoutRow(QAbstractItemView &view)
{
    if (!view.hasFocus() || view.currentIndex().isValid())
        return;
    QPainter painter(view.viewport());
    paintFocusRing(painter, view.viewport()->rect(), theme::accent(view.palette()));
}

} // namespace ui
