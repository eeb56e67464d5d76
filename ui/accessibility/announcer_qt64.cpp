// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/announcer.h"

#include <QAccessible>

namespace ui {

/// Screen readers say a notification when it appears; that it was there before does not matter.
void sendAnnouncement(QWidget *label, const QString &)
{
    QAccessibleEvent event(label, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
