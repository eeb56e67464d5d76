// SPDX-License-Identifier: Apache-2.0
#include "atlassim/accessrules.h"

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

} // namespace atlassim
