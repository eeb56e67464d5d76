// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/request.h"

#include <QLatin1StringView>
#include <QStringList>

#include <array>

namespace atlas {

/// What we read of Atlas.
enum class Endpoint : quint8 {
    Projects,
    Project,
    ExportBuckets,
    ExportBucket,
    Clusters,
    BackupSchedule,
    ExportJobs,
    CloudProviderAccess,
    AlertConfigurations,
    PrivateEndpoints,
    ProjectEvents,
};

/// All that is to be known of an endpoint before it is called.
struct EndpointRow
{
    Endpoint endpoint = Endpoint::Projects;
    /// Whose limit of calls it draws on: the project's, but for the set of the projects themselves,
    /// which draws on the credential's.
    EndpointSet set = EndpointSet::Projects;
    /// As Atlas's reference writes it, below `/api/atlas/v2`.
    QLatin1StringView path;
    /// Without it, Atlas refuses the call.
    Role role = Role::ProjectReadOnly;
    /// The first version that has it, `YYYY-MM-DD`; empty if all that we can ask for have it.
    QLatin1StringView firstVersion{};
};

/// A row an endpoint, in the order of the enumeration.
inline constexpr std::array endpoints{
    EndpointRow{Endpoint::Projects, EndpointSet::Projects, QLatin1StringView("/groups"),
                Role::Unnamed},
    EndpointRow{Endpoint::Project, EndpointSet::Projects, QLatin1StringView("/groups/{groupId}")},
    EndpointRow{Endpoint::ExportBuckets, EndpointSet::CloudBackups,
                QLatin1StringView("/groups/{groupId}/backup/exportBuckets")},
    EndpointRow{Endpoint::ExportBucket, EndpointSet::CloudBackups,
                QLatin1StringView("/groups/{groupId}/backup/exportBuckets/{exportBucketId}")},
    EndpointRow{Endpoint::Clusters, EndpointSet::Clusters,
                QLatin1StringView("/groups/{groupId}/clusters")},
    EndpointRow{Endpoint::BackupSchedule, EndpointSet::CloudBackups,
                QLatin1StringView("/groups/{groupId}/clusters/{clusterName}/backup/schedule")},
    EndpointRow{Endpoint::ExportJobs, EndpointSet::CloudBackups,
                QLatin1StringView("/groups/{groupId}/clusters/{clusterName}/backup/exports"),
                Role::ProjectBackupManager},
    EndpointRow{Endpoint::CloudProviderAccess, EndpointSet::CloudProviderAccess,
                QLatin1StringView("/groups/{groupId}/cloudProviderAccess")},
    EndpointRow{Endpoint::AlertConfigurations, EndpointSet::AlertConfigurations,
                QLatin1StringView("/groups/{groupId}/alertConfigs")},
    EndpointRow{Endpoint::PrivateEndpoints, EndpointSet::CloudBackups,
                QLatin1StringView("/groups/{groupId}/backup/AWS/privateEndpoints"),
                Role::ProjectOwner, QLatin1StringView("2024-11-13")},
    EndpointRow{Endpoint::ProjectEvents, EndpointSet::Events,
                QLatin1StringView("/groups/{groupId}/events")},
};

/// The target of a call to an endpoint that is no project's.
RequestTarget targetOf(Endpoint endpoint, const QUrlQuery &query = {});

/// The target of a call to a project's endpoint. `names` takes the places behind the project's in
/// the path, none of which needs escaping.
RequestTarget targetOf(Endpoint endpoint, ProjectId project, const QStringList &names = {},
                       const QUrlQuery &query = {});

} // namespace atlas
