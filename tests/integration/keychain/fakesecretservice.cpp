// SPDX-License-Identifier: Apache-2.0
#include "fakesecretservice.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

using Paths = QList<QDBusObjectPath>;

QString promptPath()
{
    return u"/org/freedesktop/secrets/prompt/p1"_s;
}

QDBusObjectPath collection()
{
    return QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
}

QDBusObjectPath item()
{
    return QDBusObjectPath(u"/org/freedesktop/secrets/collection/login/1"_s);
}

} // namespace

bool FakeSecretService::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath)
        && bus.registerService(u"org.freedesktop.secrets"_s);
}

bool FakeSecretService::handleMessage(const QDBusMessage &message,
                                      const QDBusConnection &connection)
{
    connection.send(answerTo(message));
    if (message.member() != "Prompt"_L1)
        return true;
    ++m_prompts;
    QDBusMessage completed = QDBusMessage::createSignal(
        message.path(), u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
    const bool isDismissed = true;
    completed.setArguments(
        {isDismissed, QVariant::fromValue(QDBusVariant(QVariant::fromValue(Paths())))});
    connection.send(completed);
    return true;
}

QDBusMessage FakeSecretService::answerTo(const QDBusMessage &message)
{
    const QString member = message.member();
    if (message.interface() == "org.freedesktop.DBus.Properties"_L1)
        return propertiesFor(message);
    if (member == "OpenSession"_L1) {
        if (message.arguments().value(0).toString() != "plain"_L1)
            return message.createErrorReply(QDBusError::NotSupported, u"plain only"_s);
        return message.createReply(
            {QVariant::fromValue(QDBusVariant(QString())),
             QVariant::fromValue(QDBusObjectPath(u"/org/freedesktop/secrets/session/s1"_s))});
    }
    if (member == "SearchItems"_L1)
        return message.createReply(
            {QVariant::fromValue(Paths()), QVariant::fromValue(Paths{item()})});
    if (member == "Unlock"_L1)
        return message.createReply(
            {QVariant::fromValue(Paths()), QVariant::fromValue(QDBusObjectPath(promptPath()))});
    if (member == "ReadAlias"_L1)
        return message.createReply(QVariant::fromValue(collection()));
    if (member == "CreateItem"_L1)
        return message.createErrorReply(u"org.freedesktop.Secret.Error.IsLocked"_s, u"locked"_s);
    if (member == "Delete"_L1)
        return message.createReply(QVariant::fromValue(QDBusObjectPath(promptPath())));
    if (member == "Prompt"_L1)
        return message.createReply();
    return message.createErrorReply(QDBusError::UnknownMethod, member);
}

QDBusMessage FakeSecretService::propertiesFor(const QDBusMessage &message) const
{
    const QString interface = message.arguments().value(0).toString();
    QVariantMap properties;
    if (interface.endsWith("Service"_L1)) {
        properties.insert(u"Collections"_s, QVariant::fromValue(Paths{collection()}));
    } else {
        const bool isDefault = message.path().endsWith("/aliases/default"_L1);
        properties.insert(u"Locked"_s, !isDefault || m_isDefaultLocked);
        properties.insert(u"Label"_s, u"login"_s);
        properties.insert(u"Created"_s, QVariant::fromValue(qulonglong(1)));
        properties.insert(u"Modified"_s, QVariant::fromValue(qulonglong(1)));
    }
    if (interface.endsWith("Collection"_L1))
        properties.insert(u"Items"_s, QVariant::fromValue(Paths{item()}));
    if (message.member() == "Get"_L1) {
        const QVariant value = properties.value(message.arguments().value(1).toString());
        return message.createReply(QVariant::fromValue(QDBusVariant(value)));
    }
    return message.createReply(QVariant(properties));
}
