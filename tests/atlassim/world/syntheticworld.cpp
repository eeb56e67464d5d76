// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/accessmaker.h"
#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/backupmaker.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/atlassim/world/world.h"

#include <QTimeZone>

#include <array>

namespace atlassim {

namespace {

constexpr qint64 FirstRegistration = 1672531200; // 2023-01-01
constexpr qint64 LastRegistration = 1767225600; // 2026-01-01

constexpr std::array<const char *, 16> Teams{
    "payments", "orders", "ledger",  "search",  "analytics", "telemetry", "identity", "media",
    "billing",  "fraud",  "catalog", "routing", "crm",       "pricing",   "consent",  "features"};
constexpr std::array<const char *, 6> Purposes{"backup",  "export",     "snapshots",
                                               "archive", "compliance", "lake"};
constexpr std::array<const char *, 4> Stages{"prod", "staging", "dev", "dr"};
constexpr std::array<const char *, 6> AwsRegions{"us-east-1",  "us-west-2",      "eu-west-1",
                                                 "eu-north-1", "ap-northeast-2", "sa-east-1"};
constexpr std::array<const char *, 3> GcpRegions{"europe-west4", "us-central1", "asia-northeast3"};

/// Takes small numbers off a large one that looks like chance and is the same for each serial.
class Dice
{
public:
    explicit Dice(quint64 serial) : m_left(serial * 0x9e3779b97f4a7c15)
    {
        m_left = (m_left ^ (m_left >> 31)) * 0xbf58476d1ce4e5b9;
        m_left ^= m_left >> 29;
    }

    /// Below `sides`.
    quint64 roll(quint64 sides)
    {
        const quint64 number = m_left % sides;
        m_left /= sides;
        return number;
    }

    template<size_t Size>
    QLatin1String pick(const std::array<const char *, Size> &words)
    {
        return QLatin1String(words[size_t(roll(Size))]);
    }

private:
    quint64 m_left;
};

/// The roles of one project; its buckets share their texts.
struct Roles
{
    std::array<QString, 4> aws{};
    std::array<QString, 2> azure{};
    std::array<QString, 2> gcp{};
    QString tenant{};
};

Roles rolesOf(quint64 project)
{
    constexpr quint64 most = 8;
    quint64 serial = project * most;
    Roles roles;
    const auto name = [&](QString &role) {
        role = objectId(FirstRegistration + qint64(project) * 3600, serial++);
    };
    for (QString &role : roles.aws)
        name(role);
    for (QString &role : roles.azure)
        name(role);
    for (QString &role : roles.gcp)
        name(role);
    roles.tenant = QStringLiteral("3f1c2b7a-0d3e-4b52-9a77-5be0c1a4d901");
    return roles;
}

/// Spreads the serials over the years out of order, so that no list is sorted by ID.
qint64 registrationTime(quint64 serial)
{
    constexpr quint64 prime = 2654435761;
    return FirstRegistration
        + qint64(serial * prime % quint64(LastRegistration - FirstRegistration));
}

/// What people call a bucket; four of five bear a suffix as tools append it.
QString bucketName(Dice &dice, QLatin1String region)
{
    QString name = dice.pick(Teams) + QLatin1Char('-') + dice.pick(Purposes) + QLatin1Char('-')
        + dice.pick(Stages);
    if (region.size() > 0)
        name += QLatin1Char('-') + region;
    if (dice.roll(5) > 0)
        name += QLatin1Char('-') + QString::number(dice.roll(0x1000000), 36);
    return name;
}

void makeAws(Bucket &bucket, Dice &dice, const Roles &roles)
{
    const QLatin1String region = dice.pick(AwsRegions);
    bucket.cloudProvider = QStringLiteral("AWS");
    bucket.iamRoleId = roles.aws[size_t(dice.roll(roles.aws.size()))];
    bucket.region = region;
    bucket.requirePrivateNetworking = dice.roll(4) == 0;
    bucket.bucketName = bucketName(dice, region);
}

void makeAzure(Bucket &bucket, Dice &dice, const Roles &roles)
{
    bucket.cloudProvider = QStringLiteral("AZURE");
    bucket.roleId = roles.azure[size_t(dice.roll(roles.azure.size()))];
    bucket.serviceUrl = QString(QStringLiteral("https://kestrel") + dice.pick(Teams)
                                + QStringLiteral(".blob.core.windows.net"));
    bucket.tenantId = roles.tenant;
    bucket.bucketName = bucketName(dice, {});
}

void makeGcp(Bucket &bucket, Dice &dice, const Roles &roles)
{
    bucket.cloudProvider = QStringLiteral("GCP");
    bucket.roleId = roles.gcp[size_t(dice.roll(roles.gcp.size()))];
    bucket.bucketName = bucketName(dice, dice.pick(GcpRegions));
}

Bucket syntheticBucket(quint64 serial, const Roles &roles)
{
    Bucket bucket{objectId(registrationTime(serial), serial)};
    Dice dice(serial);
    const quint64 percent = dice.roll(100);
    if (percent < 60)
        makeAws(bucket, dice, roles);
    else if (percent < 85)
        makeAzure(bucket, dice, roles);
    else
        makeGcp(bucket, dice, roles);
    return bucket;
}

/// One in sixteen is the bucket before it, registered once more.
void addBuckets(Project &project, quint64 &serial, int count, const Roles &roles)
{
    project.buckets.reserve(count);
    for (int i = 0; i < count; ++i) {
        ++serial;
        if (i > 0 && serial % 16 == 0) {
            project.buckets.append(project.buckets.last());
            project.buckets.last().id = objectId(registrationTime(serial), serial);
        } else {
            project.buckets.append(syntheticBucket(serial, roles));
        }
    }
}

QString projectName(quint64 number)
{
    const quint64 stage = number % Stages.size();
    const quint64 team = number / Stages.size();
    QString name = QLatin1String(Teams[size_t(team % Teams.size())]) + QLatin1Char('-')
        + QLatin1String(Stages[size_t(stage)]);
    if (const quint64 round = team / Teams.size(); round > 0)
        name += QLatin1Char('-') + QString::number(round + 1);
    return name;
}

Project syntheticProject(quint64 number)
{
    const qint64 created = FirstRegistration + qint64(number) * 3600;
    return {objectId(created, number), projectName(number), objectId(FirstRegistration, 0),
            QDateTime::fromSecsSinceEpoch(created, QTimeZone::utc()), int(number % 25)};
}

/// Each project has so many clusters as it says, or as are asked for.
World syntheticWorld(int projects, int bucketsEach, std::optional<int> clustersEach)
{
    World world;
    sample::addCredentials(world);
    world.projects.reserve(projects);
    quint64 serial = 0;
    for (int number = 1; number <= projects; ++number) {
        Project project = syntheticProject(quint64(number));
        addBuckets(project, serial, bucketsEach, rolesOf(quint64(number)));
        addClusters(project, clustersEach.value_or(project.clusterCount), 3);
        project.cloudProviderAccess = accessFor(project.buckets);
        world.projects.append(project);
    }
    return world;
}

} // namespace

World World::withProjects(int projects, int bucketsEach)
{
    return syntheticWorld(projects, bucketsEach, std::nullopt);
}

World World::withClusters(int projects, int bucketsEach, int clustersEach)
{
    World world = syntheticWorld(projects, bucketsEach, clustersEach);
    for (Project &project : world.projects)
        addExportAlerts(project);
    return world;
}

} // namespace atlassim
