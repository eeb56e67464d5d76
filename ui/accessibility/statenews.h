// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>

class QWidget;

namespace ui {

/// Tells assistive technology that those states of `part` that are set in `changed` are not what
/// they were.
void tellStateChanged(QWidget *part, QAccessible::State changed);

} // namespace ui
