// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/backupendpoints.h"

#include "tests/atlassim/api/accessjson.h"
#include "tests/atlassim/api/accessrules.h"
#include "tests/atlassim/api/backupjson.h"

#include <algorithm>

namespace atlassim {

namespace {

Result listClusters(const Call &call)
{
    return accessibleProject(call).map([](const Project *project) {
        return Content(Listing{project->clusters.size(), [project](qsizetype i) {
                                   return clusterJson(*project, project->clusters[i]);
                               }});
    });
}

Result getSchedule(const Call &call)
{
    return accessibleProject(call)
        .and_then([&](const Project *project) { return backedUpCluster(call, *project); })
        .map([](const Cluster *cluster) { return Content(scheduleJson(*cluster)); });
}

QList<const ExportJob *> newestFirst(const QList<ExportJob> &jobs)
{
    QList<const ExportJob *> sorted;
    sorted.reserve(jobs.size());
    for (const ExportJob &job : jobs)
        sorted.append(&job);
    std::stable_sort(sorted.begin(), sorted.end(), [](const ExportJob *a, const ExportJob *b) {
        return a->createdAt > b->createdAt;
    });
    return sorted;
}

Result listExportJobs(const Call &call)
{
    return projectWithManagedBackups(call)
        .and_then([&](const Project *project) { return backedUpCluster(call, *project); })
        .map([](const Cluster *cluster) {
            const auto jobs = newestFirst(cluster->exportJobs);
            return Content(Listing{jobs.size(), [jobs](qsizetype i) {
                                       return exportJobJson(*jobs[i]);
                                   }});
        });
}

Result getCloudProviderAccess(const Call &call)
{
    return accessibleProject(call).map([](const Project *project) {
        return Content(accessJson(project->cloudProviderAccess, project->id));
    });
}

Result listPrivateEndpoints(const Call &call)
{
    return ownedProject(call).map([](const Project *project) {
        return Content(Listing{project->privateEndpoints.size(), [project](qsizetype i) {
                                   return privateEndpointJson(project->privateEndpoints[i]);
                               }});
    });
}

} // namespace

QList<Endpoint> backupEndpoints()
{
    const ResourceVersion first{{2023, 1, 1}};
    const ResourceVersion second{{2024, 8, 5}};
    const RateSet backups = ratesets::cloudBackups();
    return {
        {QStringLiteral("/groups/{groupId}/clusters"),
         {first, second},
         RateScope::PerProject,
         ratesets::clusters(),
         listClusters},
        {QStringLiteral("/groups/{groupId}/clusters/{clusterName}/backup/schedule"),
         {first, second},
         RateScope::PerProject,
         backups,
         getSchedule},
        {QStringLiteral("/groups/{groupId}/clusters/{clusterName}/backup/exports"),
         {first},
         RateScope::PerProject,
         backups,
         listExportJobs},
        {QStringLiteral("/groups/{groupId}/cloudProviderAccess"),
         {first},
         RateScope::PerProject,
         ratesets::cloudProviderAccess(),
         getCloudProviderAccess},
        {QStringLiteral("/groups/{groupId}/backup/AWS/privateEndpoints"),
         {{{2024, 11, 13}}},
         RateScope::PerProject,
         backups,
         listPrivateEndpoints},
    };
}

} // namespace atlassim
