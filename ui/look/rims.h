// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;

namespace ui {

enum class Corners { Square, Round };

/// Paints the rim of what can be changed or pressed over that of Fusion, which is a darker shade of
/// the window: in the dark nobody sees it. What has the focus has a thicker one.
void paintRim(QPainter &painter, const QStyleOption &option, Corners corners);

/// Paints the ring around what has the focus and no rim, if that came by a key.
void paintFocusFrame(QPainter &painter, const QStyleOption &option);

/// Paints the rim of what only holds others together: a list, a menu.
void paintFrame(QPainter &painter, const QStyleOption &option);

} // namespace ui
