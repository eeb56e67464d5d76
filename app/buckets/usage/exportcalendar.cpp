// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/exportcalendar.h"

#include "buckets/usage/exportgap.h"
#include "buckets/usage/lastexport.h"

#include <algorithm>
#include <numeric>

namespace buckets {

namespace {

using Frequency = atlas::ExportFrequency::Kind;
using ScheduleUse = atlas::BackupSchedule::Use;

DayMark markOf(const ExportTally &tally)
{
    if (tally.failed > 0)
        return DayMark::Failed;
    if (tally.missed > 0)
        return DayMark::Missed;
    if (tally.running + tally.cancelled + tally.unclear > 0)
        return DayMark::Pending;
    return tally.succeeded > 0 ? DayMark::Succeeded : DayMark::None;
}

ExportTally tallyOf(const atlas::ExportJobState &state)
{
    using Kind = atlas::ExportJobState::Kind;
    ExportTally tally;
    switch (state.kind()) {
    case Kind::Queued:
    case Kind::InProgress:
        tally.running = 1;
        break;
    case Kind::Successful:
        tally.succeeded = 1;
        break;
    case Kind::Failed:
        tally.failed = 1;
        break;
    case Kind::Cancelled:
        tally.cancelled = 1;
        break;
    case Kind::Unknown:
        tally.unclear = 1;
        break;
    }
    return tally;
}

/// The automatic exports of a cluster that should follow each other.
struct Expected
{
    atlas::BucketId bucket;
    Frequency frequency = Frequency::Unknown;
    int mostDays = 0;
};

/// When the export after so many others is due.
QDateTime dueAfter(const QDateTime &last, Frequency frequency, int exports)
{
    switch (frequency) {
    case Frequency::Daily:
        return last.addDays(exports);
    case Frequency::Weekly:
        return last.addDays(7LL * exports);
    case Frequency::Monthly:
        return last.addMonths(exports);
    case Frequency::Yearly:
        return last.addYears(exports);
    case Frequency::Unknown:
        break;
    }
    Q_UNREACHABLE();
}

/// So many exports are due, at least, on the way from `last` to the first day of a calendar.
int dueBefore(const QDateTime &first, const QDateTime &last, Frequency frequency)
{
    constexpr int DaysOfYear = 366;
    const qint64 days = last.daysTo(first) - 1;
    const int period = frequency == Frequency::Daily ? 1
        : frequency == Frequency::Weekly             ? 7
        : frequency == Frequency::Monthly            ? 31
                                                     : DaysOfYear;
    return static_cast<int>(std::max<qint64>(0, days / period));
}

class MissedExports
{
public:
    MissedExports(ExportCalendar &calendar, const CalendarSpan &span, const Expected &expected)
        : m_calendar(calendar), m_span(span), m_expected(expected)
    { }

    /// The exports that were due between one and the next, if that came too late: as many as fit
    /// between them.
    void addBetween(const QDateTime &last, const QDateTime &next)
    {
        if (last.addDays(m_expected.mostDays) >= next)
            return;
        addDue(last, [this, &last, &next](int number, const QDateTime &due) {
            const QDateTime after = dueAfter(last, m_expected.frequency, number + 1);
            return number == 1 || due.addSecs(due.secsTo(after) / 2) <= next;
        });
    }

    /// The exports that were due since the last one, but for what may still come.
    void addSince(const QDateTime &last)
    {
        const qint64 patience = last.secsTo(last.addDays(m_expected.mostDays))
            - last.secsTo(dueAfter(last, m_expected.frequency, 1));
        addDue(last, [this, patience](int, const QDateTime &due) {
            return due.addSecs(patience) < m_span.now();
        });
    }

private:
    template<class IsMissed>
    void addDue(const QDateTime &last, const IsMissed &isMissed)
    {
        for (int number = 1 + dueBefore(m_span.begin(), last, m_expected.frequency);; ++number) {
            const QDateTime due = dueAfter(last, m_expected.frequency, number);
            if (due > m_span.now() || !isMissed(number, due))
                return;
            ExportTally tally;
            tally.missed = 1;
            if (const auto day = m_span.dayOf(due))
                m_calendar.add(m_span, *day, tally);
        }
    }

