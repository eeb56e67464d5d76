// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profilecolor.h"
#include "atlas/values/cloudprovider.h"
#include "ui/look/colors.h"

#include <QFont>

class QWidget;

/// The colours and measures of the window: Fusion with thin lines, one green accent, and colour
/// only where it means something. Text has a contrast of at least 4.5 to 1, a mark or a rim of 3.
namespace ui::theme {

/// Distance between a region's edge and what is in it.
inline constexpr int Margin = 12;
/// Distance between neighbours.
inline constexpr int Gap = 8;

/// Text on a pill of its own colour.
struct PillColors
{
    QColor text;
    QColor background;
    /// Transparent if the pill needs none.
    QColor rim;
};

/// A line of text on a band across the window.
struct BandColors
{
    QColor text;
    QColor background;
    QColor line;
};

/// The palette of a tone.
QPalette palette(Tone tone);

/// Secondary text: details, dashes, units.
QColor mutedText(const QPalette &palette);
/// The thin lines between regions and rows.
QColor line(const QPalette &palette);
/// The accent: what is selected, what can be pressed.
QColor accent(const QPalette &palette);
QColor success(const QPalette &palette);
QColor failure(const QPalette &palette);
/// What is neither success nor failure, yet.
QColor pending(const QPalette &palette);
/// What lies below a selected row of a table.
QColor selectedRow(const QPalette &palette);
/// What lies below the row or entry that the mouse is on.
QColor hovered(const QPalette &palette);
/// Secondary text of a selected entry of a list.
QColor highlightedDetail(const QPalette &palette);
/// The rim of what can be changed or pressed; weaker while it cannot.
QColor outline(const QPalette &palette, bool isEnabled);
/// The part of a scroll bar that moves; stronger while the mouse is on the bar.
QColor scrollSlider(const QPalette &palette, bool isOver);
/// The bar of a provider's buckets; its pill's colour.
QColor providerBar(const QPalette &palette, atlas::CloudProvider::Kind provider);
/// The bar of what Atlas left out.
QColor absentBar(const QPalette &palette);
/// What marks rows that may be out of date.
BandColors warningBand(const QPalette &palette);
/// What tells without warning.
BandColors infoBand(const QPalette &palette);
PillColors pill(const QPalette &palette, atlas::CloudProvider::Kind provider);
/// The colour that says whose account is open; invalid for ProfileColor::None.
QColor profileColor(const QPalette &palette, accounts::ProfileColor profile);

/// For IDs and code, a little smaller than `base`.
QFont monospace(const QFont &base);
QFont smaller(const QFont &base);
QFont bold(const QFont &base);
/// For the title of the window's content.
QFont heading(const QFont &base);

/// Paints `widget`'s text in `color` by its palette.
void setTextColor(QWidget &widget, const QColor &color);

} // namespace ui::theme
