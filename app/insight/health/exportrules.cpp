// SPDX-License-Identifier: Apache-2.0
#include "insight/health/exportrules.h"

#include "buckets/usage/exportgap.h"
#include "buckets/usage/lastexport.h"
#include "buckets/usage/scheduletext.h"
#include "insight/health/findingwords.h"

#include <QCoreApplication>

namespace insight {

namespace {

/// A failure of an export that does not go on by itself is history after so many days.
constexpr int DaysOfFailure = 90;
constexpr qint64 SecondsUntilStuck = 24 * 60 * 60;
/// How far back jobs are read.
constexpr int DaysOfJobs = 400;

/// A cluster's exports to a bucket that the project lists.
struct Exports
{
    const ClusterView &cluster;
    atlas::BucketId bucket;
    ExportTale tale;
};

/// Calls `visit` with the exports of each cluster whose jobs are known.
template<class Visit>
void forEachExports(const ProjectView &project, const Visit &visit)
{
    for (const ClusterView &cluster : project.clusters()) {
        if (!cluster.areJobsKnown || !project.needsJobs(cluster))
            continue;
        for (auto it = cluster.tales.begin(); it != cluster.tales.end(); ++it)
            visit(Exports{cluster, it.key(), it.value()});
    }
}

/// The days after which the cluster's exports are overdue; nothing if they should not run at all.
std::optional<int> expectedWithin(const ClusterView &cluster)
{
    return cluster.schedule ? buckets::mostDaysBetweenExports(
               *cluster.schedule, cluster.facts->cluster.paused.value_or(false))
                            : std::nullopt;
}

/// Calls `visit` with the exports that should go on by themselves, and after how many days without
/// one that is too long. Those of paused clusters should not.
template<class Visit>
void forEachExpected(const ProjectView &project, const Visit &visit)
{
    for (const ClusterView &cluster : project.clusters()) {
        const auto days = expectedWithin(cluster);
        if (!days || !cluster.areJobsKnown || !project.bucket(*cluster.target()))
            continue;
        const Exports exports{cluster, *cluster.target(), cluster.tales.value(*cluster.target())};
        if (!exports.tale.unclearSinceWorked)
            visit(exports, *days);
    }
}

Finding exportFinding(const Rule &rule, const ProjectView &project, const Exports &exports,
                      Severity severity)
{
    Finding finding = rule.findingIn(project.facts(), severity);
    finding.cluster = exports.cluster.name();
    finding.bucket = exports.bucket;
    if (const atlas::ExportBucket *bucket = project.bucket(exports.bucket))
        finding.bucketName = bucket->name();
    return finding;
}

/// The names of both, which messages begin with.
std::vector<atlas::Wording> namesOf(const ProjectView &project, const Exports &exports)
{
    return {exports.cluster.name().toString(), project.nameOf(exports.bucket)};
}

/// Atlas's reason; empty if it gave none.
QString failureReasonOf(const atlas::ExportJob &job)
{
    if (!job.reason)
        return {};
    QStringList parts{job.reason->errorCode, job.reason->message};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

atlas::Wording failureMessage(const ProjectView &project, const Exports &exports)
{
    std::vector<atlas::Wording> values = namesOf(project, exports);
    const QString reason = failureReasonOf(*exports.tale.ended);
    if (reason.isEmpty())
        return findingWords(QT_TRANSLATE_NOOP("insight::Finding",
                                              "The last export of cluster %1 to bucket %2 failed."),
                            values);
    values.emplace_back(reason);
    return findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "The last export of cluster %1 to bucket %2 failed. Atlas: %3"),
        values);
}

int daysBetween(const QDateTime &from, const QDateTime &until)
{
    return static_cast<int>(from.daysTo(until));
}

atlas::Wording listJobs(const Exports &exports)
{
    return findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "In Atlas, check that the cluster takes %2 snapshots, and check its "
                          "export jobs with: atlas backups exports jobs list %1"),
        {exports.cluster.name().toString(),
         buckets::frequencyWording(exports.cluster.schedule->exportTo->frequency)});
}

/// When the schedule became as it is, at the latest, if kept readings prove it.
std::optional<QDateTime> provenSince(const Exports &exports)
{
    return exports.tale.worked ? std::nullopt : exports.cluster.facts->unchangedSince;
}

} // namespace

