// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/announcer.h"

#include <QAccessible>

namespace ui {

/// From Qt 6.8 on there is an event for it, on each platform.
void sendAnnouncement(QWidget *label, const QString &text)
{
    QAccessibleAnnouncementEvent event(label, text);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
