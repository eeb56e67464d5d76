// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"
#include "atlas/values/scheduledetails.h"

#include <QString>

namespace buckets {

/// `daily`, `monthly`; one that this program does not know as Atlas wrote it, `—` if it wrote
/// nothing.
QString frequencyText(const atlas::ExportFrequency &frequency);
/// The same, for who tells it more than once.
atlas::Wording frequencyWording(const atlas::ExportFrequency &frequency);

/// The same as it stands alone in a cell: `Monthly`.
QString frequencyLabel(const atlas::ExportFrequency &frequency);

/// `every 6 hours, kept for 2 days`, `on the last day of the month, kept for 12 months`.
QString ruleText(const atlas::SnapshotRule &rule);

/// `AWS US_WEST_2: daily, weekly`, with what else Atlas says of the copies.
QString copyText(const atlas::SnapshotCopy &copy);

} // namespace buckets
