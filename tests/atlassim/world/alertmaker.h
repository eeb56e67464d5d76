// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim {

inline constexpr QLatin1String ExportFailed("CPS_EXPORT_FAILED");
inline constexpr QLatin1String AutoExportFailed("CPS_AUTO_EXPORT_FAILED");

/// Tells the project's owners by e-mail.
AlertNotification toOwners();

/// Names the project's owners, but tells them by nothing.
AlertNotification toNobody();

/// Tells a channel; with a token that is made up.
AlertNotification toChannel();

/// Tells a person; with an address that is made up.
AlertNotification toPerson();

/// Adds one to the project and returns it; it is good until the next is added.
AlertConfiguration &addAlert(Project &project, const std::optional<QString> &eventTypeName,
                             const QList<AlertNotification> &notifications);

/// Adds what Atlas makes by itself, none of which is about exports.
void addUsualAlerts(Project &project);

/// Adds those, and that somebody is told when an export fails or cannot start.
void addExportAlerts(Project &project);

} // namespace atlassim
