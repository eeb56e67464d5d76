// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/colors.h"

class QApplication;

/// The theme on the whole application.
namespace ui::theme {

/// Gives the application our style and the palette of `tone`.
void apply(QApplication &application, Tone tone);

/// Whether nothing is to move, from then on. After apply().
void setStill(bool isStill);

} // namespace ui::theme
