// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QRect>
#include <QString>

class QPainter;

namespace ui {

/// Draws lines of text as QPainter::drawText() does, elided to the room there is, and remembers
/// what they came to: finding the glyphs of a text takes far longer than painting them, and a table
/// paints the same texts again and again.
class CellTexts
{
public:
    CellTexts();

    /// At the left of `area`, in the middle of its height, in the font and colour of `painter`.
    void draw(QPainter &painter, const QRect &area, const QString &text, Qt::TextElideMode elide);

private:
    struct Key
    {
        QString text;
        QFont font;
        int width;
        Qt::TextElideMode elide;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.width);
        }
    };

    struct Shaped
    {
        QList<QGlyphRun> glyphs;
        qreal height = 0;
        qreal width = 0;
    };

    static Shaped shape(const QPainter &painter, const QString &text);
    Shaped shapeElided(const QPainter &painter, const Key &key);
    Shaped ellipsis(const QPainter &painter);
    static bool hasGlyphForEach(const QString &text, const Shaped &shaped);
    static Shaped elided(const Shaped &whole, const Shaped &ellipsis, const Key &key);
    static void drawInMiddle(QPainter &painter, const QRect &area, const Shaped &text);

    QCache<Key, Shaped> m_shaped;
};

} // namespace ui
