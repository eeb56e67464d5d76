// SPDX-License-Identifier: Apache-2.0
#include "ui/look/pill.h"

#include "ui/look/measures.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRect>

#include <algorithm>

namespace ui {

namespace {

/// The text of a pill, and its place.
struct Pill
{
    QRect area;
    QString text;
};

QPoint placeIn(const QRect &area, int height)
{
    return {area.left() - 2, area.top() + (area.height() - height) / 2};
}

Pill pillFor(const QPainter &painter, const QRect &area, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown =
        metrics.elidedText(text.simplified(), Qt::ElideRight, area.width() - 2 * PillPadding);
    const QSize size(metrics.horizontalAdvance(shown) + 2 * PillPadding,
                     measures::pillHeight(painter.font()));
    return {QRect(placeIn(area, size.height()), size), shown};
}

void draw(QPainter &painter, const Pill &pill, const theme::PillColors &colors)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.rim.alpha() == 0 ? QPen(Qt::NoPen) : QPen(colors.rim));
    painter.setBrush(colors.background);
    const qreal inset = colors.rim.alpha() == 0 ? 0 : 0.5;
    const qreal radius = pill.area.height() / 2.0 - inset;
    painter.drawRoundedRect(QRectF(pill.area).adjusted(inset, inset, -inset, -inset), radius,
                            radius);
    painter.setPen(colors.text);
    painter.drawText(pill.area, Qt::AlignCenter | Qt::TextSingleLine, pill.text);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QPixmap pixmapOf(const Pill &pill, const QPainter &target, const theme::PillColors &colors)
{
    const qreal scale = target.device()->devicePixelRatioF();
    QPixmap pixmap((QSizeF(pill.area.size()) * scale).toSize());
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setFont(target.font());
    draw(painter, {QRect(QPoint(), pill.area.size()), pill.text}, colors);
    return pixmap;
}

} // namespace

void Pills::paint(QPainter &painter, const QRect &area, const QString &text,
                  const theme::PillColors &colors)
{
    const QPoint place = placeIn(area, measures::pillHeight(painter.font()));
    const QRgb color = colors.text.rgb();
    const QRgb background = colors.background.rgb();
    const qreal scale = painter.device()->devicePixelRatioF();
    const Look look{text, painter.font(), area.width(), color, background, scale};
    const auto known = std::find_if(m_drawn.cbegin(), m_drawn.cend(),
                                    [&look](const Drawn &drawn) { return drawn.look == look; });
    if (known != m_drawn.cend()) {
        painter.drawPixmap(place, known->pixmap);
        return;
    }
    const QPixmap pixmap = pixmapOf(pillFor(painter, area, text), painter, colors);
    painter.drawPixmap(place, pixmap);
    if (m_drawn.size() == MostDrawn)
        m_drawn.removeFirst();
    m_drawn.append({look, pixmap});
}

} // namespace ui
