// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/settingsportal.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

const auto Portal = u"org.freedesktop.portal.Desktop"_s;
const auto PortalPath = u"/org/freedesktop/portal/desktop"_s;
const auto Settings = u"org.freedesktop.portal.Settings"_s;

/// Older portals put a variant into the variant.
QVariant innermost(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<QDBusVariant>()
        ? innermost(value.value<QDBusVariant>().variant())
        : value;
}

} // namespace

// As https://flatpak.github.io/xdg-desktop-portal describes it, "Settings".
SettingsPortal::SettingsPortal(QStringView group, QStringView key, Tell tell, QObject *parent)
    : QObject(parent), m_group(group.toString()), m_key(key.toString()), m_tell(std::move(tell))
{
    QDBusConnection::sessionBus().connect(Portal, PortalPath, Settings, u"SettingChanged"_s, this,
                                          SLOT(noteChange(QDBusMessage)));
    ask();
}

void SettingsPortal::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(Portal, PortalPath, Settings, u"Read"_s);
    question.setArguments({m_group, m_key});
    question.setAutoStartService(false);
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            m_tell(innermost(reply.value().variant()));
    });
}

void SettingsPortal::noteChange(const QDBusMessage &message)
{
    const QVariantList told = message.arguments();
    if (told.size() == 3 && told[0] == m_group && told[1] == m_key)
        m_tell(innermost(told[2]));
}

} // namespace ui
