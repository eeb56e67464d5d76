// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/troublemaker.h"

namespace atlassim::troubled {

namespace {

using enum ExportFrequency;

/// Each export is as old as it may be, and somebody is told, by one of several.
void planAccounts(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-accounts"));
    make.addExporting(QStringLiteral("accounts-daily"), bucket, Daily, Age(46));
    make.addExporting(QStringLiteral("accounts-weekly"), bucket, Weekly, days(8));
    make.addExporting(QStringLiteral("accounts-monthly"), bucket, Monthly, days(34));
    make.addExporting(QStringLiteral("accounts-yearly"), bucket, Yearly, days(369));
    addUsualAlerts(make.project());
    addAlert(make.project(), ExportFailed, {toOwners()}).enabled = false;
    addAlert(make.project(), ExportFailed, {toChannel()});
    addAlert(make.project(), AutoExportFailed, {toNobody(), toPerson()});
}

void planFailuresByHand(TroubleMaker &make, const QString &bucket, const QString &autoBucket)
{
    const QString elsewhere = QStringLiteral("billing-elsewhere");
    make.fail(make.addExporting(elsewhere, autoBucket, Monthly, days(20)), bucket, days(12));
    make.plant("EXPORT_FAILED", "warning", elsewhere, bucket);

    const QString failing = QStringLiteral("billing-by-hand");
    make.fail(make.addIdle(failing), bucket, days(80));
    make.plant("EXPORT_FAILED", "warning", failing, bucket);
    make.plant("NO_EXPORT", "info", failing);

    const QString longAgo = QStringLiteral("billing-long-ago");
    make.fail(make.addIdle(longAgo), bucket, days(100));
    make.plant("NO_EXPORT", "info", longAgo);

    const QString recovered = QStringLiteral("billing-again-by-hand");
    Cluster &cluster = make.addIdle(recovered);
    make.succeed(cluster, bucket, days(9));
    make.fail(cluster, bucket, days(10));
    make.plant("NO_EXPORT", "info", recovered);
}

void planBilling(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-billing"));
    const QString byHand = make.addAws(QStringLiteral("linden-billing-by-hand"));
    const QString failing = QStringLiteral("billing-failing");
    make.fail(make.addExporting(failing, bucket, Monthly, days(20)), bucket, days(3));
    make.plant("EXPORT_FAILED", "critical", failing, bucket);

    const QString never = QStringLiteral("billing-never");
    make.fail(make.addExporting(never, bucket, Monthly), bucket, days(4));
    make.plant("EXPORT_FAILED", "critical", never, bucket);

    const QString again = QStringLiteral("billing-tries-again");
    Cluster &running = make.addExporting(again, bucket, Monthly, days(20));
    make.fail(running, bucket, days(3));
    make.leaveInProgress(running, bucket, Age(1));
    make.plant("EXPORT_FAILED", "critical", again, bucket);

    const QString recovered = QStringLiteral("billing-recovered");
    make.fail(make.addExporting(recovered, bucket, Weekly, days(2)), bucket, days(5));
    const QString cancelled = QStringLiteral("billing-cancelled");
    Cluster &stopped = make.addExporting(cancelled, bucket, Monthly, days(20));
    make.fail(stopped, bucket, days(6));
    make.cancel(stopped, bucket, days(5));
    planFailuresByHand(make, byHand, bucket);
    addExportAlerts(make.project());
}

void planCatalog(TroubleMaker &make)
{
    const QString bucket = make.addGcp(QStringLiteral("linden-catalog"));
    const auto overdue = [&](const char *name, ExportFrequency frequency, Age age) -> Cluster & {
        Cluster &cluster = make.addExporting(QString::fromLatin1(name), bucket, frequency, age);
        make.plant("EXPORT_OVERDUE", "critical", cluster.name, bucket);
        return cluster;
    };
    overdue("catalog-daily", Daily, days(3));
    overdue("catalog-weekly", Weekly, days(10));
    overdue("catalog-monthly", Monthly, days(36));
    overdue("catalog-yearly", Yearly, days(372));
    Cluster &failing = overdue("catalog-failing", Monthly, days(40));
    make.fail(failing, bucket, days(6));
    make.plant("EXPORT_FAILED", "critical", failing.name, bucket);
    make.addExporting(QStringLiteral("catalog-paused"), bucket, Monthly, days(80)).paused = true;
    addExportAlerts(make.project());
}

void planFleet(TroubleMaker &make)
{
    const QString old = make.addAws(QStringLiteral("linden-fleet"), 1, days(60));
    const QString recent = make.addAws(QStringLiteral("linden-fleet-new"), 1, days(34));
    const auto notYet = [&](const char *name, ExportFrequency frequency, const QString &bucket,
                            const char *severity) -> Cluster & {
        Cluster &cluster = make.addExporting(QString::fromLatin1(name), bucket, frequency);
        make.plant("EXPORT_NOT_YET", severity, cluster.name, bucket);
        return cluster;
    };
    notYet("fleet-long", Monthly, old, "warning");
    notYet("fleet-first", Monthly, recent, "info");
    make.queue(notYet("fleet-queued", Weekly, old, "warning"), old, Age(1));
    Cluster &moved = notYet("fleet-moved", Monthly, recent, "info");
    make.succeed(moved, old, days(38));
    make.addExporting(QStringLiteral("fleet-works"), old, Monthly, days(12));
    addExportAlerts(make.project());
}

/// Takes those snapshots away that would be exported.
void takeNone(Cluster &cluster, SnapshotFrequency frequency)
{
    cluster.schedule.rules.removeIf(
        [frequency](const SnapshotRule &rule) { return rule.frequency == frequency; });
}

void planGeodata(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-geodata"));
    const QString missing = QStringLiteral("5c0ffee0c0ffee0000000001");
    const QString never = QStringLiteral("geodata-never");
    takeNone(make.addExporting(never, bucket, Weekly, days(80)), SnapshotFrequency::Weekly);
    make.plant("EXPORT_NEVER_RUNS", "critical", never, bucket);
    takeNone(make.addExporting(QStringLiteral("geodata-works"), bucket, Monthly, days(9)),
             SnapshotFrequency::Weekly);

    const QString lost = QStringLiteral("geodata-lost");
    make.addExporting(lost, missing, Monthly, days(11));
    make.plant("EXPORT_BUCKET_GONE", "critical", lost, missing);

    const QString leftOver = QStringLiteral("geodata-left-over");
    make.addExporting(leftOver, missing, Monthly).schedule.autoExportEnabled = false;
    make.plant("EXPORT_LEFT_OVER", "info", leftOver, missing);
    make.plant("NO_EXPORT", "info", leftOver);
    addExportAlerts(make.project());
}

void planInsight(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-insight"));
    const QString running = QStringLiteral("insight-running");
    make.leaveInProgress(make.addExporting(running, bucket, Weekly, days(3)), bucket, Age(25));
    make.plant("EXPORT_STUCK", "warning", running, bucket);

    const QString queued = QStringLiteral("insight-queued");
    make.queue(make.addExporting(queued, bucket, Monthly, days(15)), bucket, Age(30));
    make.plant("EXPORT_STUCK", "warning", queued, bucket);

    const QString byHand = QStringLiteral("insight-by-hand");
    make.queue(make.addIdle(byHand), bucket, Age(26));
    make.plant("EXPORT_STUCK", "warning", byHand, bucket);
    make.plant("NO_EXPORT", "info", byHand);

    const QString fine = QStringLiteral("insight-long");
    make.leaveInProgress(make.addExporting(fine, bucket, Monthly, days(15)), bucket, Age(23));
    addExportAlerts(make.project());
}

/// Nothing goes by itself, so that nobody need be told.
void planParcel(TroubleMaker &make)
{
    const QString named = make.addAws(QStringLiteral("linden-parcel"));
    const QString unused = make.addAws(QStringLiteral("linden-parcel-old"));
    const QString byHand = make.addAws(QStringLiteral("linden-parcel-by-hand"));
    const QString leftOver = QStringLiteral("parcel-left-over");
    Cluster &cluster = make.addExporting(leftOver, named, Monthly, days(20));
    cluster.schedule.autoExportEnabled = false;
    make.succeed(cluster, unused, days(410));
    make.succeed(cluster, byHand, days(390));
    make.plant("EXPORT_LEFT_OVER", "info", leftOver, named);
    make.plant("NO_EXPORT", "info", leftOver);
    make.plant("UNUSED_BUCKET", "info", {}, unused);

    const QString idle = QStringLiteral("parcel-idle");
    make.addIdle(idle);
    make.plant("NO_EXPORT", "info", idle);
    make.addIdle(QStringLiteral("parcel-without-backup")).backupEnabled = false;
    make.addIdle(QStringLiteral("parcel-flex")).kind = ClusterKind::Flex;
    make.addIdle(QStringLiteral("parcel-gone")).kind = ClusterKind::Gone;
    addUsualAlerts(make.project());
}

} // namespace

QList<Plan> exportPlans()
{
    return {{"Accounts", planAccounts}, {"Billing", planBilling}, {"Catalog", planCatalog},
            {"Fleet", planFleet},       {"Geodata", planGeodata}, {"Insight", planInsight},
            {"Parcel", planParcel}};
}

} // namespace atlassim::troubled
