// SPDX-License-Identifier: Apache-2.0
#include "ui/look/colors.h"

namespace ui::theme {

namespace {

/// A colour for each tone.
struct Shades
{
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

constexpr QRgb Transparent = 0x00000000;
constexpr QRgb Black = 0xff000000;
constexpr QRgb White = 0xffffffff;
constexpr QRgb Yellow = 0xffffff00;
constexpr QRgb Grey = 0xff8c8c8c;

constexpr Shades shadesOf(Role role)
{
    switch (role) {
    case Role::Window:
        return {0xfff5f6f8, 0xff1f2326, Black};
    case Role::Base:
        return {White, 0xff181b1e, Black};
    case Role::AlternateBase:
        return {0xfff5f6f8, 0xff1c2023, Black};
    case Role::Button:
        return {0xfffafbfc, 0xff2a2f33, Black};
    case Role::SelectedRow:
        return {0xffdeebe6, 0xff21382f, 0xff333300};
    case Role::Hovered:
        return {0xffe9ecef, 0xff282d31, 0xff2b2b2b};
    case Role::Highlight:
        return {0xff13714a, 0xff287c4f, Yellow};
    case Role::HighlightedText:
        return {White, White, Black};
    case Role::HighlightedDetail:
        return {0xffdceae4, 0xffeef5f1, Black};
    case Role::Text:
        return {0xff1c2126, 0xffe6e9eb, White};
    case Role::Muted:
        return {0xff5a626b, 0xffa1abb4, 0xffd9d9d9};
    case Role::Disabled:
        return {0xff9aa1a9, 0xff666f77, Grey};
    case Role::Link:
        return {0xff0b63b0, 0xff6cb4f5, Yellow};
    case Role::Accent:
        return {0xff13714a, 0xff4cbb7f, Yellow};
    case Role::Success:
        return {0xff13714a, 0xff4cbb7f, White};
    case Role::Failure:
        return {0xffb3261e, 0xfff5827a, Yellow};
    case Role::Pending:
        return {0xffa86a00, 0xffe5a52f, White};
    case Role::Line:
        return {0xffdde1e5, 0xff34393e, Grey};
    case Role::Outline:
        return {0xff7f8891, 0xff78828b, White};
    case Role::DisabledOutline:
        return {0xffc3c9cf, 0xff454c52, Grey};
    case Role::ScrollSlider:
        return {0xff838b93, 0xff6b747c, Grey};
    case Role::ScrollSliderOver:
        return {0xff636b74, 0xff98a2ab, White};
    case Role::AbsentBar:
        return {0xff7c848c, 0xff757e87, Grey};
    case Role::WarningText:
        return {0xff5b3a00, 0xfff5d9a8, Yellow};
    case Role::WarningBand:
        return {0xfffff4dc, 0xff3a2a12, Black};
    case Role::WarningLine:
        return {0xffecd29b, 0xff5c4420, Yellow};
    case Role::InfoText:
        return {0xff20455f, 0xffb9dcf5, White};
    case Role::InfoBand:
        return {0xffeaf4fb, 0xff182c3a, Black};
    case Role::InfoLine:
        return {0xffc6deee, 0xff284a61, White};
    case Role::AwsText:
        return {0xff8a4100, 0xffffb070, White};
    case Role::AwsPill:
        return {0xfffbe6d4, 0xff472a14, Black};
    case Role::AzureText:
        return {0xff14508a, 0xff84c2f7, White};
    case Role::AzurePill:
        return {0xffdbe9f7, 0xff173552, Black};
    case Role::GcpText:
        return {0xff1f6432, 0xff86d699, White};
    case Role::GcpPill:
        return {0xffddefe1, 0xff1c3f27, Black};
    case Role::UnknownText:
        return {0xff4a525a, 0xffc3cad1, White};
    case Role::UnknownPill:
        return {0xffe8ebee, 0xff353b41, Black};
    case Role::PillRim:
        return {Transparent, Transparent, White};
    case Role::ProfileRed:
        return {0xffcf3f36, 0xffe0564d, 0xffff6b61};
    case Role::ProfileAmber:
        return {0xffb37400, 0xffe5a52f, 0xffffb020};
    case Role::ProfileGreen:
        return {0xff2a9259, 0xff4cbb7f, 0xff4ee38f};
    case Role::ProfileBlue:
        return {0xff2f7dd1, 0xff5da3ec, 0xff6bb8ff};
    case Role::ProfileViolet:
        return {0xff8155c6, 0xffa580e0, 0xffc9a8ff};
    }
    Q_UNREACHABLE();
}

/// No other palette has links of this colour on windows of that one.
bool isHighContrast(const QPalette &palette)
{
    return palette.color(QPalette::Window).rgb() == shadesOf(Role::Window).highContrast
        && palette.color(QPalette::Link).rgb() == shadesOf(Role::Link).highContrast;
}

} // namespace

QColor color(Tone tone, Role role)
{
    const Shades shades = shadesOf(role);
    switch (tone) {
    case Tone::Light:
        return QColor::fromRgba(shades.light);
    case Tone::Dark:
        return QColor::fromRgba(shades.dark);
    case Tone::HighContrast:
        return QColor::fromRgba(shades.highContrast);
    }
    Q_UNREACHABLE();
}

Tone toneOf(const QPalette &palette)
{
    if (isHighContrast(palette))
        return Tone::HighContrast;
    return palette.color(QPalette::Window).lightness()
            < palette.color(QPalette::WindowText).lightness()
        ? Tone::Dark
        : Tone::Light;
}

QColor color(const QPalette &palette, Role role)
{
    return color(toneOf(palette), role);
}

} // namespace ui::theme
