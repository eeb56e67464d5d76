// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/fields/bucketfields.h"
#include "buckets/usage/backupschedules.h"

#include <QList>

namespace buckets {

/// What Atlas tells of a cluster and of its backup schedule, besides its name and its export. What
/// it did not tell is left out.
QList<FieldLine> clusterFields(const BackupSchedules::Entry &entry);

/// `AWS US_EAST_1, Google Cloud CENTRAL_US`; empty if Atlas named no region.
QString regionsText(const atlas::Cluster &cluster);

} // namespace buckets
