// SPDX-License-Identifier: Apache-2.0
#include "findingcases.h"

using namespace Qt::Literals::StringLiterals;
using namespace healthfacts;

namespace {

using Jobs = QList<atlas::ExportJob>;

const atlas::BucketId B = bucketId(1);

/// One cluster, whose automatic export to the project's bucket is on.
insight::ProjectFacts exporting(const Jobs &jobs, const char *frequency = "daily")
{
    return project(1, {awsBucket(B)}, {cluster(u"reed"_s, schedule(B, frequency), jobs)});
}

/// The same, but it was registered so many days ago.
insight::ProjectFacts exportingToNew(double age, const char *frequency)
{
    const atlas::BucketId bucket = bucketId(1, age);
    return project(1, {awsBucket(bucket)}, {cluster(u"reed"_s, schedule(bucket, frequency), {})});
}

/// One cluster without automatic export, beside one that keeps the bucket in use.
insight::ProjectFacts exportingByHand(const Jobs &jobs)
{
    insight::ProjectFacts facts = healthyProject();
    facts.clusters.value.append(cluster(u"fern"_s, scheduleWithoutExport(), jobs));
    return facts;
}

insight::ProjectFacts provenFor(double days, const Jobs &jobs, const char *frequency)
{
    insight::ProjectFacts facts = exporting(jobs, frequency);
    facts.clusters.value.first().unchangedSince = daysAgo(days);
    return facts;
}

insight::ProjectFacts paused(insight::ProjectFacts facts)
{
    facts.clusters.value.first().cluster.paused = true;
    return facts;
}

template<class Change>
insight::ProjectFacts withSchedule(insight::ProjectFacts facts, const Change &change)
{
    change(*facts.clusters.value.first().schedule.value);
    return facts;
}

QList<FindingCase> failures()
{
    return {
        {"all is well", healthyProject(), {}},
        {"nothing there", project(), {}},
        {"the newest failed", exporting({job(B, "Failed", 0.5), job(B, "Successful", 1)}),
         u"EXPORT_FAILED critical reed acorn"_s},
        {"failed long ago, and none since", exporting({job(B, "Failed", 95)}, "yearly"),
         u"EXPORT_FAILED critical reed acorn"_s},
        {"failed, then worked", exporting({job(B, "Successful", 0.5), job(B, "Failed", 1)}), {}},
        {"failed, then cancelled",
         exporting({job(B, "Cancelled", 0.3), job(B, "Failed", 0.5), job(B, "Successful", 1)}),
         {}},
        {"failed, the next is under way",
         exporting({job(B, "InProgress", 0.1), job(B, "Failed", 0.5), job(B, "Successful", 1)}),
         u"EXPORT_FAILED critical reed acorn"_s},
        {"failed, then a state that came later",
         exporting({job(B, "Melted", 0.1), job(B, "Failed", 0.5), job(B, "Successful", 1)}),
         u"NOT_READ warning - -"_s},
        {"a state that came later, then worked",
         exporting({job(B, "Successful", 0.1), job(B, "Melted", 0.5)}),
         {}},
        {"failed to a bucket that is gone",
         exporting({job(bucketId(9), "Failed", 0.1), job(B, "Successful", 0.5)}),
         {}},
        {"by hand, 90 days ago", exportingByHand({job(B, "Failed", 90)}),
         u"EXPORT_FAILED warning fern acorn\nNO_EXPORT info fern -"_s},
        {"by hand, longer ago", exportingByHand({job(B, "Failed", 90.01)}),
         u"NO_EXPORT info fern -"_s},
        {"stuck in the queue", exporting({job(B, "Queued", 1.01), job(B, "Successful", 1.5)}),
         u"EXPORT_STUCK warning reed acorn"_s},
        {"stuck under way, one row for all",
         exporting({job(B, "InProgress", 1.1), job(B, "Queued", 1.2), job(B, "Successful", 1.5)}),
         u"EXPORT_STUCK warning reed acorn"_s},
        {"under way for a day",
         exporting({job(B, "InProgress", 1), job(B, "Successful", 1.5)}),
         {}},
        {"a state that came later is not stuck",
         exporting({job(B, "Successful", 0.1), job(B, "Melted", 9)}),
         {}},
    };
}

QList<FindingCase> delays()
{
    const QString overdue = u"EXPORT_OVERDUE critical reed acorn"_s;
    const QString soon = u"EXPORT_NOT_YET info reed acorn"_s;
    const QString late = u"EXPORT_NOT_YET warning reed acorn"_s;
    return {
        {"daily, in time", exporting({job(B, "Successful", 2)}), {}},
        {"daily, late", exporting({job(B, "Successful", 2.01)}), overdue},
        {"weekly, in time", exporting({job(B, "Successful", 9)}, "weekly"), {}},
        {"weekly, late", exporting({job(B, "Successful", 9.01)}, "weekly"), overdue},
        {"monthly, in time", exporting({job(B, "Successful", 35)}, "monthly"), {}},
        {"monthly, late", exporting({job(B, "Successful", 35.01)}, "monthly"), overdue},
        {"yearly, in time", exporting({job(B, "Successful", 370)}, "yearly"), {}},
        {"yearly, late", exporting({job(B, "Successful", 370.01)}, "yearly"), overdue},
        {"another frequency",
         withSchedule(exporting({job(B, "Successful", 99)}, "hourly"),
                      [](atlas::BackupSchedule &schedule) {
                          schedule.snapshots->first().frequency = schedule.exportTo->frequency;
                      }),
         {}},
        {"late, but a state that came later is newer",
         exporting({job(B, "Melted", 1), job(B, "Successful", 4)}), u"NOT_READ warning - -"_s},
        {"late and failed", exporting({job(B, "Failed", 1), job(B, "Successful", 4)}),
         u"EXPORT_FAILED critical reed acorn\n"_s + overdue},
        {"another cluster works",
         project(1, {awsBucket(B)},
                 {cluster(u"reed"_s, schedule(B), {job(B, "Successful", 4)}),
                  cluster(u"fern"_s, schedule(B), {job(B, "Successful", 1)})}),
         overdue},
        {"late and paused", paused(exporting({job(B, "Successful", 4)})), {}},
        {"none and paused", paused(exporting({})), {}},
        {"the clock went back", exporting({job(B, "Successful", -3)}), {}},
        {"none, registered in time", exportingToNew(2, "daily"), soon},
        {"none, registered long ago", exportingToNew(2.01, "daily"), late},
        {"none, yearly", exportingToNew(370, "yearly"), soon},
        {"none, yearly, registered long ago", exportingToNew(370.01, "yearly"), late},
        {"none, but one failed", exporting({job(B, "Failed", 1)}),
         u"EXPORT_FAILED critical reed acorn"_s},
        {"none, but one was cancelled", exporting({job(B, "Cancelled", 1)}), late},
        {"none, proven for long", provenFor(2.01, {}, "daily"), overdue},
        {"none, proven for less", provenFor(2, {}, "daily"), late},
        {"none but failures, proven for long", provenFor(3, {job(B, "Failed", 1)}, "daily"),
         u"EXPORT_FAILED critical reed acorn\n"_s + overdue},
        {"what is proven is of no use once one worked",
         provenFor(30, {job(B, "Successful", 1)}, "daily"),
         {}},
    };
}

QList<FindingCase> schedules()
{
    const insight::ProjectFacts fine = healthyProject();
    insight::ProjectFacts free = project(1, {}, {cluster(u"moss"_s, scheduleWithoutExport())});
    free.clusters.value.first().cluster.isFree = true;
    insight::ProjectFacts off = project(1, {}, {cluster(u"moss"_s, scheduleWithoutExport())});
    off.clusters.value.first().cluster.backupEnabled = false;
    insight::ProjectFacts without = project(1, {}, {cluster(u"moss"_s, scheduleWithoutExport())});
    without.clusters.value.first().schedule.value.reset();
    insight::ProjectFacts gone = project(1, {}, {cluster(u"moss"_s, scheduleWithoutExport())});
    gone.clusters.value.first().schedule = {{}, {}, error(404, u"CLUSTER_NOT_FOUND"_s)};
    return {
        {"no snapshot of the frequency",
         withSchedule(fine, [](auto &schedule) { schedule.snapshots->removeFirst(); }),
         u"EXPORT_NEVER_RUNS critical reed acorn"_s},
        {"no snapshots at all",
         withSchedule(fine, [](auto &schedule) { schedule.snapshots->clear(); }),
         u"EXPORT_NEVER_RUNS critical reed acorn"_s},
        {"Atlas does not tell of snapshots",
         withSchedule(fine, [](auto &schedule) { schedule.snapshots.reset(); }),
         {}},
        {"on, without a bucket",
         withSchedule(fine, [](auto &schedule) { schedule.exportTo.reset(); }),
         u"EXPORT_NEVER_RUNS critical reed -"_s},
        {"a bucket that is not listed",
         withSchedule(fine, [](auto &schedule) { schedule.exportTo->bucket = bucketId(7); }),
         u"EXPORT_BUCKET_GONE critical reed -"_s},
        {"a bucket that is not listed, but off",
         withSchedule(fine,
                      [](auto &schedule) {
                          schedule.exportTo->bucket = bucketId(7);
                          schedule.autoExportEnabled = false;
                      }),
         u"NO_EXPORT info reed -\nEXPORT_LEFT_OVER info reed -"_s},
        {"still set, but off",
         withSchedule(fine, [](auto &schedule) { schedule.autoExportEnabled = false; }),
         u"NO_EXPORT info reed -\nEXPORT_LEFT_OVER info reed acorn"_s},
        {"backups without export", project(1, {}, {cluster(u"moss"_s, scheduleWithoutExport())}),
         u"NO_EXPORT info moss -"_s},
        {"a free cluster", free, {}},
        {"no backups", off, {}},
        {"no schedule", without, {}},
        {"a cluster that is gone", gone, {}},
    };
}

} // namespace

QList<FindingCase> exportCases()
{
    return failures() + delays() + schedules();
}
