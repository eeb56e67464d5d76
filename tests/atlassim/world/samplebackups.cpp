// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/samplebackups.h"

#include "tests/atlassim/world/backupmaker.h"
#include "tests/atlassim/world/clustermaker.h"
#include "tests/atlassim/world/sampleworld.h"

namespace atlassim::sample {

namespace {

StateReason accessDenied()
{
    return {QStringLiteral("EXPORT_BUCKET_ACCESS_DENIED"),
            QStringLiteral("The role may not write to the bucket: s3:PutObject was denied.")};
}

StateReason snapshotExpired()
{
    return {QStringLiteral("SNAPSHOT_EXPIRED"),
            QStringLiteral("The snapshot expired before it was exported.")};
}

StateReason roleNotFound()
{
    return {QStringLiteral("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"),
            QStringLiteral("The role that the bucket was registered with is no longer in the "
                           "project.")};
}

void leaveInProgress(ExportJob &job)
{
    job.totalCollections = 1184;
    job.advanceTo(417);
}

void stopExporting(Cluster &cluster, const QDate &since)
{
    cluster.schedule.autoExportEnabled = false;
    cluster.exportJobs.removeIf(
        [&](const ExportJob &job) { return job.createdAt.date() >= since; });
}

void planPaymentsProd(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-payments-prod"));
    Cluster &cards = make.addExporting(0);
    make.exportOnDemand(cards, 0);
    failPartly(recentJob(cards, 7), accessDenied());
    failPartly(recentJob(cards, 8), accessDenied());
    Cluster &transfers = make.addExporting(0);
    make.exportOnDemand(transfers, 0);
    leaveInProgress(recentJob(transfers));
    ExportJob &stopped = recentJob(transfers, 11);
    stopped.exportedCollections = stopped.totalCollections / 2;
    stopped.cancel(stopped.createdAt.addSecs(240));
    make.addExporting(0, ExportFrequency::Yearly).type = ClusterType::Sharded;
    stopExporting(make.addExporting(LeftoverExportBucket), {2025, 12, 1});
    make.addIdle().kind = ClusterKind::Flex;
    make.addIdle().backupEnabled = false;
}

void planPaymentsStaging(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-payments-staging"));
    ExportJob &job = recentJob(make.addExporting(0), 2);
    job.exportedCollections = 0;
    job.cancel(job.createdAt.addSecs(95));
    make.addIdle().backupEnabled = false;
}

void planIdentityPlatform(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-identity"));
    make.addExporting(0);
    failPartly(recentJob(make.addExporting(0), 5), snapshotExpired());
    make.addExporting(1, ExportFrequency::Yearly);
    make.addIdle();
}

/// Exports on demand alone, of clusters without collections; the last one is deleted meanwhile.
void planAtlasCliE2e(Project &project)
{
    ClusterMaker make(project, QStringLiteral("e2e-cluster"));
    for (const qsizetype bucket : {0, 1, 3, 8}) {
        Cluster &cluster = make.addIdle();
        make.exportOnDemand(cluster, bucket);
        for (ExportJob &job : cluster.exportJobs) {
            job.totalCollections = 0;
            job.exportedCollections = 0;
        }
    }
    make.addIdle().kind = ClusterKind::Gone;
}

void planKoreanPayments(Project &project)
{
    ClusterMaker make(project, QStringLiteral("gyeolje-unyeong"));
    make.addExporting(0);
    make.addExporting(2);
    make.addExporting(4, ExportFrequency::Yearly).type = ClusterType::Sharded;
}

void planAnalyticsEu(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-analytics"));
    make.addExporting(0).type = ClusterType::Sharded;
    Cluster &events = make.addExporting(1);
    for (const qsizetype before : {0, 1, 4})
        failPartly(recentJob(events, before), accessDenied());
    make.addExporting(3);
}

/// Since the role went, every export fails.
void planSearch(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-search"));
    Cluster &index = make.addExporting(0);
    for (const qsizetype before : {0, 1, 2}) {
        ExportJob &job = recentJob(index, before);
        job.exportedCollections = 0;
        job.fail(job.createdAt.addSecs(12), roleNotFound());
    }
    make.addIdle();
}

void planLegacy(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-legacy"));
    make.addIdle();
    make.addIdle();
}

void planDataWarehouse(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-warehouse"));
    for (const qsizetype bucket : {0, 1, 2, 3, 6, 6})
        make.addExporting(bucket).type = ClusterType::GeoSharded;
    ExportJob &job = recentJob(project.clusters.last());
    job.exportedCollections = 0;
    job.finishedAt.reset();
    job.state = ExportState::Queued;
    make.addExporting(7, ExportFrequency::Yearly);
    make.addIdle();
}

void planIotTelemetry(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-telemetry"));
    for (const qsizetype bucket : {0, 0, 2, 3})
        make.addExporting(bucket).type = ClusterType::Sharded;
    failPartly(recentJob(make.addExporting(7), 3), snapshotExpired());
    make.addIdle().kind = ClusterKind::Flex;
    make.addIdle().kind = ClusterKind::Flex;
}

void planCustomerPortal(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-portal"));
    make.addExporting(3);
    stopExporting(make.addExporting(0), {2025, 9, 1});
}

void planPartnerIntegrations(Project &project)
{
    ClusterMaker(project, QStringLiteral("kestrel-partners")).addExporting(1);
}

void planDisasterRecovery(Project &project)
{
    ClusterMaker make(project, QStringLiteral("kestrel-drill"));
    make.addExporting(0, ExportFrequency::Yearly);
}

struct Plan
{
    QLatin1String project;
    void (*carryOut)(Project &);
};

} // namespace

void addBackups(World &world)
{
    static constexpr Plan plans[]{
        {IdentityPlatform, planIdentityPlatform},
        {PaymentsProd, planPaymentsProd},
        {PaymentsStaging, planPaymentsStaging},
        {AtlasCliE2e, planAtlasCliE2e},
        {KoreanPayments, planKoreanPayments},
        {AnalyticsEu, planAnalyticsEu},
        {Search, planSearch},
        {Legacy, planLegacy},
        {DataWarehouse, planDataWarehouse},
        {IotTelemetry, planIotTelemetry},
        {CustomerPortal, planCustomerPortal},
        {PartnerIntegrations, planPartnerIntegrations},
        {DisasterRecovery, planDisasterRecovery},
    };
    for (const Plan &plan : plans)
        plan.carryOut(*world.project(plan.project));
}

} // namespace atlassim::sample
