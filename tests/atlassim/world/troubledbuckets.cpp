// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/troublemaker.h"

namespace atlassim::troubled {

namespace {

using enum ExportFrequency;

void planMissingRoles(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-harbor-roleless"), 1);
    make.addExporting(QStringLiteral("harbor-roleless"), bucket, Daily, Age(20));
    make.removeRoleOf(bucket);
    make.plant("ROLE_GONE", "critical", {}, bucket);

    const QString byHand = make.addAws(QStringLiteral("linden-harbor-by-hand"), 2);
    const QString cluster = QStringLiteral("harbor-by-hand");
    make.succeed(make.addIdle(cluster), byHand, days(30));
    make.removeRoleOf(byHand);
    make.plant("ROLE_GONE", "warning", {}, byHand);
    make.plant("NO_EXPORT", "info", cluster);
}

void planUnauthorisedRoles(TroubleMaker &make)
{
    const QString aws = make.addAws(QStringLiteral("linden-harbor-aws"), 3);
    make.addExporting(QStringLiteral("harbor-aws"), aws, Weekly, days(3));
    make.leaveRoleUnauthorisedOf(aws);
    make.plant("ROLE_NOT_AUTHORIZED", "critical", {}, aws);

    const QString unused = make.addAws(QStringLiteral("linden-harbor-unused"), 4);
    make.leaveRoleUnauthorisedOf(unused);
    make.plant("ROLE_NOT_AUTHORIZED", "warning", {}, unused);
    make.plant("UNUSED_BUCKET", "info", {}, unused);

    const QString gcp = make.addGcp(QStringLiteral("linden-harbor-gcp"), 5);
    make.addExporting(QStringLiteral("harbor-gcp"), gcp, Weekly, days(3));
    make.leaveRoleUnauthorisedOf(gcp);
    make.plant("ROLE_NOT_AUTHORIZED", "critical", {}, gcp);
}

/// The last two roles are well, the way that Azure and Google Cloud say it.
void planHarbor(TroubleMaker &make)
{
    planMissingRoles(make);
    planUnauthorisedRoles(make);
    const QString gcp = make.addGcp(QStringLiteral("linden-harbor-gcp-works"), 6);
    make.addExporting(QStringLiteral("harbor-gcp-works"), gcp, Weekly, days(3));
    const QString azure =
        make.addAzure(QStringLiteral("linden-harbor"), QStringLiteral("linden"), 7);
    make.addExporting(QStringLiteral("harbor-azure-works"), azure, Weekly, days(3));
    addExportAlerts(make.project());
}

/// The first was used by hand, the second was not, the third is in use. In no order of time.
void planTriplicates(TroubleMaker &make)
{
    const QString name = QStringLiteral("linden-journal");
    const QString second = make.addAws(name, 1, days(450));
    const QString first = make.addAws(name, 1, days(500));
    const QString third = make.addAws(name, 1, days(430));
    Cluster &cluster = make.addExporting(QStringLiteral("journal-main"), third, Monthly, days(3));
    make.succeed(cluster, first, days(100));
    make.plant("DUPLICATE_BUCKET", "warning", {}, first);
    make.plant("UNUSED_BUCKET", "info", {}, second);
}

void planJournal(TroubleMaker &make)
{
    planTriplicates(make);
    const QString copies = QStringLiteral("linden-journal-copies");
    const QString account = QStringLiteral("lindenjournal");
    const QString copy = make.addAzure(copies, account, 2, days(500));
    const QString again = make.addAzure(copies, account, 2, days(400));
    // Atlas takes the account's address and the container's.
    make.bucket(again).serviceUrl->append(QLatin1Char('/') + copies);
    make.addExporting(QStringLiteral("journal-copies"), copy, Weekly, days(2));
    make.addExporting(QStringLiteral("journal-copies-again"), again, Weekly, days(2));
    make.plant("DUPLICATE_BUCKET", "warning", {}, copy);

    // Not the same: containers of two accounts, and two roles.
    const QString blobs = QStringLiteral("linden-journal-blobs");
    const QString one = make.addAzure(blobs, QStringLiteral("lindenone"), 2);
    const QString two = make.addAzure(blobs, QStringLiteral("lindentwo"), 2);
    make.addExporting(QStringLiteral("journal-one"), one, Weekly, days(2));
    make.addExporting(QStringLiteral("journal-two"), two, Weekly, days(2));
    const QString split = QStringLiteral("linden-journal-split");
    make.addExporting(QStringLiteral("journal-this"), make.addAws(split, 3), Weekly, days(2));
    make.addExporting(QStringLiteral("journal-that"), make.addAws(split, 4), Weekly, days(2));
    addExportAlerts(make.project());
}

void planKiosk(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-kiosk"));
    const QString azure =
        make.addAzure(QStringLiteral("linden-kiosk"), QStringLiteral("linden"), 2);
    const auto exportFrom = [&](const char *name, const QString &to,
                                const char *region) -> Cluster & {
        Cluster &cluster = make.addExporting(QString::fromLatin1(name), to, Weekly, days(2));
        cluster.regionName = QString::fromLatin1(region);
        return cluster;
    };
    exportFrom("kiosk-far", bucket, "EU_WEST_1");
    make.plant("REGION_DIFFERS", "warning", QStringLiteral("kiosk-far"), bucket);
    exportFrom("kiosk-near", bucket, "US_EAST_1");
    exportFrom("kiosk-both", bucket, "EU_WEST_1").otherRegions = {QStringLiteral("US_EAST_1")};
    exportFrom("kiosk-azure", azure, "EU_WEST_1");
    exportFrom("kiosk-google", bucket, "WESTERN_EUROPE").providerName = QStringLiteral("GCP");
    addExportAlerts(make.project());
}

constexpr const char *SharedName = "linden-shared-archive";

/// Registered first here, and in Market once more.
void planLobby(TroubleMaker &make)
{
    const QString shared = make.addAws(QString::fromLatin1(SharedName), 1, days(300));
    make.addExporting(QStringLiteral("lobby-main"), shared, Weekly, days(2));
    make.plant("SHARED_BUCKET", "info", {}, shared);
    addUsualAlerts(make.project());
    make.plant("NOBODY_TOLD", "warning");
}

void planMarket(TroubleMaker &make)
{
    const QString shared = make.addAws(QString::fromLatin1(SharedName), 1, days(200));
    make.addExporting(QStringLiteral("market-main"), shared, Weekly, days(2));
    addUsualAlerts(make.project());
    addAlert(make.project(), ExportFailed, {toOwners()});
    addAlert(make.project(), AutoExportFailed, {toOwners()}).enabled = false;
    make.plant("NOBODY_TOLD", "warning");
}

void planNursery(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-nursery"));
    make.addExporting(QStringLiteral("nursery-main"), bucket, Weekly, days(2));
    addUsualAlerts(make.project());
    addAlert(make.project(), ExportFailed, {toNobody()});
    addAlert(make.project(), ExportFailed, {toOwners()}).matchers = {
        {QStringLiteral("CLUSTER_NAME"), QStringLiteral("EQUALS"), QStringLiteral("nursery-once")}};
    addAlert(make.project(), AutoExportFailed, {toPerson()});
    make.plant("NOBODY_TOLD", "warning");
}

QString addPrivate(TroubleMaker &make, const char *name, const char *region)
{
    const QString bucket =
        make.addAws(QString::fromLatin1(name), 1, days(500), QString::fromLatin1(region));
    make.bucket(bucket).requirePrivateNetworking = true;
    return bucket;
}

void addExportingIn(TroubleMaker &make, const QString &name, const QString &bucket,
                    const char *region)
{
    make.addExporting(name, bucket, Weekly, days(2)).regionName = QString::fromLatin1(region);
}

void planOrchard(TroubleMaker &make)
{
    const QString virginia = QStringLiteral("US_EAST_1");
    const QString ireland = QStringLiteral("EU_WEST_1");
    const QString cut = addPrivate(make, "linden-orchard-cut", "us-east-1");
    const QString open = addPrivate(make, "linden-orchard", "eu-west-1");
    const QString byHand = addPrivate(make, "linden-orchard-by-hand", "us-west-2");
    const QString plain = make.addAws(QStringLiteral("linden-orchard-plain"), 1, days(500),
                                      QStringLiteral("sa-east-1"));
    const QString waiting = QStringLiteral("orchard-waiting");
    addExportingIn(make, waiting, cut, "US_EAST_1");
    addExportingIn(make, QStringLiteral("orchard-works"), open, "EU_WEST_1");
    addExportingIn(make, QStringLiteral("orchard-plain"), plain, "SA_EAST_1");
    const QString idle = QStringLiteral("orchard-by-hand");
    make.succeed(make.addIdle(idle), byHand, days(30));
    make.plant("NO_EXPORT", "info", idle);

    make.addPrivateEndpoint(virginia, virginia, QStringLiteral("PENDING_ACCEPTANCE"));
    make.addPrivateEndpoint(virginia, ireland, QStringLiteral("ACTIVE"));
    make.addPrivateEndpoint(ireland, ireland, QStringLiteral("FAILED"));
    make.addPrivateEndpoint(ireland, ireland, QStringLiteral("ACTIVE"));
    make.plantForOwners("NO_PRIVATE_ENDPOINT", "warning", waiting, cut);
    addExportAlerts(make.project());
}

/// Listed, but nothing in it may be read.
void planSealed(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-sealed"));
    make.addExporting(QStringLiteral("sealed-main"), bucket, Daily, days(50));
    make.project().refusal =
        AtlasError{401, QStringLiteral("USER_UNAUTHORIZED"),
                   QStringLiteral("The current user is not authorized to access this resource.")};
    make.plant("NOT_READ", "warning");
}

/// Whether the second bucket is in use, only the cluster knows that does not tell.
void planTerrace(TroubleMaker &make)
{
    const QString bucket = make.addAws(QStringLiteral("linden-terrace"));
    make.addAws(QStringLiteral("linden-terrace-perhaps"));
    make.addExporting(QStringLiteral("terrace-main"), bucket, Weekly, days(2));
    make.addIdle(QStringLiteral("terrace-silent")).refusal =
        AtlasError{403, QStringLiteral("RESOURCE_REQUIRES_ACCESS_LIST"),
                   QStringLiteral("This resource requires access through an access list.")};
    addExportAlerts(make.project());
    make.plant("NOT_READ", "warning");
}

/// Nearly the buckets of others; told by alerts for the one cluster that there is.
void planUmbra(TroubleMaker &make)
{
    const QString cluster = QStringLiteral("umbra-main");
    const QString gcp = make.addGcp(QString::fromLatin1(SharedName), 1);
    const QString azure =
        make.addAzure(QStringLiteral("linden-journal-blobs"), QStringLiteral("lindenthree"), 2);
    make.succeed(make.addExporting(cluster, gcp, Weekly, days(2)), azure, days(90));
    addUsualAlerts(make.project());
    for (const QLatin1String event : {ExportFailed, AutoExportFailed})
        addAlert(make.project(), event, {toOwners()}).matchers = {
            {QStringLiteral("CLUSTER_NAME"), QStringLiteral("EQUALS"), cluster}};
}

} // namespace

QList<Plan> bucketPlans()
{
    return {{"Harbor", planHarbor},   {"Journal", planJournal}, {"Kiosk", planKiosk},
            {"Lobby", planLobby},     {"Market", planMarket},   {"Nursery", planNursery},
            {"Orchard", planOrchard}, {"Sealed", planSealed},   {"Terrace", planTerrace},
            {"Umbra", planUmbra}};
}

} // namespace atlassim::troubled