void findFailedExports(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachExports(project, [&](const Exports &exports) {
        if (!exports.tale.hasFailed() || !project.bucket(exports.bucket))
            return;
        const bool isExpected = exports.cluster.exportsTo(exports.bucket);
        const QDateTime ended = buckets::endOf(*exports.tale.ended);
        if (!isExpected && ended.addDays(DaysOfFailure) < project.now())
            return;
        Finding finding =
            exportFinding(rule, project, exports, isExpected ? rule.worst : rule.mildest);
        finding.since = ended;
        finding.message = failureMessage(project, exports);
        finding.nextStep = isExpected
            ? findingWords(QT_TRANSLATE_NOOP(
                "insight::Finding",
                "Fix the cause, then wait for the next auto export, or export a snapshot now "
                "with: atlas backups exports jobs create"))
            : findingWords(QT_TRANSLATE_NOOP(
                "insight::Finding",
                "Fix the cause, then export the snapshot again with: atlas backups exports jobs "
                "create"));
        found.append(finding);
    });
}

void findOverdueExports(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachExpected(project, [&](const Exports &exports, int days) {
        const auto proven = provenSince(exports);
        const QDateTime last = exports.tale.worked ? buckets::endOf(*exports.tale.worked)
                                                   : proven.value_or(project.now());
        const QDateTime due = last.addDays(days);
        if (due >= project.now())
            return;
        Finding finding = exportFinding(rule, project, exports, rule.worst);
        finding.since = due;
        const char *message = exports.tale.worked
            ? QT_TRANSLATE_N_NOOP("insight::Finding",
                                  "The last successful export of cluster %1 to bucket %2 ended "
                                  "%Ln day(s) ago, although its frequency is %3.")
            : QT_TRANSLATE_N_NOOP("insight::Finding",
                                  "Auto export of cluster %1 to bucket %2 (%3) has been on for at "
                                  "least %Ln day(s), but no export has succeeded.");
        std::vector<atlas::Wording> values = namesOf(project, exports);
        values.push_back(buckets::frequencyWording(exports.cluster.schedule->exportTo->frequency));
        finding.message = countedFindingWords(message, daysBetween(last, project.now()), values);
        finding.nextStep = listJobs(exports);
        found.append(finding);
    });
}

void findExportsNotYet(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachExpected(project, [&](const Exports &exports, int days) {
        const auto proven = provenSince(exports);
        if (exports.tale.worked || exports.tale.hasFailed()
            || (proven && proven->addDays(days) < project.now()))
            return;
        const QDateTime registered = exports.bucket.createdAt();
        const bool isOld = registered.addDays(days) < project.now();
        Finding finding = exportFinding(rule, project, exports, isOld ? rule.worst : rule.mildest);
        // Older jobs than these were not read.
        finding.message = registered.addDays(DaysOfJobs) < project.now()
            ? countedFindingWords(
                QT_TRANSLATE_N_NOOP("insight::Finding",
                                    "Auto export of cluster %1 to bucket %2 is on, but no export "
                                    "has succeeded in the last %Ln day(s)."),
                DaysOfJobs, namesOf(project, exports))
            : findingWords(
                QT_TRANSLATE_NOOP("insight::Finding",
                                  "Auto export of cluster %1 to bucket %2 is on, but no export has "
                                  "succeeded yet."),
                namesOf(project, exports));
        finding.nextStep = isOld
            ? listJobs(exports)
            : findingWords(
                QT_TRANSLATE_NOOP("insight::Finding",
                                  "Wait for the next %1 snapshot, then check exports again."),
                {buckets::frequencyWording(exports.cluster.schedule->exportTo->frequency)});
        found.append(finding);
    });
}

void findStuckExports(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    forEachExports(project, [&](const Exports &exports) {
        const int count = exports.tale.stuckCount(project.now().addSecs(-SecondsUntilStuck));
        if (count == 0)
            return;
        Finding finding = exportFinding(rule, project, exports, rule.worst);
        finding.since = startOf(*exports.tale.waiting.constLast());
        finding.message = countedFindingWords(
            QT_TRANSLATE_N_NOOP("insight::Finding",
                                "%Ln export job(s) of cluster %1 to bucket %2 did not end within "
                                "24 hours."),
            count, namesOf(project, exports));
        finding.nextStep = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "If the export jobs do not end, contact MongoDB support. Check them "
                              "with: atlas backups exports jobs list %1"),
            {exports.cluster.name().toString()});
        found.append(finding);
    });
}

} // namespace insight
