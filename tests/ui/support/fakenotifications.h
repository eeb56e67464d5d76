// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QMap>
#include <QObject>

namespace testsupport {

/// A desktop's server of notifications on the session bus.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    /// As it was told.
    struct Shown
    {
        uint replaced = 0;
        QString headline{};
        QString text{};
        QStringList actions{};
    };

    explicit FakeNotifications(const QStringList &capabilities = {})
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus,
                                              QStringLiteral("notifications"))),
          m_capabilities(capabilities)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    ~FakeNotifications() override
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("notifications"));
    }

    const QList<Shown> &shown() const { return m_shown; }
    /// What it calls the one that was shown last.
    uint lastId() const { return FirstId + static_cast<uint>(m_shown.size()) - 1; }

public Q_SLOTS:
    // Both as the specification has them.
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString & /*program*/, uint replaced, const QString & /*icon*/,
                const QString &headline, const QString &text, const QStringList &actions,
                const QVariantMap & /*hints*/, int /*milliseconds*/)
    {
        m_shown.append({replaced, headline, text, actions});
        return lastId();
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);

private:
    static constexpr uint FirstId = 40;

    QDBusConnection m_bus;
    QStringList m_capabilities;
    QList<Shown> m_shown;
};

} // namespace testsupport
