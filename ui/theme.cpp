// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include "ui/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

namespace ui::theme {

namespace {

/// A colour for each tone.
struct Duo
{
    QRgb light;
    QRgb dark;
};

QColor pick(const QPalette &palette, Duo duo)
{
    return QColor::fromRgb(toneOf(palette) == Tone::Light ? duo.light : duo.dark);
}

constexpr Duo Window{0xfff5f6f8, 0xff1f2326};
constexpr Duo Base{0xffffffff, 0xff181b1e};
constexpr Duo AlternateBase{0xfff5f6f8, 0xff1c2023};
constexpr Duo Text{0xff1c2126, 0xffe6e9eb};
constexpr Duo Button{0xfffafbfc, 0xff2a2f33};
constexpr Duo Highlight{0xff13714a, 0xff2f8f5b};
constexpr Duo Muted{0xff636b74, 0xff98a2ab};
constexpr Duo Disabled{0xff9aa1a9, 0xff666f77};
constexpr Duo Line{0xffdde1e5, 0xff34393e};
constexpr Duo Accent{0xff13714a, 0xff4cbb7f};
constexpr Duo Success{0xff13714a, 0xff4cbb7f};
constexpr Duo Failure{0xffb3261e, 0xfff2726a};
constexpr Duo Link{0xff0b63b0, 0xff6cb4f5};

QColor of(Tone tone, Duo duo)
{
    return QColor::fromRgb(tone == Tone::Light ? duo.light : duo.dark);
}

PillColors pillOf(const QPalette &palette, Duo text, Duo background)
{
    return {pick(palette, text), pick(palette, background)};
}

} // namespace

Tone toneOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
            < palette.color(QPalette::WindowText).lightness()
        ? Tone::Dark
        : Tone::Light;
}

QPalette palette(Tone tone)
{
    QPalette palette(of(tone, Text), of(tone, Button), of(tone, Base), of(tone, Line),
                     of(tone, Line), of(tone, Text), of(tone, Text), of(tone, Base),
                     of(tone, Window));
    palette.setColor(QPalette::AlternateBase, of(tone, AlternateBase));
    palette.setColor(QPalette::Highlight, of(tone, Highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, of(tone, Muted));
    palette.setColor(QPalette::Link, of(tone, Link));
    palette.setColor(QPalette::ToolTipBase, of(tone, Base));
    palette.setColor(QPalette::ToolTipText, of(tone, Text));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, of(tone, Disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(tone, Disabled));
    return palette;
}

void apply(QApplication &application, Tone tone)
{
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    application.setPalette(palette(tone));
}

QColor mutedText(const QPalette &palette)
{
    return pick(palette, Muted);
}

QColor line(const QPalette &palette)
{
    return pick(palette, Line);
}

QColor accent(const QPalette &palette)
{
    return pick(palette, Accent);
}

QColor success(const QPalette &palette)
{
    return pick(palette, Success);
}

QColor failure(const QPalette &palette)
{
    return pick(palette, Failure);
}

QColor pending(const QPalette &palette)
{
    return pick(palette, {0xffd98e04, 0xffe5a52f});
}

QColor scrollSlider(const QPalette &palette, bool isOver)
{
    return isOver ? pick(palette, {0xff8d959d, 0xff7d868e})
                  : pick(palette, {0xffc3c9cf, 0xff4f575e});
}

BandColors warningBand(const QPalette &palette)
{
    return {pick(palette, {0xff5b3a00, 0xfff5d9a8}), pick(palette, {0xfffff4dc, 0xff3a2a12}),
            pick(palette, {0xffecd29b, 0xff5c4420})};
}

BandColors infoBand(const QPalette &palette)
{
    return {pick(palette, {0xff20455f, 0xffb9dcf5}), pick(palette, {0xffeaf4fb, 0xff182c3a}),
            pick(palette, {0xffc6deee, 0xff284a61})};
}

PillColors pill(const QPalette &palette, atlas::CloudProvider::Kind provider)
{
    switch (provider) {
    case atlas::CloudProvider::Kind::Aws:
        return pillOf(palette, {0xff8a4100, 0xffffb070}, {0xfffbe6d4, 0xff472a14});
    case atlas::CloudProvider::Kind::Azure:
        return pillOf(palette, {0xff14508a, 0xff84c2f7}, {0xffdbe9f7, 0xff173552});
    case atlas::CloudProvider::Kind::Gcp:
        return pillOf(palette, {0xff1f6432, 0xff86d699}, {0xffddefe1, 0xff1c3f27});
    case atlas::CloudProvider::Kind::Unknown:
        return pillOf(palette, {0xff4a525a, 0xffc3cad1}, {0xffe8ebee, 0xff353b41});
    }
    Q_UNREACHABLE();
}

QColor profileColor(const QPalette &palette, accounts::ProfileColor color)
{
    switch (color) {
    case accounts::ProfileColor::None:
        return {};
    case accounts::ProfileColor::Red:
        return pick(palette, {0xffcf3f36, 0xffe0564d});
    case accounts::ProfileColor::Amber:
        return pick(palette, {0xffd98e04, 0xffe5a52f});
    case accounts::ProfileColor::Green:
        return pick(palette, {0xff2a9259, 0xff4cbb7f});
    case accounts::ProfileColor::Blue:
        return pick(palette, {0xff2f7dd1, 0xff5da3ec});
    case accounts::ProfileColor::Violet:
        return pick(palette, {0xff8155c6, 0xffa580e0});
    }
    Q_UNREACHABLE();
}

QFont monospace(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF() * 0.95);
    return font;
}

QFont smaller(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.88);
    return font;
}

QFont bold(const QFont &base)
{
    QFont font = base;
    font.setBold(true);
    return font;
}

QFont heading(const QFont &base)
{
    QFont font = bold(base);
    font.setPointSizeF(base.pointSizeF() * 1.3);
    return font;
}

void setTextColor(QWidget &widget, const QColor &color)
{
    // What is not set here goes on following the application's palette.
    QPalette palette;
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    palette.setColor(QPalette::ButtonText, color);
    widget.setPalette(palette);
}

} // namespace ui::theme
