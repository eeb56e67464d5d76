// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

#include <QJsonObject>

namespace atlassim {

/// What Atlas tells whom, as it writes it: secrets and all.
QJsonObject alertConfigurationJson(const AlertConfiguration &alert, const Project &project);

/// An event of a project as Atlas writes it.
QJsonObject eventJson(const Event &event, const QString &projectId);

} // namespace atlassim
