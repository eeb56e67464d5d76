// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/sampleworld.h"

#include "tests/atlassim/world/sampleaccess.h"
#include "tests/atlassim/world/samplealerts.h"
#include "tests/atlassim/world/samplebackups.h"

#include <QTimeZone>

#include <array>

namespace atlassim::sample {

namespace {

constexpr qint64 FirstRegistration = 1675209600; // 2023-02-01
constexpr qint64 RegistrationSpan = 103680000; // 1,200 days, to 2026-05-16
constexpr qint64 ProjectsFounded = 0x5f000000; // as their IDs say: 2020-07-04

/// Makes buckets; each has an ID of its own, in no order of time.
class BucketMaker
{
public:
    Bucket aws(const QString &name, const QString &region, quint64 role = 1, bool isPrivate = false)
    {
        Bucket bucket = plain(name, QStringLiteral("AWS"));
        bucket.iamRoleId = objectId(FirstRegistration, 0xa000 + role);
        bucket.region = region;
        bucket.requirePrivateNetworking = isPrivate;
        return bucket;
    }

    Bucket azure(const QString &name, const QString &account, quint64 role = 1)
    {
        Bucket bucket = plain(name, QStringLiteral("AZURE"));
        bucket.roleId = objectId(FirstRegistration, 0xb000 + role);
        bucket.serviceUrl = QString(QStringLiteral("https://") + account
                                    + QStringLiteral(".blob.core.windows.net"));
        // Atlas takes the account's address and the container's.
        if (m_serial % 2 == 0)
            bucket.serviceUrl->append(QLatin1Char('/') + name);
        bucket.tenantId = QStringLiteral("7d9a5c14-2f60-4e3b-b1c8-9e0f4a6d2375");
        return bucket;
    }

    Bucket gcp(const QString &name, quint64 role = 1)
    {
        Bucket bucket = plain(name, QStringLiteral("GCP"));
        bucket.roleId = objectId(FirstRegistration, 0xc000 + role);
        return bucket;
    }

