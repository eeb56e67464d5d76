// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/alertmaker.h"

#include <array>

namespace atlassim {

AlertNotification toOwners()
{
    return {QStringLiteral("GROUP"), true, false};
}

AlertNotification toNobody()
{
    return {QStringLiteral("GROUP"), false, false};
}

AlertNotification toChannel()
{
    return {QStringLiteral("SLACK"),
            {},
            {},
            QStringLiteral("apiToken"),
            QStringLiteral("xoxb-made-up-for-the-simulator")};
}

AlertNotification toPerson()
{
    return {QStringLiteral("EMAIL"),
            {},
            {},
            QStringLiteral("emailAddress"),
            QStringLiteral("nobody.made-up@example.test")};
}

AlertConfiguration &addAlert(Project &project, const std::optional<QString> &eventTypeName,
                             const QList<AlertNotification> &notifications)
{
    const int number = int(project.alertConfigurations.size());
    const QDateTime created = project.created.addSecs(number);
    project.alertConfigurations.append(
        {childId(QString(project.id + QStringLiteral("/alert")), created, number),
         eventTypeName,
         true,
         created,
         {},
         notifications});
    return project.alertConfigurations.last();
}

void addUsualAlerts(Project &project)
{
    constexpr std::array events{"NO_PRIMARY", "HOST_DOWN", "OUTSIDE_METRIC_THRESHOLD",
                                "CPS_SNAPSHOT_BEHIND", "USERS_WITHOUT_MULTIFACTOR_AUTH"};
    for (const char *event : events)
        addAlert(project, QString::fromLatin1(event), {toOwners()});
    addAlert(project, std::nullopt, {toOwners()});
}

void addExportAlerts(Project &project)
{
    addUsualAlerts(project);
    addAlert(project, ExportFailed, {toNobody(), toChannel()});
    addAlert(project, AutoExportFailed, {toOwners()});
}

} // namespace atlassim
