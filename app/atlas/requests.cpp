// SPDX-License-Identifier: Apache-2.0
#include "atlas/requests.h"

#include "atlas/bucketscan.h"
#include "atlas/decoding.h"

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

QString projectsPath()
{
    return u"/api/atlas/v2/groups"_s;
}

QString projectPath(ProjectId project)
{
    return projectsPath() + u'/' + project.toHex();
}

QString bucketsPath(ProjectId project)
{
    return projectPath(project) + "/backup/exportBuckets"_L1;
}

QString clustersPath(ProjectId project)
{
    return projectPath(project) + "/clusters"_L1;
}

QString backupPath(ProjectId project, const ClusterName &cluster)
{
    return clustersPath(project) + u'/' + cluster.toString() + "/backup"_L1;
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
    target.version = options.version;
    return target;
}

Request<Page<Project>> listProjects(const PageRequest &page)
{
    return {{projectsPath(), queryOf(page), EndpointSet::Projects, {}, Role::Unnamed},
            asAsked(page, decodeProjects)};
}

Request<Project> getProject(ProjectId project)
{
    return {{projectPath(project), {}, EndpointSet::Projects, {}}, decodeProject};
}

Request<Page<ExportBucket>> listExportBuckets(ProjectId project, const PageRequest &page)
{
    return {{bucketsPath(project), queryOf(page), EndpointSet::CloudBackups, project},
            asAsked(page, decodeExportBuckets),
            [page](const QByteArray &body) {
                return readExportBuckets(page, body);
            }};
}

Request<ExportBucket> getExportBucket(ProjectId project, BucketId bucket)
{
    return {{bucketsPath(project) + u'/' + bucket.toHex(), {}, EndpointSet::CloudBackups, project},
            decodeExportBucket};
}

Request<Page<Cluster>> listClusters(ProjectId project, const PageRequest &page)
{
    return {{clustersPath(project), queryOf(page), EndpointSet::Clusters, project},
            asAsked(page, decodeClusters)};
}

Request<BackupSchedule> getBackupSchedule(ProjectId project, const ClusterName &cluster)
{
    return {{backupPath(project, cluster) + "/schedule"_L1, {}, EndpointSet::CloudBackups, project},
            decodeBackupSchedule};
}

Request<Page<ExportJob>> listExportJobs(ProjectId project, const ClusterName &cluster,
                                        const PageRequest &page)
{
    return {{backupPath(project, cluster) + "/exports"_L1, queryOf(page), EndpointSet::CloudBackups,
             project, Role::ProjectBackupManager},
            asAsked(page, decodeExportJobs)};
}

Request<CloudProviderRoles> getCloudProviderAccess(ProjectId project)
{
    return {{projectPath(project) + "/cloudProviderAccess"_L1,
             {},
             EndpointSet::CloudProviderAccess,
             project},
            decodeCloudProviderAccess};
}

} // namespace atlas
