// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <Qt>

class QModelIndex;

namespace models {

/// The item data roles of all models, beside Qt's own. Cells have nothing for those that are not
/// about them.
enum ItemRole {
    /// The cell's text as the server wrote it, to be copied; where it is nothing, Qt::DisplayRole
    /// is the same.
    FullTextRole = Qt::UserRole + 1,
    /// The raw value: text as Atlas wrote it, a time, a truth value; nothing if absent.
    ValueRole,
    /// A BucketCellKind, as int.
    CellKindRole,
    /// An atlas::CloudProvider::Kind, as int, for the whole row; nothing if it is about something
    /// else.
    ProviderKindRole,
    /// Whether the row may be out of date.
    StaleRole,
    /// Whether there is nothing but a dash to show.
    AbsentRole,
    /// What a BucketQuery finds the row's buckets by; empty if nothing does.
    TermRole,

    // Of exports to a bucket, and of those of them that fail.

    /// The JobTones of the latest export jobs, oldest first, as a QList<int>.
    JobStripRole,
    /// Whether the cell tells of exports that fail.
    TroubleRole,
    /// A JobTone, as int.
    ToneRole,
    /// Where the snapshot went, as the provider's tools take it; empty if it cannot be told.
    DestinationRole,
    /// What is doubtful about that, in a sentence; empty if nothing is.
    DestinationDoubtRole,
    /// Why the job failed, in a line; empty if Atlas has not told.
    ReasonRole,
    /// The jobs of the cluster's shards, in a line; empty if there are none.
    ComponentsRole,
    /// What whoever started the job has written beside it, in a line; empty if nothing.
    CustomDataRole,

    // Of who uses a bucket.

    /// Whether the export is left over: the schedule names the bucket, but automatic export is off.
    LeftoverRole,
    /// Whether the cluster uses the bucket, and yet exports nothing: it is paused, or takes no
    /// snapshot that would be exported.
    IdleRole,
    /// Whether some of the row's registrations are known not to be used.
    HasUnusedRole,

    // Of projects.

    /// The 24 digits.
    IdRole,
    /// `25 clusters`, or why the project could not be read.
    SummaryRole,
    /// How many buckets, as text: a number, a dash if unreadable, empty if not known.
    BucketCountRole,

    // Of bars.

    /// How many buckets, as it is shown.
    CountTextRole,
    /// Their part of all buckets, as it is shown.
    PartTextRole,
    /// The length of the bar, from 0 to 1; nothing for what is no bar.
    LengthRole,

    // Of findings.

    /// An insight::Severity, as int, for the whole row.
    SeverityRole,
    /// Whether somebody knows of the finding and lives with it.
    AcceptedRole,

    // Of exports over time.

    /// The DayMarks of the days of a cell's month, as a QList<int>; nothing if it is no month, or
    /// if none of them has one.
    DayMarksRole,
    /// Of a month's title: the number of the month, for where no more fits.
    ShortTitleRole,
};
/// The last of them.
inline constexpr ItemRole LastItemRole = ShortTitleRole;

/// The whole text of a cell, as the server wrote it.
QString fullText(const QModelIndex &index);

} // namespace models
