// SPDX-License-Identifier: Apache-2.0
#include "ui/look/celltexts.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <limits>

namespace ui {

namespace {

/// For some screens full of cells.
constexpr qsizetype MostCharacters = 64 * 1024;
/// What an entry takes beside its text, in characters.
constexpr qsizetype EntryCost = 20;
/// A width that no text reaches, and that Qt can count with.
constexpr qreal Endless = 8e6;

QList<QPointF> moved(QList<QPointF> places, qreal by)
{
    for (QPointF &place : places)
        place.rx() += by;
    return places;
}

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
    const bool canCut = key.elide == Qt::ElideRight || key.elide == Qt::ElideMiddle;
    if (canCut && hasGlyphForEach(key.text, whole))
        return elided(whole, ellipsis(painter), key);
    return shape(painter, painter.fontMetrics().elidedText(key.text, key.elide, key.width));
}

CellTexts::Shaped CellTexts::ellipsis(const QPainter &painter)
{
    const Key key{QString(QChar(0x2026)), painter.font(), std::numeric_limits<int>::max(),
                  Qt::ElideNone};
    if (const Shaped *known = m_shaped.object(key))
        return *known;
    Shaped shaped = shape(painter, key.text);
    m_shaped.insert(key, new Shaped(shaped), key.text.size() + EntryCost);
    return shaped;
}

/// In which case it can be cut between any two of them. Only what is sure not to be joined is
/// looked at.
bool CellTexts::hasGlyphForEach(const QString &text, const Shaped &shaped)
{
    return shaped.glyphs.size() == 1 && shaped.glyphs.first().glyphIndexes().size() == text.size()
        && std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QChar(u' ') && c <= QChar(u'~'); });
}

/// As QFontMetrics::elidedText() does it, which shapes the text once more to do so, and whose
/// result has to be shaped yet again.
CellTexts::Shaped CellTexts::elided(const Shaped &whole, const Shaped &ellipsis, const Key &key)
{
    if (ellipsis.width > key.width)
        return {};
    const QGlyphRun &run = whole.glyphs.first();
    const QList<QPointF> places = run.positions();
    const qsizetype count = places.size();
    const bool keepsEnd = key.elide == Qt::ElideMiddle;
    const auto begin = [&](qsizetype i) {
        return i < count ? places[i].x() : whole.width;
    };
    const auto widthOf = [&](qsizetype kept) {
        return begin(kept) + (keepsEnd ? whole.width - begin(count - kept) : 0);
    };
    qsizetype kept = 0;
    while (widthOf(kept + 1) + ellipsis.width < key.width)
        ++kept;

    const QList<quint32> glyphs = run.glyphIndexes();
    const qsizetype keptAtEnd = keepsEnd ? kept : 0;
    const qreal endMoves = begin(kept) + ellipsis.width - begin(count - keptAtEnd);
    Shaped result{{run}, whole.height, 0};
    result.glyphs.first().setGlyphIndexes(glyphs.first(kept) + glyphs.last(keptAtEnd));
    result.glyphs.first().setPositions(places.first(kept)
                                       + moved(places.last(keptAtEnd), endMoves));
    for (QGlyphRun dots : ellipsis.glyphs) {
        dots.setPositions(moved(dots.positions(), begin(kept)));
        result.glyphs.append(dots);
    }
    result.width = widthOf(kept) + ellipsis.width;
    return result;
}

void CellTexts::drawInMiddle(QPainter &painter, const QRect &area, const Shaped &text)
{
    const QPointF place(area.x(), area.y() + (area.height() - text.height) / 2);
    for (const QGlyphRun &run : text.glyphs)
        painter.drawGlyphRun(place, run);
}

} // namespace ui
