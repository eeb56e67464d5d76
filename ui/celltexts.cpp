// SPDX-License-Identifier: Apache-2.0
#include "ui/celltexts.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

/// For some screens full of cells.
constexpr qsizetype MostCharacters = 64 * 1024;
/// What an entry takes beside its text, in characters.
constexpr qsizetype EntryCost = 20;
/// A width that no text reaches, and that Qt can count with.
constexpr qreal Endless = 8e6;

} // namespace

CellTexts::CellTexts() : m_shaped(MostCharacters) { }

void CellTexts::draw(QPainter &painter, const QRect &area, const QString &text,
                     Qt::TextElideMode elide)
{
    const Key key{text, painter.font(), area.width(), elide};
    if (const Shaped *known = m_shaped.object(key)) {
        drawInMiddle(painter, area, *known);
        return;
    }
    const Shaped shaped = shapeElided(painter, key);
    drawInMiddle(painter, area, shaped);
    m_shaped.insert(key, new Shaped(shaped), text.size() + EntryCost);
}

CellTexts::Shaped CellTexts::shape(const QPainter &painter, const QString &text)
{
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid())
        return {};
    line.setLineWidth(Endless);
    layout.endLayout();
    // Not QTextLine::height(), which is rounded up: it would be in the middle of something else.
    return {layout.glyphRuns(), line.ascent() + line.descent(), line.naturalTextWidth()};
}

/// Most texts fit, and are shaped once to learn it.
CellTexts::Shaped CellTexts::shapeElided(const QPainter &painter, const Key &key)
{
    Shaped whole = shape(painter, key.text);
    if (whole.width <= key.width)
        return whole;
    return shape(painter, painter.fontMetrics().elidedText(key.text, key.elide, key.width));
}

void CellTexts::drawInMiddle(QPainter &painter, const QRect &area, const Shaped &text)
{
    const QPointF place(area.x(), area.y() + (area.height() - text.height) / 2);
    for (const QGlyphRun &run : text.glyphs)
        painter.drawGlyphRun(place, run);
}

} // namespace ui
