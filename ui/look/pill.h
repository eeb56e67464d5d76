// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/theme.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QPixmap>
#include <QString>

class QPainter;
class QRect;

namespace ui {

/// How much wider than its text a pill is.
inline constexpr int PillPadding = 8;

/// Paints words on pills. There are few different ones, and each is drawn only once.
class Pills
{
public:
    /// Paints `text` on a pill at the left of `area`, elided if need be, in the font of `painter`.
    void paint(QPainter &painter, const QRect &area, const QString &text,
               const theme::PillColors &colors);

private:
    struct Look
    {
        QString text;
        QFont font;
        int room;
        QRgb color;
        QRgb background;
        qreal scale;

        friend bool operator==(const Look &, const Look &) = default;
    };

    struct Drawn
    {
        Look look;
        QPixmap pixmap;
    };

    static constexpr qsizetype MostDrawn = 16;

    QList<Drawn> m_drawn;
};

} // namespace ui
