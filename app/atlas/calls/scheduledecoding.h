// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/scheduledetails.h"

#include <QJsonObject>

namespace atlas::decoding {

/// How often a schedule takes snapshots, an entry for each item of its policy; nothing if Atlas did
/// not say. What is odd is left out: where a cluster exports to is of use without it.
std::optional<QList<SnapshotRule>> readSnapshotRules(const QJsonObject &schedule);

/// What else a schedule tells. What is odd is left out.
ScheduleDetails readScheduleDetails(const QJsonObject &schedule);

} // namespace atlas::decoding
