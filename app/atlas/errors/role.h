// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

namespace atlas {

/// The role that a call takes, as Atlas's reference of the API says.
enum class Role : quint8 {
    /// Any credential will do, or nobody knows.
    Unnamed,
    ProjectReadOnly,
    ProjectBackupManager,
    ProjectOwner,
    OrganizationMember,
};

/// What Atlas calls it, in every language; empty for Role::Unnamed.
constexpr QLatin1StringView nameOf(Role role)
{
    switch (role) {
    case Role::Unnamed:
        break;
    case Role::ProjectReadOnly:
        return QLatin1StringView("Project Read Only");
    case Role::ProjectBackupManager:
        return QLatin1StringView("Project Backup Manager");
    case Role::ProjectOwner:
        return QLatin1StringView("Project Owner");
    case Role::OrganizationMember:
        return QLatin1StringView("Organization Member");
    }
    return {};
}

} // namespace atlas
