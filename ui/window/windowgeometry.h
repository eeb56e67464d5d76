// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRect>

class QWidget;

namespace ui {

/// How wide the panes of the window are at first, from left to right.
struct PaneWidths
{
    int projects = 0;
    int buckets = 0;
    int details = 0;
};

/// Which panes of the window are open at first, besides the buckets.
struct OpenPanes
{
    bool projects = true;
    bool details = true;
    bool status = true;
};

/// The size of a window that opens for the first time where `free` is what a screen leaves to
/// windows: all of it up to 1440×900, else that. `frame` is what the frame takes of it.
QSize firstSize(const QSize &free, const QSize &frame);
/// Whether a window of that size is best shown without a frame's worth of screen around it.
bool fillsScreen(const QSize &free);

/// `place` of a window without its frame, moved, and made smaller if need be, so that all of it is
/// on one of the screens: the one that has most of it, or else the nearest. `screens` are what each
/// screen leaves to windows.
QRect pulledOntoScreen(const QRect &place, const QSize &frame, const QList<QRect> &screens);

/// The panes of a window on a screen that is `screenWidth` wide: where there is little room, the
/// table has it.
OpenPanes firstOpenPanes(int screenWidth);
/// The panes of a window that is `width` wide.
PaneWidths firstPaneWidths(int width);
/// The status panel of a window that is `height` high.
int firstStatusHeight(int height);

/// Gives `window` its first size; before it is shown.
void openWithinScreen(QWidget &window);
/// Brings back what was remembered of a screen that is not there, or has another size.
void keepOnScreen(QWidget &window);

} // namespace ui
