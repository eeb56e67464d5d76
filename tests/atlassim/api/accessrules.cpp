// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/accessrules.h"

#include <algorithm>

namespace atlassim {

namespace {

bool isObjectId(const QString &text)
{
    return text.size() == 24 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

AtlasError invalidGroupId(const QString &id)
{
    return {404,
            QStringLiteral("INVALID_GROUP_ID"),
            QStringLiteral("An invalid group ID %1 was specified.").arg(id),
            {id}};
}

AtlasError groupNotFound(const QString &id)
{
    return {404,
            QStringLiteral("GROUP_NOT_FOUND"),
            QStringLiteral("No group with ID %1 exists.").arg(id),
            {id}};
}

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isClusterName(const QString &text)
{
    return !text.isEmpty() && isAsciiLetterOrDigit(text[0])
        && std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c == u'-' || isAsciiLetterOrDigit(c); });
}

AtlasError invalidClusterName(const QString &name)
{
    return {
        400,
        QStringLiteral("INVALID_PATH_PARAMETER"),
        QStringLiteral("Invalid path parameter clusterName specified."),
        {name},
        {{QStringLiteral("clusterName"), QStringLiteral("must match ^[a-zA-Z0-9][a-zA-Z0-9-]*$")}}};
}

AtlasError clusterNotFound(const QString &name, const Project &project)
{
    return {404,
            QStringLiteral("CLUSTER_NOT_FOUND"),
            QStringLiteral("No cluster named %1 exists in group %2.").arg(name, project.id),
            {name, project.id}};
}

AtlasError flexCluster(const QString &name)
{
    return {400,
            QStringLiteral("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API"),
            QStringLiteral("%1 is a flex cluster, which this call does not serve.").arg(name),
            {name}};
}

AtlasError backupConfigNotFound(const QString &name)
{
    return {404,
            QStringLiteral("BACKUP_CONFIG_NOT_FOUND"),
            QStringLiteral("Cluster %1 has no backup configuration.").arg(name),
            {name}};
}

std::optional<AtlasError> refusalOf(const Cluster &cluster, const Project &project)
{
    if (cluster.refusal)
        return cluster.refusal;
    switch (cluster.kind) {
    case ClusterKind::Flex:
        return flexCluster(cluster.name);
    case ClusterKind::Gone:
        return clusterNotFound(cluster.name, project);
    case ClusterKind::Ordinary:
        break;
    }
    if (!cluster.backupEnabled)
        return backupConfigNotFound(cluster.name);
    return std::nullopt;
}

AtlasError userUnauthorized()
{
    return {401, QStringLiteral("USER_UNAUTHORIZED"),
            QStringLiteral("The current user is not authorized to perform this action.")};
}

} // namespace

tl::expected<const Project *, AtlasError> accessibleProject(const Call &call)
{
    const QString id = call.parameters.value(QStringLiteral("groupId"));
    if (!isObjectId(id))
        return tl::unexpected(invalidGroupId(id));
    if (!call.caller.readsProjects)
        return tl::unexpected(userUnauthorized());
    const Project *project = call.world.project(id);
    if (!project)
        return tl::unexpected(groupNotFound(id));
    if (project->refusal)
        return tl::unexpected(*project->refusal);
    return project;
}

tl::expected<const Project *, AtlasError> projectWithManagedBackups(const Call &call)
{
    const auto project = accessibleProject(call);
    if (project && !call.caller.managesBackups)
        return tl::unexpected(userUnauthorized());
    return project;
}

tl::expected<const Project *, AtlasError> ownedProject(const Call &call)
{
    const auto project = accessibleProject(call);
    if (project && !call.caller.ownsProjects)
        return tl::unexpected(userUnauthorized());
    return project;
}

tl::expected<const Cluster *, AtlasError> backedUpCluster(const Call &call, const Project &project)
{
    const QString name = call.parameters.value(QStringLiteral("clusterName"));
    if (!isClusterName(name))
        return tl::unexpected(invalidClusterName(name));
    const Cluster *cluster = project.cluster(name);
    if (!cluster)
        return tl::unexpected(clusterNotFound(name, project));
    if (const auto refusal = refusalOf(*cluster, project))
        return tl::unexpected(*refusal);
    return cluster;
}

} // namespace atlassim
