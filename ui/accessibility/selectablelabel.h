// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace ui {

/// Lets the text of a label be selected and copied, by the mouse and by keys: Tab reaches it, and
/// without a selection all of it is copied. A copy by keys is announced.
void makeSelectable(QLabel *label);

} // namespace ui
