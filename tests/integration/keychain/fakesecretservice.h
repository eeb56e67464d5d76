// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusMessage>
#include <QDBusVirtualObject>

/// A Secret Service (specifications.freedesktop.org/secret-service) with one locked collection
/// that holds one item, whatever is searched for. Whoever it asks to unlock it cancels. It says
/// that the default collection is locked, too, unless told otherwise.
class FakeSecretService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    using QDBusVirtualObject::QDBusVirtualObject;

    /// Takes the service's name on the session bus. False if it is taken.
    bool start();

    void setDefaultLocked(bool isLocked) { m_isDefaultLocked = isLocked; }

    /// How often somebody was asked.
    int promptCount() const { return m_prompts; }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QDBusMessage answerTo(const QDBusMessage &message);
    QDBusMessage propertiesFor(const QDBusMessage &message) const;

    bool m_isDefaultLocked = true;
    int m_prompts = 0;
};
