// SPDX-License-Identifier: Apache-2.0
#include "healthfacts.h"

#include "atlas/values/utc.h"
#include "insight/health/rules.h"

using namespace Qt::Literals::StringLiterals;

namespace healthfacts {

namespace {

constexpr double SecondsADay = 24 * 60 * 60;

QString hexId(const QDateTime &made, int number)
{
    return u"%1%2"_s.arg(made.toSecsSinceEpoch(), 8, 16, QChar(u'0'))
        .arg(number, 16, 16, QChar(u'0'));
}

atlas::SnapshotRule snapshots(const char *frequency)
{
    return {u"item"_s, atlas::ExportFrequency::fromApi(QString::fromLatin1(frequency)), 1, {}};
}

atlas::AlertConfiguration alert(const QString &event)
{
    return {event, true, 1, {}};
}

} // namespace

QDateTime now()
{
    return QDateTime({2026, 11, 1}, {12, 0}, atlas::Utc);
}

QDateTime daysAgo(double days)
{
    return now().addSecs(-qRound64(days * SecondsADay));
}

atlas::BucketId bucketId(int number, double age)
{
    return *atlas::BucketId::fromHex(hexId(daysAgo(age), number));
}

atlas::ProjectId projectId(int number)
{
    return *atlas::ProjectId::fromHex(hexId(daysAgo(1000), number));
}

atlas::ClusterName clusterName(const QString &name)
{
    return *atlas::ClusterName::fromString(name);
}

atlas::ExportBucket awsBucket(atlas::BucketId id, const QString &name)
{
    atlas::ExportBucket bucket;
    bucket.id = id;
    bucket.text(atlas::BucketField::Name) = name;
    bucket.text(atlas::BucketField::Provider) = u"AWS"_s;
    bucket.text(atlas::BucketField::Region) = u"us-east-1"_s;
    bucket.text(atlas::BucketField::RoleId) = u"oak"_s;
    return bucket;
}

atlas::ExportBucket azureBucket(atlas::BucketId id, const QString &name, const QString &serviceUrl)
{
    atlas::ExportBucket bucket;
    bucket.id = id;
    bucket.text(atlas::BucketField::Name) = name;
    bucket.text(atlas::BucketField::Provider) = u"AZURE"_s;
    bucket.text(atlas::BucketField::RoleId) = u"ash"_s;
    bucket.text(atlas::BucketField::ServiceUrl) = serviceUrl;
    return bucket;
}

atlas::BackupSchedule schedule(atlas::BucketId bucket, const char *frequency)
{
    atlas::BackupSchedule made = scheduleWithoutExport();
    made.autoExportEnabled = true;
    made.exportTo = atlas::BackupSchedule::Export{
        bucket, atlas::ExportFrequency::fromApi(QString::fromLatin1(frequency))};
    return made;
}

atlas::BackupSchedule scheduleWithoutExport()
{
    atlas::BackupSchedule made;
    made.snapshots = {snapshots("daily"), snapshots("weekly"), snapshots("monthly"),
                      snapshots("yearly")};
    return made;
}

atlas::ExportJob job(atlas::BucketId bucket, const char *state, double age)
{
    atlas::ExportJob made;
    made.bucket = bucket;
    made.state = atlas::ExportJobState::fromApi(QString::fromLatin1(state));
    made.created = daysAgo(age);
    if (made.state.isEnded())
        made.finished = made.created;
    return made;
}

insight::ClusterFacts cluster(const QString &name, const atlas::BackupSchedule &schedule,
                              const QList<atlas::ExportJob> &jobs)
{
    insight::ClusterFacts facts;
    facts.cluster.name = clusterName(name);
    facts.cluster.backupEnabled = true;
    facts.cluster.paused = false;
    facts.cluster.regions = {{u"AWS"_s, u"US_EAST_1"_s}};
    facts.schedule = whole(std::optional(schedule));
    facts.jobs = whole(jobs);
    return facts;
}

atlas::CloudProviderRoles roles()
{
    using Kind = atlas::CloudProvider::Kind;
    atlas::CloudProviderRoles made;
    atlas::AwsRole oak;
    oak.roleId = u"oak"_s;
    oak.authorized = daysAgo(300);
    atlas::AwsRole elm;
    elm.roleId = u"elm"_s;
    elm.history.created = daysAgo(20);
    atlas::AzureRole ash;
    ash.roleId = u"ash"_s;
    made.aws = {oak, elm};
    made.azure = {ash};
    made.listed = {Kind::Aws, Kind::Azure, Kind::Gcp};
    return made;
}

QList<atlas::AlertConfiguration> alerts()
{
    return {alert(u"CPS_EXPORT_FAILED"_s), alert(u"CPS_AUTO_EXPORT_FAILED"_s)};
}

insight::ProjectFacts project(int number, const QList<atlas::ExportBucket> &buckets,
                              const QList<insight::ClusterFacts> &clusters)
{
    insight::ProjectFacts facts;
    facts.project.id = projectId(number);
    facts.project.name = u"Grove %1"_s.arg(number);
    facts.buckets = whole(buckets);
    facts.clusters = whole(clusters);
    facts.roles = whole(roles());
    facts.alerts = whole(alerts());
    facts.endpoints = whole(QList<atlas::PrivateEndpoint>());
    return facts;
}

insight::ProjectFacts healthyProject(int number)
{
    return project(
        number, {awsBucket(bucketId(1))},
        {cluster(u"reed"_s, schedule(bucketId(1)),
                 {job(bucketId(1), "Successful", 0.5), job(bucketId(1), "Successful", 1.5)})});
}

atlas::ApiError error(int status, const QString &code, atlas::Role role)
{
    atlas::ApiError made;
    made.status = status;
    made.errorCode = code;
    made.reason = u"Refused"_s;
    made.role = role;
    return made;
}

QString shortly(const QList<insight::Finding> &findings)
{
    QStringList lines;
    for (const insight::Finding &finding : findings) {
        const QStringList parts{insight::codeWord(finding.code),
                                insight::severityWord(finding.severity),
                                finding.cluster ? finding.cluster->toString() : u"-"_s,
                                finding.bucketName.isEmpty() ? u"-"_s : finding.bucketName};
        lines.append(parts.join(u' '));
    }
    return lines.join(u'\n');
}

QList<insight::Finding> only(insight::FindingCode code, QList<insight::Finding> findings)
{
    findings.removeIf([code](const insight::Finding &finding) { return finding.code != code; });
    return findings;
}

} // namespace healthfacts
