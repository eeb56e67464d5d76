// SPDX-License-Identifier: Apache-2.0
#include "session/exportscope.h"

#include "session/session.h"

namespace {

/// By its ID alone, if the list of projects does not have it.
atlas::Project projectIn(const buckets::ProjectList &projects, atlas::ProjectId id)
{
    if (auto project = projects.project(id))
        return *project;
    atlas::Project unlisted;
    unlisted.id = id;
    return unlisted;
}

} // namespace

share::ExportScope exportScopeOf(Session &session)
{
    const buckets::ProjectList &projects = session.projects();
    const buckets::Inventory &inventory = session.inventory();
    share::ExportScope scope;
    scope.generatedAt = QDateTime::currentDateTimeUtc();
    scope.baseUrl = session.profile().baseUrl.url();
    const auto only = inventory.isShown() ? inventory.project() : session.pager().project();
    if (only) {
        scope.projects.append(projectIn(projects, *only));
    } else {
        for (int row = 0; row < projects.rowCount(); ++row)
            scope.projects.append(projects.projectAt(row));
    }
    if (inventory.isShown()) {
        const auto unread = inventory.unreadProjects();
        for (const buckets::UnreadProject &one : unread)
            scope.unread.append({projectIn(projects, one.project), atlas::wordedAnew(one.error)});
    }
    return scope;
}
