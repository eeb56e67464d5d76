// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/alertjson.h"

#include "tests/atlassim/api/wiretime.h"

#include <QJsonArray>
#include <QTimeZone>

namespace atlassim {

namespace {

QJsonObject notificationJson(const AlertNotification &notification, const QString &id)
{
    QJsonObject json{{QStringLiteral("typeName"), notification.typeName},
                     {QStringLiteral("notifierId"), id},
                     {QStringLiteral("intervalMin"), 60},
                     {QStringLiteral("delayMin"), 0}};
    if (notification.emailEnabled)
        json.insert(QStringLiteral("emailEnabled"), *notification.emailEnabled);
    if (notification.smsEnabled)
        json.insert(QStringLiteral("smsEnabled"), *notification.smsEnabled);
    if (!notification.secretName.isEmpty())
        json.insert(notification.secretName, notification.secret);
    return json;
}

QJsonArray notificationsJson(const AlertConfiguration &alert)
{
    QJsonArray json;
    int number = 0;
    for (const AlertNotification &notification : alert.notifications)
        json.append(notificationJson(notification, childId(alert.id, alert.created, ++number)));
    return json;
}

QJsonArray matchersJson(const AlertConfiguration &alert)
{
    QJsonArray json;
    for (const AlertMatcher &matcher : alert.matchers)
        json.append(QJsonObject{{QStringLiteral("fieldName"), matcher.fieldName},
                                {QStringLiteral("operator"), matcher.comparison},
                                {QStringLiteral("value"), matcher.value}});
    return json;
}

void insertIfTold(QJsonObject &json, const char *name, const std::optional<QString> &value)
{
    if (value)
        json.insert(QLatin1String(name), *value);
}

QString actorId(const QString &name)
{
    constexpr qint64 hired = 0x5f000000;
    return childId(name, QDateTime::fromSecsSinceEpoch(hired, QTimeZone::utc()), 0);
}

void insertActor(QJsonObject &json, const EventActor &actor)
{
    insertIfTold(json, "publicKey", actor.publicKey);
    insertIfTold(json, "username", actor.username);
    if (actor.publicKey)
        json.insert(QStringLiteral("apiKeyId"), actorId(*actor.publicKey));
    if (actor.username)
        json.insert(QStringLiteral("userId"), actorId(*actor.username));
    if (actor.publicKey || actor.username)
        json.insert(QStringLiteral("remoteAddress"), QStringLiteral("203.0.113.24"));
}

} // namespace

QJsonObject alertConfigurationJson(const AlertConfiguration &alert, const Project &project)
{
    QJsonObject json{{QStringLiteral("id"), alert.id},
                     {QStringLiteral("groupId"), project.id},
                     {QStringLiteral("enabled"), alert.enabled},
                     {QStringLiteral("created"), wireTime(alert.created)},
                     {QStringLiteral("updated"), wireTime(alert.created)},
                     {QStringLiteral("matchers"), matchersJson(alert)},
                     {QStringLiteral("notifications"), notificationsJson(alert)},
                     {QStringLiteral("links"), QJsonArray()}};
    if (alert.eventTypeName)
        json.insert(QStringLiteral("eventTypeName"), *alert.eventTypeName);
    return json;
}

QJsonObject eventJson(const Event &event, const QString &projectId)
{
    // The project is missing from it, as from Atlas's own: links are never to be followed.
    const QString href = QString(QStringLiteral("http://localhost:8080/api/atlas/v2/groups/null/")
                                 + QStringLiteral("events/") + event.id);
    QJsonObject json{{QStringLiteral("id"), event.id},
                     {QStringLiteral("groupId"), projectId},
                     {QStringLiteral("eventTypeName"), event.eventTypeName},
                     {QStringLiteral("created"), wireTime(event.created)},
                     {QStringLiteral("isGlobalAdmin"), false},
                     {QStringLiteral("links"),
                      QJsonArray{QJsonObject{{QStringLiteral("href"), href},
                                             {QStringLiteral("rel"), QStringLiteral("self")}}}}};
    insertIfTold(json, "clusterName", event.clusterName);
    insertIfTold(json, "alertConfigId", event.alertConfigId);
    insertActor(json, event.actor);
    return json;
}

} // namespace atlassim
