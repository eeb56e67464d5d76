// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPalette>

namespace ui {

/// Our own line icons, drawn in the colour of the palette and sharp at every scale.
enum class LineIcon {
    All,
    Bucket,
    Columns,
    Copy,
    DetailsPane,
    Down,
    Export,
    Failure,
    First,
    Information,
    Key,
    Last,
    Next,
    Open,
    Previous,
    Project,
    ProjectsPane,
    Refresh,
    Search,
    Settings,
    StatusPane,
    Stop,
    Success,
    Warning,
};

/// An icon in the colour of the application's button text; disabled, in that of disabled text.
QIcon lineIcon(LineIcon icon);
/// An icon in `color`.
QIcon lineIcon(LineIcon icon, const QColor &color);

/// The program's own icon, in its own colours.
QIcon programIcon();

} // namespace ui
