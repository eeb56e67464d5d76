// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketcolumn.h"
#include "browse/projectusage.h"

#include <QString>
#include <QVariant>

namespace browse {

/// What a cell of the columns UsedBy and LastExport shows.
struct UsageCell
{
    BucketCellKind kind = BucketCellKind::Absent;
    QString text;
    QString toolTip;
    /// A count, or a time.
    QVariant value;
    /// The latest jobs, oldest first. Of LastExport only.
    QList<atlas::ExportJobState> jobs;
};

/// `usage` may be nullptr: not known.
UsageCell usedByCell(const ProjectUsage *usage, atlas::BucketId bucket);
UsageCell lastExportCell(const ProjectUsage *usage, atlas::BucketId bucket);

} // namespace browse
