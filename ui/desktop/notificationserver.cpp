// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notificationserver.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

const auto Server = u"org.freedesktop.Notifications"_s;
const auto ServerPath = u"/org/freedesktop/Notifications"_s;
/// Of the action that a click on the notification itself stands for.
const auto Opening = u"default"_s;

QDBusPendingCall call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(Server, ServerPath, Server, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().asyncCall(message);
}

void follow(const QString &signal, QObject *context, const char *slot)
{
    QDBusConnection::sessionBus().connect(Server, ServerPath, Server, signal, context, slot);
}

} // namespace

// As https://specifications.freedesktop.org/notification-spec describes it.
NotificationServer::NotificationServer(std::function<void()> open, QObject *parent)
    : QObject(parent), m_open(std::move(open))
{
    follow(u"ActionInvoked"_s, this, SLOT(noteAction(QDBusMessage)));
    follow(u"ActivationToken"_s, this, SLOT(noteToken(QDBusMessage)));
}

/// Servers that know markup find it in the text, but not in the headline.
void NotificationServer::show(const Notification &notification)
{
    auto *watcher = new QDBusPendingCallWatcher(call(u"GetCapabilities"_s, {}), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        const QDBusPendingReply<QStringList> known = *watcher;
        watcher->deleteLater();
        if (known.isError())
            return;
        Notification shown = notification;
        if (known.value().contains(u"body-markup"_s))
            shown.text = shown.text.toHtmlEscaped();
        send(shown);
    });
}

void NotificationServer::send(const Notification &notification)
{
    constexpr int AsTheServerLikes = -1;
    const QString program = QGuiApplication::desktopFileName();
    const QStringList actions{Opening, notification.action};
    const QVariantMap hints{{u"desktop-entry"_s, program}};
    auto *watcher = new QDBusPendingCallWatcher(
        call(u"Notify"_s,
             {QGuiApplication::applicationDisplayName(), m_shown, program, notification.headline,
              notification.text, actions, hints, AsTheServerLikes}),
        this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> shown = *watcher;
        watcher->deleteLater();
        m_shown = shown.isError() ? 0 : shown.value();
    });
}

bool NotificationServer::isOfShown(const QDBusMessage &message) const
{
    const QVariantList told = message.arguments();
    return told.size() == 2 && m_shown != 0 && told[0].toUInt() == m_shown;
}

void NotificationServer::noteAction(const QDBusMessage &message)
{
    if (isOfShown(message) && message.arguments().at(1) == Opening)
        m_open();
}

/// Wayland lets nobody raise a window without one; Qt looks for it there.
void NotificationServer::noteToken(const QDBusMessage &message)
{
    if (isOfShown(message))
        qputenv("XDG_ACTIVATION_TOKEN", message.arguments().at(1).toString().toUtf8());
}

} // namespace ui
