// SPDX-License-Identifier: Apache-2.0
#include "insight/health/schedulerules.h"

#include "buckets/usage/scheduletext.h"
#include "insight/health/findingwords.h"

#include <QCoreApplication>

namespace insight {

namespace {

Finding clusterFinding(const Rule &rule, const ProjectView &project, const ClusterView &cluster)
{
    Finding finding = rule.findingIn(project.facts(), rule.worst);
    finding.cluster = cluster.name();
    return finding;
}

/// As the other, about the bucket that its schedule names.
Finding scheduleFinding(const Rule &rule, const ProjectView &project, const ClusterView &cluster)
{
    Finding finding = clusterFinding(rule, project, cluster);
    if (!cluster.schedule->exportTo)
        return finding;
    finding.bucket = cluster.schedule->exportTo->bucket;
    if (const atlas::ExportBucket *bucket = project.bucket(*finding.bucket))
        finding.bucketName = bucket->name();
    return finding;
}

atlas::Wording clusterWords(const ClusterView &cluster)
{
    return cluster.name().toString();
}

void sayItHasNoBucket(Finding &finding, const ClusterView &cluster)
{
    finding.message =
        findingWords(QT_TRANSLATE_NOOP(
                         "insight::Finding",
                         "Auto export of cluster %1 is on, but its backup schedule names no export "
                         "bucket, so nothing is exported."),
                     {clusterWords(cluster)});
    finding.nextStep = findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "Set a bucket with: atlas backups schedule update --clusterName %1 "
                          "--exportBucketId ID"),
        {clusterWords(cluster)});
}

void sayItNeverRuns(Finding &finding, const ClusterView &cluster)
{
    const atlas::Wording frequency =
        buckets::frequencyWording(cluster.schedule->exportTo->frequency);
    finding.message = findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "Auto export of cluster %1 is on, but its backup policy takes no %2 "
                          "snapshots, so nothing is exported."),
        {clusterWords(cluster), frequency});
    finding.nextStep = findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "In Atlas, add a policy item with the frequency %2 to the backup "
                          "schedule, or change the frequency of the export with: atlas backups "
                          "schedule update --clusterName %1 --exportFrequencyType"),
        {clusterWords(cluster), frequency});
}

} // namespace

void findNeverRunning(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    for (const ClusterView &cluster : project.clusters()) {
        if (!cluster.hasAutoExport())
            continue;
        const bool hasBucket = cluster.schedule->exportTo.has_value();
        if (hasBucket && !cluster.schedule->neverExports())
            continue;
        Finding finding = scheduleFinding(rule, project, cluster);
        if (hasBucket)
            sayItNeverRuns(finding, cluster);
        else
            sayItHasNoBucket(finding, cluster);
        found.append(finding);
    }
}

void findGoneBuckets(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    if (!project.facts().buckets.isWhole())
        return;
    for (const ClusterView &cluster : project.clusters()) {
        const auto target = cluster.target();
        if (!target || project.bucket(*target))
            continue;
        Finding finding = scheduleFinding(rule, project, cluster);
        finding.message =
            findingWords(QT_TRANSLATE_NOOP(
                             "insight::Finding",
                             "Auto export of cluster %1 goes to bucket %2, which is not registered "
                             "in this project."),
                         {clusterWords(cluster), target->toHex()});
        finding.nextStep = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "Register the bucket in Atlas, then set the new ID with: atlas "
                              "backups schedule update --clusterName %1 --exportBucketId ID"),
            {clusterWords(cluster)});
        found.append(finding);
    }
}

void findLeftOvers(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    for (const ClusterView &cluster : project.clusters()) {
        if (!cluster.schedule || !cluster.schedule->exportTo)
            continue;
        const atlas::BucketId bucket = cluster.schedule->exportTo->bucket;
        if (cluster.schedule->useOf(bucket) != atlas::BackupSchedule::Use::LeftOver)
            continue;
        Finding finding = scheduleFinding(rule, project, cluster);
        finding.message = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "Bucket %2 is still set in the backup schedule of cluster %1, but "
                              "auto export is off, so nothing is exported."),
            {clusterWords(cluster), project.nameOf(bucket)});
        finding.nextStep = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "If snapshots should not be exported, no action is needed. If they "
                              "should, turn on auto export with: atlas backups schedule update "
                              "--clusterName %1 --autoExport"),
            {clusterWords(cluster)});
        found.append(finding);
    }
}

void findNoExport(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    for (const ClusterView &cluster : project.clusters()) {
        if (!cluster.schedule || cluster.schedule->autoExportEnabled)
            continue;
        Finding finding = clusterFinding(rule, project, cluster);
        finding.message = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "Cluster %1 has backups, but auto export is off, so its snapshots "
                              "stay in Atlas."),
            {clusterWords(cluster)});
        finding.nextStep = findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "If snapshots should be exported, turn on auto export with: atlas "
                              "backups schedule update --clusterName %1 --autoExport "
                              "--exportBucketId ID --exportFrequencyType monthly"),
            {clusterWords(cluster)});
        found.append(finding);
    }
}

} // namespace insight
