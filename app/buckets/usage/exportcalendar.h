// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/backupschedules.h"
#include "buckets/usage/calendarspan.h"
#include "buckets/usage/exportjobs.h"

#include <QList>

#include <array>
#include <optional>

namespace buckets {

/// How the exports of some time went, in numbers.
struct ExportTally
{
    int succeeded = 0;
    int failed = 0;
    /// Due by the schedule as it is now, and never made.
    int missed = 0;
    /// Queued or in progress.
    int running = 0;
    int cancelled = 0;
    /// In a state that this program does not know.
    int unclear = 0;

    bool isEmpty() const { return *this == ExportTally(); }
    ExportTally &operator+=(const ExportTally &other);

    friend bool operator==(const ExportTally &, const ExportTally &) = default;
};

/// What a day's exports come to. The worst of a day counts, which is the last here.
enum class DayMark : quint8 {
    None,
    Succeeded,
    /// Not ended, cancelled, or not clear.
    Pending,
    Missed,
    Failed,
};

/// The exports of a cluster, or of some together, day by day and month by month.
struct ExportCalendar
{
    enum class Reading {
        /// No jobs are known: nothing can be said of any day.
        NotRead,
        /// Some are.
        Partly,
        Whole,
    };

    Reading jobs = Reading::Whole;
    /// Whether `missed` says all: the schedules could be read.
    bool areMissedKnown = true;
    /// As those of the span.
    std::array<ExportTally, CalendarSpan::Months> months{};
    /// As those of the span; empty if none has a mark.
    QList<DayMark> days{};

    ExportTally total() const;
    /// Adds the exports of others, of the same span.
    void add(const ExportCalendar &other);
    /// Adds exports to a day of `span`.
    void add(const CalendarSpan &span, int day, const ExportTally &tally);

    friend bool operator==(const ExportCalendar &, const ExportCalendar &) = default;
};

/// The exports of one cluster, to `bucket` or to any, as far as they are known. A job is of the day
/// that it ended on or, until then, was made on. An export counts as missed only if the cluster's
/// automatic export goes there now, had begun to, and then none was made, good or bad, for longer
/// than mostDaysBetweenExports(). Nothing if the cluster has nothing to do with the bucket.
std::optional<ExportCalendar> calendarOf(const BackupSchedules::Entry &cluster,
                                         const std::optional<ExportJobs::Told> &jobs,
                                         std::optional<atlas::BucketId> bucket,
                                         const CalendarSpan &span);

} // namespace buckets
