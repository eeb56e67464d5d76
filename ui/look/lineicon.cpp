// SPDX-License-Identifier: Apache-2.0
#include "ui/look/lineicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QString fileOf(LineIcon icon)
{
    switch (icon) {
    case LineIcon::All:
        return u"all"_s;
    case LineIcon::Bucket:
        return u"bucket"_s;
    case LineIcon::Columns:
        return u"columns"_s;
    case LineIcon::Copy:
        return u"copy"_s;
    case LineIcon::DetailsPane:
        return u"detailspane"_s;
    case LineIcon::Down:
        return u"down"_s;
    case LineIcon::Export:
        return u"export"_s;
    case LineIcon::Failure:
        return u"failure"_s;
    case LineIcon::First:
        return u"first"_s;
    case LineIcon::Information:
        return u"information"_s;
    case LineIcon::Key:
        return u"key"_s;
    case LineIcon::Last:
        return u"last"_s;
    case LineIcon::Next:
        return u"next"_s;
    case LineIcon::Open:
        return u"open"_s;
    case LineIcon::Previous:
        return u"previous"_s;
    case LineIcon::Project:
        return u"project"_s;
    case LineIcon::ProjectsPane:
        return u"projectspane"_s;
    case LineIcon::Refresh:
        return u"refresh"_s;
    case LineIcon::Search:
        return u"search"_s;
    case LineIcon::Settings:
        return u"settings"_s;
    case LineIcon::StatusPane:
        return u"statuspane"_s;
    case LineIcon::Stop:
        return u"stop"_s;
    case LineIcon::Success:
        return u"success"_s;
    case LineIcon::Warning:
        return u"warning"_s;
    }
    Q_UNREACHABLE();
}

QByteArray readSvg(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return file.readAll();
}

/// Draws an SVG whose strokes are `currentColor`, which Qt's SVG module does not resolve by itself.
/// A button is painted each time the mouse enters, presses or leaves it, a table ten times a second
/// during a check, and reading the SVG takes longer than all else of that: so what was drawn is
/// kept.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(const QByteArray &svg, const QColor &fixedColor)
        : m_svg(svg), m_fixedColor(fixedColor)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSize size = rect.size() * painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(size, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QRgb color = colorFor(mode).rgb();
        const auto drawn = std::find_if(m_drawn.cbegin(), m_drawn.cend(), [&](const Drawn &known) {
            return known.color == color && known.pixmap.size() == size;
        });
        if (drawn != m_drawn.cend())
            return drawn->pixmap;
        QPixmap pixmap = draw(size, color);
        if (m_drawn.size() == MostDrawn)
            m_drawn.removeFirst();
        m_drawn.append({color, pixmap});
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_svg, m_fixedColor); }

private:
    QPixmap draw(const QSize &size, QRgb color) const
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", QColor(color).name().toLatin1());
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter, QRect(QPoint(), size));
        return pixmap;
    }

    QColor colorFor(QIcon::Mode mode) const
    {
        if (m_fixedColor.isValid() && mode != QIcon::Disabled)
            return m_fixedColor;
        return QGuiApplication::palette().color(
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::ButtonText);
    }

    struct Drawn
    {
        QRgb color;
        QPixmap pixmap;
    };
    /// As usable and not, in all themes.
    static constexpr qsizetype MostDrawn = 6;

    QByteArray m_svg;
    QColor m_fixedColor;
    QList<Drawn> m_drawn;
};

} // namespace

QIcon lineIcon(LineIcon icon)
{
    return lineIcon(icon, QColor());
}

QIcon lineIcon(LineIcon icon, const QColor &color)
{
    return QIcon(new LineIconEngine(readSvg(fileOf(icon)), color));
}

QIcon programIcon()
{
    return QIcon(new LineIconEngine(readSvg(u"bucketscope"_s), QColor()));
}

} // namespace ui
