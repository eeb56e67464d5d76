// SPDX-License-Identifier: Apache-2.0
#include "accounts/keyringprobe.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMetaObject>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

constexpr int timeLimitMs = 2000;

/// Whether the default collection is locked: a property of the Secret Service
/// (specifications.freedesktop.org/secret-service, "org.freedesktop.Secret.Collection").
QDBusMessage questionWhetherLocked()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
        u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    question.setAutoStartService(false);
    return question;
}

KeyringState stateFrom(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (!reply.isError())
        return reply.value().variant().toBool() ? KeyringState::Locked : KeyringState::Unlocked;
    switch (reply.error().type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return KeyringState::NoService;
    default:
        // A bus without an owner of the name says NameHasNoOwner, which QDBusError does not list.
        return reply.error().name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
            ? KeyringState::NoService
            : KeyringState::Unknown;
    }
}

} // namespace

void probeKeyring(QObject *context, std::function<void(KeyringState)> handler)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        const auto answer = [handler = std::move(handler)] {
            handler(KeyringState::NoService);
        };
        QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
        return;
    }
    auto *watcher =
        new QDBusPendingCallWatcher(bus.asyncCall(questionWhetherLocked(), timeLimitMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, handler = std::move(handler)] {
                         watcher->deleteLater();
                         handler(stateFrom(*watcher));
                     });
}

} // namespace accounts
