// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/cloudprovideraccess.h"

#include <QJsonObject>

namespace atlassim {

/// A project's roles as Atlas writes them.
QJsonObject accessJson(const CloudProviderAccess &access, const QString &projectId);

} // namespace atlassim
