// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notifications.h"

namespace ui {

Notifications::Notifications(QObject *parent) : QObject(parent) { }

void Notifications::show(const Notification & /*notification*/) { }

} // namespace ui
