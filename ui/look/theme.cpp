// SPDX-License-Identifier: Apache-2.0
#include "ui/look/theme.h"

#include <QFontDatabase>
#include <QWidget>

namespace ui::theme {

namespace {

PillColors pillOf(const QPalette &palette, Role text, Role background)
{
    return {color(palette, text), color(palette, background), color(palette, Role::PillRim)};
}

BandColors bandOf(const QPalette &palette, Role text, Role background, Role line)
{
    return {color(palette, text), color(palette, background), color(palette, line)};
}

} // namespace

QPalette palette(Tone tone)
{
    const auto of = [tone](Role role) {
        return color(tone, role);
    };
    QPalette palette(of(Role::Text), of(Role::Button), of(Role::Base), of(Role::Line),
                     of(Role::Line), of(Role::Text), of(Role::Text), of(Role::Base),
                     of(Role::Window));
    palette.setColor(QPalette::AlternateBase, of(Role::AlternateBase));
    palette.setColor(QPalette::Highlight, of(Role::Highlight));
    palette.setColor(QPalette::HighlightedText, of(Role::HighlightedText));
    palette.setColor(QPalette::PlaceholderText, of(Role::Muted));
    palette.setColor(QPalette::Link, of(Role::Link));
    palette.setColor(QPalette::LinkVisited, of(Role::Link));
    palette.setColor(QPalette::ToolTipBase, of(Role::Base));
    palette.setColor(QPalette::ToolTipText, of(Role::Text));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, of(Role::Disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(Role::Disabled));
    return palette;
}

QColor mutedText(const QPalette &palette)
{
    return color(palette, Role::Muted);
}

QColor line(const QPalette &palette)
{
    return color(palette, Role::Line);
}

QColor accent(const QPalette &palette)
{
    return color(palette, Role::Accent);
}

QColor success(const QPalette &palette)
{
    return color(palette, Role::Success);
}

QColor failure(const QPalette &palette)
{
    return color(palette, Role::Failure);
}

QColor pending(const QPalette &palette)
{
    return color(palette, Role::Pending);
}

QColor selectedRow(const QPalette &palette)
{
    return color(palette, Role::SelectedRow);
}

QColor hovered(const QPalette &palette)
{
    return color(palette, Role::Hovered);
}

QColor highlightedDetail(const QPalette &palette)
{
    return color(palette, Role::HighlightedDetail);
}

QColor outline(const QPalette &palette, bool isEnabled)
{
    return color(palette, isEnabled ? Role::Outline : Role::DisabledOutline);
}

QColor scrollSlider(const QPalette &palette, bool isOver)
{
    return color(palette, isOver ? Role::ScrollSliderOver : Role::ScrollSlider);
}

QColor providerBar(const QPalette &palette, atlas::CloudProvider::Kind provider)
{
    return pill(palette, provider).text;
}

QColor absentBar(const QPalette &palette)
{
    return color(palette, Role::AbsentBar);
}

BandColors warningBand(const QPalette &palette)
{
    return bandOf(palette, Role::WarningText, Role::WarningBand, Role::WarningLine);
}

BandColors infoBand(const QPalette &palette)
{
    return bandOf(palette, Role::InfoText, Role::InfoBand, Role::InfoLine);
}

PillColors pill(const QPalette &palette, atlas::CloudProvider::Kind provider)
{
    switch (provider) {
    case atlas::CloudProvider::Kind::Aws:
        return pillOf(palette, Role::AwsText, Role::AwsPill);
    case atlas::CloudProvider::Kind::Azure:
        return pillOf(palette, Role::AzureText, Role::AzurePill);
    case atlas::CloudProvider::Kind::Gcp:
        return pillOf(palette, Role::GcpText, Role::GcpPill);
    case atlas::CloudProvider::Kind::Unknown:
        return pillOf(palette, Role::UnknownText, Role::UnknownPill);
    }
    Q_UNREACHABLE();
}

QColor profileColor(const QPalette &palette, accounts::ProfileColor profile)
{
    switch (profile) {
    case accounts::ProfileColor::None:
        return {};
    case accounts::ProfileColor::Red:
        return color(palette, Role::ProfileRed);
    case accounts::ProfileColor::Amber:
        return color(palette, Role::ProfileAmber);
    case accounts::ProfileColor::Green:
        return color(palette, Role::ProfileGreen);
    case accounts::ProfileColor::Blue:
        return color(palette, Role::ProfileBlue);
    case accounts::ProfileColor::Violet:
        return color(palette, Role::ProfileViolet);
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
