// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QString>

class QPainter;
class QRect;

namespace ui {

/// How much wider than its text a pill is.
inline constexpr int PillPadding = 8;

/// Paints `text` on a pill at the left of `area`, elided if need be, in the font of `painter`.
void paintPill(QPainter &painter, const QRect &area, const QString &text,
               const theme::PillColors &colors);

} // namespace ui
