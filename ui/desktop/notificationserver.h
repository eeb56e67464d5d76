// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desktop/notification.h"

#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace ui {

/// The desktop's server of notifications, on the session bus. Of Linux alone.
class NotificationServer : public QObject
{
    Q_OBJECT

public:
    /// `open` is called when the user has chosen what was shown last.
    NotificationServer(std::function<void()> open, QObject *parent);

    /// Shows it in place of the last one.
    void show(const Notification &notification);

private Q_SLOTS:
    /// `ActionInvoked(u id, s action_key)`.
    void noteAction(const QDBusMessage &message);
    /// `ActivationToken(u id, s activation_token)`, which comes first, if it comes.
    void noteToken(const QDBusMessage &message);

private:
    void send(const Notification &notification);
    bool isOfShown(const QDBusMessage &message) const;

    std::function<void()> m_open;
    /// What the server calls the last one; 0 if there is none.
    uint m_shown = 0;
};

} // namespace ui
