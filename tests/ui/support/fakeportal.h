// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QMap>

namespace testsupport {

/// The desktop's settings, as its portal tells them on the session bus.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    FakePortal()
        : m_bus(
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    ~FakePortal() override { QDBusConnection::disconnectFromBus(QStringLiteral("portal")); }

    void set(const QString &group, const QString &key, const QVariant &value)
    {
        m_settings.insert({group, key}, value);
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

    /// Of `org.freedesktop.appearance`.
    void setAppearance(const QString &key, uint value)
    {
        set(QStringLiteral("org.freedesktop.appearance"), key, value);
    }

public Q_SLOTS:
    /// The variant is in a variant, as with portals before version 2.
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const auto known = m_settings.constFind({group, key});
        if (known == m_settings.cend()) {
            sendErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"));
            return QDBusVariant(QString());
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(*known)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    QMap<std::pair<QString, QString>, QVariant> m_settings;
};

} // namespace testsupport
