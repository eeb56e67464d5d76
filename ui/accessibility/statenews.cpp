// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/statenews.h"

#include <QWidget>

namespace ui {

void tellStateChanged(QWidget *part, QAccessible::State changed)
{
    QAccessibleStateChangeEvent event(part, changed);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