    ExportCalendar &m_calendar;
    const CalendarSpan &m_span;
    Expected m_expected;
};

void addMissed(ExportCalendar &calendar, const CalendarSpan &span,
               const QList<atlas::ExportJob> &jobs, const Expected &expected)
{
    MissedExports missed(calendar, span, expected);
    QDateTime last;
    for (auto job = jobs.crbegin(); job != jobs.crend(); ++job) {
        if (job->bucket != expected.bucket)
            continue;
        if (last.isValid())
            missed.addBetween(last, madeAt(*job));
        last = last.isValid() ? std::max(last, endOf(*job)) : endOf(*job);
    }
    if (last.isValid())
        missed.addSince(last);
}

std::optional<Expected> expectedOf(const BackupSchedules::Entry &cluster,
                                   std::optional<atlas::BucketId> bucket)
{
    if (cluster.reading != BackupSchedules::Reading::Read)
        return std::nullopt;
    const auto days =
        mostDaysBetweenExports(cluster.schedule, cluster.details.paused.value_or(false));
    if (!days || (bucket && cluster.schedule.exportTo->bucket != *bucket))
        return std::nullopt;
    const atlas::BackupSchedule::Export &exports = *cluster.schedule.exportTo;
    return Expected{exports.bucket, exports.frequency.kind(), *days};
}

/// Whether the schedule exports to the bucket, or still names it.
bool names(const BackupSchedules::Entry &cluster, std::optional<atlas::BucketId> bucket)
{
    if (cluster.reading != BackupSchedules::Reading::Read || !cluster.schedule.exportTo)
        return false;
    return !bucket || cluster.useOf(*bucket) != ScheduleUse::None;
}

bool exportsTo(const BackupSchedules::Entry &cluster, std::optional<atlas::BucketId> bucket)
{
    return names(cluster, bucket) && cluster.schedule.autoExportEnabled;
}

/// Whether it is known what the schedule should bring, also if that is nothing.
bool isScheduleKnown(const BackupSchedules::Entry &cluster)
{
    using Reading = BackupSchedules::Reading;
    switch (cluster.reading) {
    case Reading::Unread:
    case Reading::Failed:
        return false;
    case Reading::Read:
        return !cluster.schedule.autoExportEnabled || !cluster.schedule.exportTo
            || (cluster.schedule.snapshots
                && mostDaysBetweenExports(cluster.schedule.exportTo->frequency));
    case Reading::NoBackup:
    case Reading::Flex:
    case Reading::Gone:
        return true;
    }
    Q_UNREACHABLE();
}

ExportCalendar::Reading readingOf(const std::optional<ExportJobs::Told> &jobs)
{
    if (!jobs || !jobs->isRead)
        return ExportCalendar::Reading::NotRead;
    return jobs->completeness.isWhole() ? ExportCalendar::Reading::Whole
                                        : ExportCalendar::Reading::Partly;
}

} // namespace

ExportTally &ExportTally::operator+=(const ExportTally &other)
{
    succeeded += other.succeeded;
    failed += other.failed;
    missed += other.missed;
    running += other.running;
    cancelled += other.cancelled;
    unclear += other.unclear;
    return *this;
}

ExportTally ExportCalendar::total() const
{
    return std::accumulate(months.begin(), months.end(), ExportTally(),
                           [](ExportTally sum, const ExportTally &month) { return sum += month; });
}

void ExportCalendar::add(const ExportCalendar &other)
{
    if (jobs != other.jobs)
        jobs = Reading::Partly;
    areMissedKnown = areMissedKnown && other.areMissedKnown;
    for (std::size_t month = 0; month < months.size(); ++month)
        months[month] += other.months[month];
    if (days.isEmpty())
        days = other.days;
    for (qsizetype day = 0; day < std::min(days.size(), other.days.size()); ++day)
        days[day] = std::max(days[day], other.days[day]);
}

void ExportCalendar::add(const CalendarSpan &span, int day, const ExportTally &tally)
{
    if (days.isEmpty())
        days.resize(span.days());
    days[day] = std::max(days[day], markOf(tally));
    months[static_cast<std::size_t>(span.monthOf(day))] += tally;
}

std::optional<ExportCalendar> calendarOf(const BackupSchedules::Entry &cluster,
                                         const std::optional<ExportJobs::Told> &jobs,
                                         std::optional<atlas::BucketId> bucket,
                                         const CalendarSpan &span)
{
    ExportCalendar calendar;
    calendar.jobs = readingOf(jobs);
    // A job that is not here may have been the export.
    calendar.areMissedKnown =
        isScheduleKnown(cluster) && calendar.jobs == ExportCalendar::Reading::Whole;
    if (calendar.jobs == ExportCalendar::Reading::NotRead)
        return names(cluster, bucket) ? std::optional(calendar) : std::nullopt;
    const QList<atlas::ExportJob> outlines = jobs->jobs.outlines();
    for (const atlas::ExportJob &job : outlines) {
        if (!job.bucket || (bucket && job.bucket != bucket))
            continue;
        if (const auto day = span.dayOf(job.state.isEnded() ? endOf(job) : madeAt(job)))
            calendar.add(span, *day, tallyOf(job.state));
    }
    const auto expected = expectedOf(cluster, bucket);
    if (expected && calendar.areMissedKnown)
        addMissed(calendar, span, outlines, *expected);
    const bool isConcerned = exportsTo(cluster, bucket) || !calendar.days.isEmpty();
    return isConcerned ? std::optional(calendar) : std::nullopt;
}

} // namespace buckets
