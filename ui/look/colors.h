// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

/// All colours of the window, each with what it is for. Whatever is painted takes its colour from
/// here, so that tst_contrast can compute that it is seen on whatever it is painted on.
namespace ui::theme {

enum class Tone { Light, Dark, HighContrast };

inline constexpr std::array allTones{Tone::Light, Tone::Dark, Tone::HighContrast};

enum class Role {
    Window,
    Base,
    AlternateBase,
    Button,
    /// A selected row of a table, whose texts keep their colours.
    SelectedRow,
    /// What the mouse is on.
    Hovered,
    /// A selected entry of a list, which has texts of its own.
    Highlight,
    HighlightedText,
    /// Secondary text of a selected entry.
    HighlightedDetail,
    Text,
    /// Secondary text: details, dashes, units.
    Muted,
    Disabled,
    Link,
    /// What is selected, what can be pressed, what has the focus.
    Accent,
    Success,
    Failure,
    /// What is neither success nor failure, yet. For marks: texts take WarningText.
    Pending,
    /// The thin lines between regions and rows.
    Line,
    /// The rims of what can be changed or pressed.
    Outline,
    /// The same, while it cannot.
    DisabledOutline,
    ScrollSlider,
    /// While the mouse is on the bar.
    ScrollSliderOver,
    /// The bar of what Atlas left out.
    AbsentBar,
    WarningText,
    WarningBand,
    WarningLine,
    InfoText,
    InfoBand,
    InfoLine,
    AwsText,
    AwsPill,
    AzureText,
    AzurePill,
    GcpText,
    GcpPill,
    UnknownText,
    UnknownPill,
    /// Around pills that have the colour of what they are on; transparent where they have their
    /// own.
    PillRim,
    ProfileRed,
    ProfileAmber,
    ProfileGreen,
    ProfileBlue,
    ProfileViolet,
};

QColor color(Tone tone, Role role);

/// The tone of a palette. One that is not ours is dark if its windows are darker than its text.
Tone toneOf(const QPalette &palette);

/// The colour in the tone of `palette`.
QColor color(const QPalette &palette, Role role);

} // namespace ui::theme
