// SPDX-License-Identifier: Apache-2.0
#include "findingcases.h"

using namespace Qt::Literals::StringLiterals;
using namespace healthfacts;

namespace {

using Buckets = QList<atlas::ExportBucket>;

constexpr auto Account = "https://grove.blob.core.windows.net";

atlas::ExportBucket withRole(atlas::ExportBucket bucket, const QString &role)
{
    bucket.text(atlas::BucketField::RoleId) = role;
    return bucket;
}

/// A bucket whose role stands in some way, with automatic export to it or without.
insight::ProjectFacts roleCase(const QString &role, bool isUsed)
{
    insight::ProjectFacts facts = healthyProject();
    const atlas::ExportBucket other = withRole(awsBucket(bucketId(2), u"beech"_s), role);
    if (isUsed)
        facts.buckets.value = {withRole(facts.buckets.value.constFirst(), role)};
    else
        facts.buckets.value.append(other);
    return facts;
}

insight::ProjectFacts gcpCase(const std::optional<QString> &status)
{
    insight::ProjectFacts facts = roleCase(u"yew"_s, true);
    facts.buckets.value.first().text(atlas::BucketField::Provider) = u"GCP"_s;
    atlas::GcpRole role;
    role.roleId = u"yew"_s;
    role.status = status;
    facts.roles.value.gcp = {role};
    return facts;
}

/// Nothing but buckets; nobody needs the rest.
insight::ProjectFacts bucketsAlone(const Buckets &buckets)
{
    insight::ProjectFacts facts = project(1, buckets);
    // So that none of them is unused.
    for (const atlas::ExportBucket &bucket : buckets) {
        facts.clusters.value.append(cluster(u"c%1"_s.arg(facts.clusters.value.size()),
                                            schedule(bucket.id),
                                            {job(bucket.id, "Successful", 0.5)}));
    }
    return facts;
}

QList<FindingCase> bucketCases()
{
    const QString duplicate = u"DUPLICATE_BUCKET warning - acorn"_s;
    const auto id = [](int number) {
        return bucketId(number);
    };
    const auto azure = [&id](int number, const QString &url) {
        return azureBucket(id(number), u"acorn"_s, url);
    };
    const QString account = QString::fromLatin1(Account);
    insight::ProjectFacts unused = healthyProject();
    unused.buckets.value.append(awsBucket(bucketId(2), u"beech"_s));
    const auto usedOnce = [&unused](const atlas::ExportJob &job) {
        insight::ProjectFacts facts = unused;
        facts.clusters.value.append(cluster(u"fern"_s, scheduleWithoutExport(), {job}));
        return facts;
    };
    atlas::ExportJob toSomewhere = job(bucketId(1), "Successful", 20);
    toSomewhere.bucket.reset();
    insight::ProjectFacts leftOver = unused;
    leftOver.clusters.value.append(cluster(u"fern"_s, schedule(bucketId(2))));
    leftOver.clusters.value.last().schedule.value->autoExportEnabled = false;
    const QString fern = u"NO_EXPORT info fern -"_s;
    return {
        {"registered twice", bucketsAlone({awsBucket(id(1)), awsBucket(id(2))}), duplicate},
        {"registered three times, one row",
         bucketsAlone({awsBucket(id(1)), awsBucket(id(2)), awsBucket(id(3))}), duplicate},
        {"with other roles", bucketsAlone({awsBucket(id(1)), withRole(awsBucket(id(2)), u"elm"_s)}),
         u"ROLE_NOT_AUTHORIZED critical - acorn"_s},
        {"both forms of one address",
         bucketsAlone(
             {azure(1, account), azure(2, account + u"/acorn"_s), azure(3, account + u"/"_s)}),
         duplicate},
        {"other accounts",
         bucketsAlone({azure(1, account), azure(2, u"https://hedge.blob.core.windows.net"_s)}),
         {}},
        {"unused", unused, u"UNUSED_BUCKET info - beech"_s},
        {"used by hand", usedOnce(job(bucketId(2), "Successful", 400)), fern},
        {"used by hand long ago", usedOnce(job(bucketId(2), "Successful", 400.01)),
         u"UNUSED_BUCKET info - beech\n"_s + fern},
        {"a job to nobody knows where", usedOnce(toSomewhere), fern},
        {"still set", leftOver,
         u"UNUSED_BUCKET info - beech\n"_s + fern + u"\nEXPORT_LEFT_OVER info fern beech"_s},
    };
}

QList<FindingCase> roleCases()
{
    insight::ProjectFacts unlisted = roleCase(u"larch"_s, true);
    unlisted.roles.value.listed = {};
    insight::ProjectFacts unnamed = healthyProject();
    unnamed.buckets.value.first().text(atlas::BucketField::RoleId).reset();
    const QString unauthorized = u"ROLE_NOT_AUTHORIZED critical - acorn"_s;
    return {
        {"role gone", roleCase(u"larch"_s, true), u"ROLE_GONE critical - acorn"_s},
        {"role gone, unused", roleCase(u"larch"_s, false),
         u"ROLE_GONE warning - beech\nUNUSED_BUCKET info - beech"_s},
        {"role not authorized", roleCase(u"elm"_s, true), unauthorized},
        {"role not authorized, unused", roleCase(u"elm"_s, false),
         u"ROLE_NOT_AUTHORIZED warning - beech\nUNUSED_BUCKET info - beech"_s},
        {"roles of that provider not told", unlisted, {}},
        {"no role named", unnamed, {}},
        {"Google, complete", gcpCase(u"COMPLETE"_s), {}},
        {"Google, not initiated", gcpCase(u"NOT_INITIATED"_s), unauthorized},
        {"Google, in progress", gcpCase(u"IN_PROGRESS"_s), unauthorized},
        {"Google, failed", gcpCase(u"FAILED"_s), unauthorized},
        {"Google, a status that came later", gcpCase(u"MELTED"_s), {}},
        {"Google, no status", gcpCase({}), {}},
    };
}

insight::ProjectFacts routeCase(const QString &bucketRegion,
                                const QList<atlas::Cluster::Region> &clusterRegions)
{
    insight::ProjectFacts facts = healthyProject();
    facts.buckets.value.first().text(atlas::BucketField::Region) = bucketRegion;
    facts.clusters.value.first().cluster.regions = clusterRegions;
    return facts;
}

insight::ProjectFacts privateCase(const QString &status, const QString &from = u"US_EAST_1"_s,
                                  const QString &to = u"US_EAST_1"_s)
{
    insight::ProjectFacts facts = healthyProject();
    facts.buckets.value.first().flag(atlas::BucketField::PrivateNetworking) = true;
    if (!status.isEmpty())
        facts.endpoints.value = {{u"1"_s, to, from, status, {}}};
    return facts;
}

QList<FindingCase> routeCases()
{
    const QString differs = u"REGION_DIFFERS warning reed acorn"_s;
    const QString noEndpoint = u"NO_PRIVATE_ENDPOINT warning reed acorn"_s;
    insight::ProjectFacts off = routeCase(u"eu-west-1"_s, {{u"AWS"_s, u"US_EAST_1"_s}});
    off.clusters.value.first().schedule.value->autoExportEnabled = false;
    insight::ProjectFacts forbidden = privateCase({});
    forbidden.endpoints = {{}, {}, error(401, u"USER_UNAUTHORIZED"_s, atlas::Role::ProjectOwner)};
    insight::ProjectFacts broken = privateCase({});
    broken.endpoints = {{}, {}, error(500, u"UNEXPECTED_ERROR"_s)};
    insight::ProjectFacts open = privateCase({});
    open.buckets.value.first().flag(atlas::BucketField::PrivateNetworking) = false;
    return {
        {"another region", routeCase(u"eu-west-1"_s, {{u"AWS"_s, u"US_EAST_1"_s}}), differs},
        {"spelled otherwise", routeCase(u"US_EAST_1"_s, {{u"AWS"_s, u"us-east-1"_s}}), {}},
        {"one of several",
         routeCase(u"eu-west-1"_s, {{u"AWS"_s, u"US_EAST_1"_s}, {u"AWS"_s, u"EU_WEST_1"_s}}),
         {}},
        {"the other is elsewhere",
         routeCase(u"eu-west-1"_s, {{u"AWS"_s, u"US_EAST_1"_s}, {u"GCP"_s, u"EU_WEST_1"_s}}),
         differs},
        {"not on AWS", routeCase(u"eu-west-1"_s, {{u"AZURE"_s, u"US_EAST"_s}}), {}},
        {"region of the cluster not told", routeCase(u"eu-west-1"_s, {{u"AWS"_s, {}}}), {}},
        {"another region, but off", off,
         u"NO_EXPORT info reed -\nEXPORT_LEFT_OVER info reed acorn"_s},
        {"active endpoint", privateCase(u"ACTIVE"_s), {}},
        {"no endpoint", privateCase({}), noEndpoint},
        {"failed endpoint", privateCase(u"FAILED"_s), noEndpoint},
        {"endpoint from elsewhere", privateCase(u"ACTIVE"_s, u"EU_WEST_1"_s), noEndpoint},
        {"endpoint to elsewhere", privateCase(u"ACTIVE"_s, u"US_EAST_1"_s, u"EU_WEST_1"_s),
         noEndpoint},
        {"endpoints forbidden", forbidden, {}},
        {"endpoints broken", broken, u"NOT_READ warning - -"_s},
        {"not private", open, {}},
    };
}

insight::ProjectFacts alertCase(const QList<atlas::AlertConfiguration> &alerts)
{
    insight::ProjectFacts facts = healthyProject();
    facts.alerts.value = alerts;
    return facts;
}

QList<FindingCase> alertCases()
{
    using Alerts = QList<atlas::AlertConfiguration>;
    const QString nobody = u"NOBODY_TOLD warning - -"_s;
    Alerts off = alerts();
    off.first().isEnabled = false;
    Alerts toNobody = alerts();
    toNobody.last().recipients = 0;
    Alerts unnamed = alerts();
    unnamed.first().eventType.reset();
    const auto confined = [](const QString &field, const QString &comparison,
                             const QString &value) {
        Alerts made = alerts();
        made.first().matchers = {{field, comparison, value}};
        return alertCase(made);
    };
    insight::ProjectFacts noExport = alertCase({});
    noExport.clusters.value.first().schedule.value->autoExportEnabled = false;
    return {
        {"no alerts", alertCase({}), nobody},
        {"alert of jobs alone", alertCase(alerts().mid(0, 1)), nobody},
        {"alert of the automatism alone", alertCase(alerts().mid(1)), nobody},
        {"alert switched off", alertCase(off), nobody},
        {"alert to nobody", alertCase(toNobody), nobody},
        {"alert of no type", alertCase(unnamed), nobody},
        {"confined to this cluster", confined(u"CLUSTER_NAME"_s, u"EQUALS"_s, u"reed"_s), {}},
        {"confined to another", confined(u"CLUSTER_NAME"_s, u"EQUALS"_s, u"fern"_s), nobody},
        {"confined to all but it", confined(u"CLUSTER_NAME"_s, u"NOT_EQUALS"_s, u"reed"_s), nobody},
        {"confined to a beginning", confined(u"CLUSTER_NAME"_s, u"STARTS_WITH"_s, u"re"_s), {}},
        {"confined to what nobody can tell", confined(u"CLUSTER_NAME"_s, u"REGEX"_s, u"f.*"_s), {}},
        {"confined by something else", confined(u"REPLICA_SET_NAME"_s, u"EQUALS"_s, u"x"_s), {}},
        {"no alerts, no export", noExport,
         u"NO_EXPORT info reed -\nEXPORT_LEFT_OVER info reed acorn"_s},
    };
}

} // namespace

QList<FindingCase> placeCases()
{
    return bucketCases() + roleCases() + routeCases() + alertCases();
}
