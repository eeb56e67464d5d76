// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim {

/// Clusters, schedules and jobs as Atlas writes them.
QJsonObject clusterJson(const Project &project, const Cluster &cluster);
QJsonObject scheduleJson(const Cluster &cluster);
QJsonObject exportJobJson(const ExportJob &job);

/// A private endpoint as Atlas writes it.
QJsonObject privateEndpointJson(const PrivateEndpoint &endpoint);

} // namespace atlassim
