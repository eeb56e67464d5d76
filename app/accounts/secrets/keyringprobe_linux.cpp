// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/keyringprobe.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMetaObject>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

constexpr int timeLimitMs = 2000;

using Items = QList<QDBusObjectPath>;

/// Where the secret is: items in collections that are unlocked, then items in those that are locked
/// (specifications.freedesktop.org/secret-service, "org.freedesktop.Secret.Service"). The attribute
/// is QtKeychain's.
QDBusMessage questionWhere(const QString &key)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    QDBusArgument attributes;
    attributes.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QString>());
    attributes.beginMapEntry();
    attributes << u"user"_s << key;
    attributes.endMapEntry();
    attributes.endMap();
    question.setArguments({QVariant::fromValue(attributes)});
    question.setAutoStartService(false);
    return question;
}

/// Whether the default collection is locked (there, "org.freedesktop.Secret.Collection").
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

using Handler = std::function<void(KeyringState)>;

/// Sends the question, and hands on the answer.
template<class... Types, class OnAnswer>
void ask(const QDBusMessage &question, QObject *context, const OnAnswer &onAnswer)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, timeLimitMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, onAnswer] {
        watcher->deleteLater();
        onAnswer(QDBusPendingReply<Types...>(*watcher));
    });
}

void probeDefaultCollection(QObject *context, const Handler &handler)
{
    ask<QDBusVariant>(
        questionWhetherLocked(), context,
        [handler](const QDBusPendingReply<QDBusVariant> &reply) { handler(stateFrom(reply)); });
}

} // namespace

void probeKeyring(const QString &key, QObject *context, std::function<void(KeyringState)> handler)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        const auto answer = [handler = std::move(handler)] {
            handler(KeyringState::NoService);
        };
        QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
        return;
    }
    ask<Items, Items>(questionWhere(key), context,
                      [context, handler](const QDBusPendingReply<Items, Items> &reply) {
                          if (!reply.isError() && !reply.argumentAt<1>().isEmpty())
                              handler(KeyringState::Locked);
                          else
                              probeDefaultCollection(context, handler);
                      });
}

} // namespace accounts
