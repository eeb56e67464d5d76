// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/exportcalendars.h"

#include "buckets/usage/projectusage.h"

#include <algorithm>
#include <tuple>

namespace buckets {

namespace {

/// Whether jobs of the cluster should have been read, and were not.
bool lacksExportJobs(const BackupSchedules::Entry &cluster,
                     const std::optional<ExportJobs::Told> &jobs)
{
    using Reading = BackupSchedules::Reading;
    switch (cluster.reading) {
    case Reading::Unread:
    case Reading::Failed:
        return !jobs || !jobs->isRead;
    case Reading::Read:
        // Nobody asks for those of a cluster that exports nowhere.
        return jobs ? !jobs->isRead : cluster.schedule.exportTo.has_value();
    case Reading::NoBackup:
    case Reading::Flex:
    case Reading::Gone:
        return false;
    }
    Q_UNREACHABLE();
}

/// What rows are sorted by.
auto rankOf(const ExportCalendars::Row &row, const ExportTally &total)
{
    return std::tuple(-total.failed, -total.missed, row.project.name, row.cluster);
}

} // namespace

void ExportCalendars::add(const atlas::Project &project, const ProjectUsage *usage,
                          std::optional<atlas::BucketId> bucket)
{
    ++projects;
    if (!usage)
        return;
    if (usage->isKnown())
        ++readProjects;
    for (const BackupSchedules::Entry &cluster : usage->schedules().entries()) {
        const auto jobs = usage->jobs().jobsOf(cluster.cluster);
        if (lacksExportJobs(cluster, jobs))
            ++unreadClusters;
        if (auto calendar = calendarOf(cluster, jobs, bucket, span))
            rows.append({project, cluster.cluster, *std::move(calendar)});
    }
}

void ExportCalendars::sort()
{
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return rankOf(a, a.calendar.total()) < rankOf(b, b.calendar.total());
    });
}

ExportCalendar ExportCalendars::sum() const
{
    ExportCalendar sum = rows.isEmpty() ? ExportCalendar() : rows.constFirst().calendar;
    for (qsizetype row = 1; row < rows.size(); ++row)
        sum.add(rows[row].calendar);
    const bool isPart = unreadClusters > 0 || readProjects < projects;
    if (isPart && sum.jobs == ExportCalendar::Reading::Whole)
        sum.jobs =
            rows.isEmpty() ? ExportCalendar::Reading::NotRead : ExportCalendar::Reading::Partly;
    return sum;
}

} // namespace buckets
