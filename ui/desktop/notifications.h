// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desktop/notification.h"

#include <QObject>

namespace ui {

/// What the program tells on the desktop while nobody looks at its window: one thing at a time, the
/// next in place of the one before. Where the desktop takes none, nothing happens.
class Notifications : public QObject
{
    Q_OBJECT

public:
    explicit Notifications(QObject *parent = nullptr);

    /// Takes its time.
    void show(const Notification &notification);

Q_SIGNALS:
    /// The user has chosen what is shown.
    void opened();
};

} // namespace ui
