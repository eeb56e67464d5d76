// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notifications.h"
#include "ui/desktop/notificationserver.h"

namespace ui {

Notifications::Notifications(QObject *parent) : QObject(parent) { }

/// The bus is not asked for anything before there is something to tell.
void Notifications::show(const Notification &notification)
{
    auto *server = findChild<NotificationServer *>();
    if (!server)
        server = new NotificationServer([this] { Q_EMIT opened(); }, this);
    server->show(notification);
}

} // namespace ui
