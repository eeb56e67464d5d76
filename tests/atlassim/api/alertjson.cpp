// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/alertjson.h"

#include "tests/atlassim/api/wiretime.h"

#include <QJsonArray>

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

} // namespace atlassim
