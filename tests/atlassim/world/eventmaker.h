// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

#include <QStringList>

namespace atlassim {

/// What has happened in a project, newest first: what its buckets, clusters, jobs, roles and alert
/// configurations show to have happened, and the events that it was given besides. Events of
/// buckets and exports name neither bucket nor job nor cluster, as those of Atlas.
QList<Event> eventsOf(const Project &project);

/// The types that Atlas knows, as far as anybody here asks for them.
QStringList knownEventTypes();

} // namespace atlassim
