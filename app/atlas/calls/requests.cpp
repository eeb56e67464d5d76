// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/requests.h"

#include "atlas/calls/bucketscan.h"
#include "atlas/calls/decoding.h"
#include "atlas/calls/endpoint.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

QString flag(bool on)
{
    return on ? u"true"_s : u"false"_s;
}

QUrlQuery queryOf(const PageRequest &page)
{
    return {{u"includeCount"_s, flag(page.includeCount)},
            {u"itemsPerPage"_s, QString::number(page.itemsPerPage.value())},
            {u"pageNum"_s, QString::number(page.page.value())}};
}

/// Atlas wants the colons of a time escaped.
QString escapedTime(const QDateTime &time)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(time.toUTC().toString(Qt::ISODate)));
}

/// What an answer says is worth what was asked.
template<class T>
std::function<Result<Page<T>>(const QJsonObject &)> asAsked(
    const PageRequest &asked, Result<Page<T>> (*decode)(const QJsonObject &))
{
    return [asked, decode](const QJsonObject &answer) {
        return decode(answer).map([&asked](Page<T> page) {
            page.heed(asked, page.entryCount());
            return page;
        });
    };
}

std::optional<Page<ExportBucket>> readExportBuckets(const PageRequest &asked,
                                                    const QByteArray &body)
{
    const auto scan = BucketScan::of(body);
    if (!scan)
        return std::nullopt;
    auto page = scan->toPage();
    page.heed(asked, page.entryCount());
    return page;
}

} // namespace

RequestTarget withOptions(RequestTarget target, const CallOptions &options)
{
    auto items = target.query.queryItems();
    items.prepend({u"envelope"_s, flag(options.envelope)});
    items.append({u"pretty"_s, flag(options.prettyPrint)});
    target.query.setQueryItems(items);
    target.version = std::max(options.version, target.firstVersion.value_or(options.version));
    return target;
}

Request<Page<Project>> listProjects(const PageRequest &page)
{
    return {targetOf(Endpoint::Projects, queryOf(page)), asAsked(page, decodeProjects)};
}

Request<Project> getProject(ProjectId project)
{
    return {targetOf(Endpoint::Project, project), decodeProject};
}

Request<Page<ExportBucket>> listExportBuckets(ProjectId project, const PageRequest &page)
{
    return {targetOf(Endpoint::ExportBuckets, project, {}, queryOf(page)),
            asAsked(page, decodeExportBuckets), [page](const QByteArray &body) {
                return readExportBuckets(page, body);
            }};
}

Request<ExportBucket> getExportBucket(ProjectId project, BucketId bucket)
{
    return {targetOf(Endpoint::ExportBucket, project, {bucket.toHex()}), decodeExportBucket};
}

Request<Page<Cluster>> listClusters(ProjectId project, const PageRequest &page)
{
    return {targetOf(Endpoint::Clusters, project, {}, queryOf(page)),
            asAsked(page, decodeClusters)};
}

Request<BackupSchedule> getBackupSchedule(ProjectId project, const ClusterName &cluster)
{
    return {targetOf(Endpoint::BackupSchedule, project, {cluster.toString()}),
            decodeBackupSchedule};
}

Request<Page<ExportJob>> listExportJobs(ProjectId project, const ClusterName &cluster,
                                        const PageRequest &page)
{
    return {targetOf(Endpoint::ExportJobs, project, {cluster.toString()}, queryOf(page)),
            asAsked(page, decodeExportJobs)};
}

Request<CloudProviderRoles> getCloudProviderAccess(ProjectId project)
{
    return {targetOf(Endpoint::CloudProviderAccess, project), decodeCloudProviderAccess};
}

Request<Page<AlertConfiguration>> listAlertConfigurations(ProjectId project,
                                                          const PageRequest &page)
{
    return {targetOf(Endpoint::AlertConfigurations, project, {}, queryOf(page)),
            asAsked(page, decodeAlertConfigurations)};
}

Request<Page<PrivateEndpoint>> listPrivateEndpoints(ProjectId project, const PageRequest &page)
{
    return {targetOf(Endpoint::PrivateEndpoints, project, {}, queryOf(page)),
            asAsked(page, decodePrivateEndpoints)};
}

Request<Page<ProjectEvent>> listProjectEvents(ProjectId project, const EventFilter &filter,
                                              const PageRequest &page)
{
    QUrlQuery query = queryOf(page);
    for (const QString &type : filter.types)
        query.addQueryItem(u"eventType"_s, type);
    query.addQueryItem(u"minDate"_s, escapedTime(filter.from));
    query.addQueryItem(u"maxDate"_s, escapedTime(filter.to));
    return {targetOf(Endpoint::ProjectEvents, project, {}, query),
            asAsked(page, decodeProjectEvents)};
}

} // namespace atlas
