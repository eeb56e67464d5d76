// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace ui {

/// One of the desktop's settings, as its portal tells it over the session bus. Of Linux alone.
class SettingsPortal : public QObject
{
    Q_OBJECT

public:
    /// What is common to desktops.
    static constexpr QStringView Appearance = u"org.freedesktop.appearance";

    using Tell = std::function<void(const QVariant &)>;

    /// `tell` is called when the setting is known, and when it changes; never, if the portal does
    /// not know it.
    SettingsPortal(QStringView group, QStringView key, Tell tell, QObject *parent);

private Q_SLOTS:
    /// `SettingChanged(s namespace, s key, v value)`.
    void noteChange(const QDBusMessage &message);

private:
    void ask();

    QString m_group;
    QString m_key;
    Tell m_tell;
};

} // namespace ui
