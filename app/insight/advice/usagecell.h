// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketcellkind.h"
#include "buckets/usage/projectusage.h"

#include <QString>
#include <QVariant>

namespace insight {

/// What a cell of the columns UsedBy and LastExport shows: `…` until it is known, and a dash with
/// the reason in its tooltip if it cannot be read.
struct UsageCell
{
    buckets::BucketCellKind kind = buckets::BucketCellKind::Absent;
    QString text;
    QString toolTip;
    /// How many clusters use the bucket, or when an export last worked; nothing: not known, never.
    QVariant value;
    /// The latest jobs, oldest first. Of LastExport only.
    QList<atlas::ExportJobState> jobs;
    /// Whether it tells of exports that fail.
    bool isTrouble = false;
    /// What a screen reader says in place of the text; empty: the tooltip, for a dash says nothing.
    QString spoken = {};
    /// What is shown in place of the text, for it grows old; empty: the text.
    QString shown = {};
};

/// `usage` may be nullptr: nothing is known yet.
UsageCell usedByCell(const buckets::ProjectUsage *usage, atlas::BucketId bucket);
UsageCell lastExportCell(const buckets::ProjectUsage *usage, atlas::BucketId bucket);

} // namespace insight