    Bucket plain(const QString &name, const QString &provider)
    {
        ++m_serial;
        constexpr quint64 prime = 2654435761;
        const qint64 time =
            FirstRegistration + qint64(m_serial * prime % quint64(RegistrationSpan));
        return {objectId(time, m_serial), name, provider};
    }

private:
    quint64 m_serial{0};
};

QString numbered(const QString &name, int number)
{
    return QStringLiteral("%1-%2").arg(name).arg(number, 3, 10, QLatin1Char('0'));
}

QString awsRegion(int index)
{
    static constexpr std::array regions{QLatin1String("us-east-1"), QLatin1String("us-west-2"),
                                        QLatin1String("eu-west-1"), QLatin1String("eu-central-1"),
                                        QLatin1String("ap-northeast-2")};
    return regions.at(std::size_t(index) % regions.size());
}

QList<Bucket> regionalBuckets(BucketMaker &make, const QString &name, int count, quint64 role)
{
    QList<Bucket> buckets;
    for (int i = 0; i < count; ++i) {
        const QString region = awsRegion(i);
        const QString base = QString(name + QLatin1Char('-') + region);
        buckets.append(make.aws(numbered(base, i / 5 + 1), region, role, i % 4 == 3));
    }
    return buckets;
}

QList<Bucket> paymentsBuckets(BucketMaker &make, const QString &stage, int count)
{
    const QString base = QString(QStringLiteral("kestrel-payments-") + stage);
    QList<Bucket> buckets;
    for (int i = 0; i < count; ++i) {
        const int number = i / 3 + 1;
        if (i % 3 == 0) {
            const QString name = QString(base + QStringLiteral("-snapshots-") + awsRegion(i));
            buckets.append(make.aws(numbered(name, number), awsRegion(i), 2, i % 2 == 1));
        } else if (i % 3 == 1) {
            buckets.append(make.azure(numbered(QString(base + QStringLiteral("-archive")), number),
                                      QStringLiteral("kestrelpayments") + stage, 2));
        } else {
            buckets.append(
                make.gcp(numbered(QString(base + QStringLiteral("-ledger")), number), 2));
        }
    }
    return buckets;
}

QList<Bucket> oneBucketRegisteredOften(BucketMaker &make, int count)
{
    QList<Bucket> buckets;
    buckets.reserve(count);
    for (int i = 0; i < count; ++i) {
        buckets.append(make.aws(QStringLiteral("atlas-cli-e2e-snapshot-exports"),
                                QStringLiteral("us-east-1"), 4));
    }
    return buckets;
}

QList<Bucket> koreanBuckets(BucketMaker &make)
{
    const QString seoul = QStringLiteral("ap-northeast-2");
    return {
        make.aws(QStringLiteral("gyeolje-unyeong-backup-seoul-01"), seoul, 5),
        make.aws(QStringLiteral("gyeolje-unyeong-backup-seoul-02"), seoul, 5),
        make.aws(QStringLiteral("gyeolje-unyeong-monthly-archive-2024-seoul-compliance-copy"),
                 seoul, 5, true),
        make.aws(QStringLiteral("gyeolje-unyeong-monthly-archive-2025-seoul-compliance-copy"),
                 seoul, 5, true),
        make.aws(QStringLiteral("gyeolje-jeongsan-yearly"), seoul, 6),
        make.azure(QStringLiteral("gyeolje-unyeong-korea-central"),
                   QStringLiteral("gyeoljekoreacentral"), 5),
        make.azure(QStringLiteral("gyeolje-unyeong-korea-south"),
                   QStringLiteral("gyeoljekoreasouth"), 5),
        make.gcp(QStringLiteral("gyeolje-unyeong-asia-northeast3"), 5),
        make.gcp(QStringLiteral("gyeolje-jeongsan-asia-northeast3"), 5),
    };
}

QList<Bucket> searchBuckets(BucketMaker &make)
{
    return {
        make.aws(QStringLiteral("kestrel-search-index-source"), QStringLiteral("us-east-1"), 7),
        make.aws(QStringLiteral("kestrel-search-nightly"), QStringLiteral("us-east-1"), 7),
        make.gcp(QStringLiteral("kestrel-search-relevance-lab"), 7),
        make.gcp(QStringLiteral("kestrel-search-query-logs"), 7),
    };
}

/// Only what Atlas always sends, and a field less on the others.
QList<Bucket> bucketsWithGaps(BucketMaker &make)
{
    QList<Bucket> buckets{
        make.plain(QStringLiteral("kestrel-portal-exports-old"), QStringLiteral("AWS")),
        make.plain(QStringLiteral("kestrel-portal-sessions-old"), QStringLiteral("GCP")),
        make.aws(QStringLiteral("kestrel-portal-exports"), QStringLiteral("eu-west-1"), 12),
        make.azure(QStringLiteral("kestrel-portal-uploads"), QStringLiteral("kestrelportal"), 12),
        make.azure(QStringLiteral("kestrel-portal-audit"), QStringLiteral("kestrelportal"), 12),
    };
    buckets[2].requirePrivateNetworking.reset();
    buckets[2].region.reset();
    buckets[3].tenantId.reset();
    buckets[4].serviceUrl.reset();
    return buckets;
}

QList<Bucket> partnerBuckets(BucketMaker &make)
{
    return {
        make.plain(QStringLiteral("kestrel-partners-frankfurt"), QStringLiteral("OCI")),
        make.aws(QStringLiteral("kestrel-partners-settlement"), QStringLiteral("eu-central-1"), 13),
        make.gcp(QStringLiteral("kestrel-partners-catalogue"), 13),
    };
}

QList<Bucket> longestName(BucketMaker &make)
{
    return {
        make.aws(QStringLiteral("kestrel-disaster-recovery-drill-exports-quarterly-eu-central-01"),
                 QStringLiteral("eu-central-1"), 14, true)};
}

AtlasError notOnAccessList()
{
    const QString address = QStringLiteral("203.0.113.9");
    return {403,
            QStringLiteral("IP_ADDRESS_NOT_ON_ACCESS_LIST"),
            QStringLiteral("IP address %1 is not allowed to access this resource.").arg(address),
            {address}};
}

Project project(QLatin1String id, const QString &name, int clusters, const QList<Bucket> &buckets)
{
    return {id,           name,
            Organisation, QDateTime::fromSecsSinceEpoch(ProjectsFounded, QTimeZone::utc()),
            clusters,     buckets};
}

} // namespace

World world()
{
    BucketMaker make;
    Project legacy = project(Legacy, QStringLiteral("Legacy (IP access list)"), 2, {});
    legacy.refusal = notOnAccessList();

    World world;
    addCredentials(world);
    world.projects = {
        project(IdentityPlatform, QStringLiteral("Identity platform"), 4,
                regionalBuckets(make, QStringLiteral("kestrel-identity"), 7, 1)),
        project(PaymentsProd, QStringLiteral("Payments – prod"), 6,
                paymentsBuckets(make, QStringLiteral("prod"), 31)),
        project(PaymentsStaging, QStringLiteral("Payments – staging"), 2,
                paymentsBuckets(make, QStringLiteral("staging"), 6)),
        project(AtlasCliE2e, QStringLiteral("Atlas CLI E2E"), 5,
                oneBucketRegisteredOften(make, 2508)),
        project(KoreanPayments, QStringLiteral("결제 – 운영"), 3, koreanBuckets(make)),
        project(AnalyticsEu, QStringLiteral("analytics-eu"), 3,
                regionalBuckets(make, QStringLiteral("kestrel-analytics"), 11, 6)),
        project(Search, QStringLiteral("Search"), 2, searchBuckets(make)),
        project(Sandbox, QStringLiteral("sandbox"), 0, {}),
        legacy,
        project(DataWarehouse, QStringLiteral("Data warehouse"), 8,
                regionalBuckets(make, QStringLiteral("kestrel-warehouse"), 240, 10)),
        project(IotTelemetry, QStringLiteral("IoT telemetry"), 7,
                regionalBuckets(make, QStringLiteral("kestrel-telemetry"), 100, 11)),
        project(CustomerPortal, QStringLiteral("Customer portal"), 2, bucketsWithGaps(make)),
        project(PartnerIntegrations, QStringLiteral("Partner integrations"), 1,
                partnerBuckets(make)),
        project(DisasterRecovery, QStringLiteral("Disaster recovery drills"), 1, longestName(make)),
    };
    world.project(PaymentsProd)->buckets.last().iamRoleId = UnauthorisedRole;
    addBackups(world);
    addAccess(world);
    addAlerts(world);
    return world;
}

void addCredentials(World &world)
{
    world.apiKeys.append({PublicKey, PrivateKey});
    world.apiKeys.append({PowerlessPublicKey, PowerlessPrivateKey, false, false});
    world.apiKeys.append({ViewerPublicKey, ViewerPrivateKey, true, false});
    world.apiKeys.append({OwnerPublicKey, OwnerPrivateKey, true, true, true});
    world.serviceAccounts.append({ClientId, ClientSecret});
    world.serviceAccounts.append({ViewerClientId, ViewerClientSecret, true, false});
}

} // namespace atlassim::sample
