// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/backupschedule.h"

#include <optional>

namespace buckets {

/// How many days may pass between two exports of this frequency before one is late: a little more
/// than lie between them. Nothing if nobody knows.
std::optional<int> mostDaysBetweenExports(const atlas::ExportFrequency &frequency);

/// The same, of the automatic exports that a schedule should bring; nothing if it should bring
/// none, or if that cannot be told: automatic export is off, goes nowhere, or takes snapshots that
/// the schedule has none of; or the cluster is paused.
std::optional<int> mostDaysBetweenExports(const atlas::BackupSchedule &schedule, bool isPaused);

} // namespace buckets
