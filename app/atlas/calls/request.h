// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "atlas/errors/role.h"
#include "atlas/values/calloptions.h"
#include "atlas/values/objectid.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace atlas {

/// Atlas limits the rate of its endpoints set by set.
enum class EndpointSet {
    Projects,
    CloudBackups,
    Clusters,
    CloudProviderAccess,
    AlertConfigurations,
    Events,
};

/// Where a GET goes and whose rate limit it draws on. Holds no credential and no host, and says
/// what is asked for: how, withOptions() adds.
struct RequestTarget
{
    /// From the root of the host, e.g. `/api/atlas/v2/groups`. Needs no escaping.
    QString path;
    QUrlQuery query;
    EndpointSet endpointSet = EndpointSet::Projects;
    /// The project whose limit it is; nothing if the limit is the credential's.
    std::optional<ProjectId> scope;
    /// Without it, Atlas refuses the call.
    Role role = Role::ProjectReadOnly;
    /// The version that is asked for.
    ApiVersion version{};
    /// The first version that has the call: it is asked for with none that is older. Nothing if all
    /// have it.
    std::optional<ApiVersion> firstVersion{};

    /// Whether the call is what chose the version, not the account.
    bool hasOwnVersion() const { return firstVersion == version; }
};

/// The target of the same request as it is sent by an account with these options.
RequestTarget withOptions(RequestTarget target, const CallOptions &options);

/// A typed GET: where it goes, and how its answer is read. No other method can be expressed.
template<class T>
struct Request
{
    RequestTarget target;
    std::function<Result<T>(const QJsonObject &answer)> decode;
    /// Reads the body of an answer with status 200 that is just as it should be, without the detour
    /// over an object; nothing if there is anything odd about it, which is then for `decode` to
    /// judge. May be absent.
    std::function<std::optional<T>(const QByteArray &body)> readQuickly = {};
};

} // namespace atlas
