// SPDX-License-Identifier: Apache-2.0
#include "ui/pill.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRect>

namespace ui {

namespace {

constexpr int PillHeight = 20;

} // namespace

void paintPill(QPainter &painter, const QRect &area, const QString &text,
               const theme::PillColors &colors)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown =
        metrics.elidedText(text.simplified(), Qt::ElideRight, area.width() - 2 * PillPadding);
    const QRect pill(area.left() - 2, area.top() + (area.height() - PillHeight) / 2,
                     metrics.horizontalAdvance(shown) + 2 * PillPadding, PillHeight);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.background);
    painter.drawRoundedRect(pill, PillHeight / 2.0, PillHeight / 2.0);
    painter.setPen(colors.text);
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, shown);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace ui
