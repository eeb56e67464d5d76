// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketrole.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

template<class Role>
BucketRole find(const QString &id, const QList<Role> &roles)
{
    const auto found = std::find_if(roles.begin(), roles.end(),
                                    [&id](const Role &role) { return role.roleId == id; });
    return found == roles.end() ? BucketRole() : BucketRole(*found);
}

RoleStanding standing(const std::monostate &)
{
    return RoleStanding::Gone;
}

RoleStanding standing(const atlas::AwsRole &role)
{
    return role.authorized ? RoleStanding::Usable : RoleStanding::NotAuthorized;
}

/// Usable once it is there.
RoleStanding standing(const atlas::AzureRole &)
{
    return RoleStanding::Usable;
}

RoleStanding standing(const atlas::GcpRole &role)
{
    constexpr std::array notAuthorized{"NOT_INITIATED"_L1, "IN_PROGRESS"_L1, "FAILED"_L1};
    if (!role.status || *role.status == "COMPLETE"_L1)
        return RoleStanding::Usable;
    return std::find(notAuthorized.begin(), notAuthorized.end(), *role.status)
            == notAuthorized.end()
        ? RoleStanding::Unclear
        : RoleStanding::NotAuthorized;
}

} // namespace

BucketRole roleOf(const atlas::ExportBucket &bucket, const atlas::CloudProviderRoles &roles)
{
    if (!bucket.text(atlas::BucketField::RoleId))
        return {};
    for (const BucketRole &role : {find(*bucket.text(atlas::BucketField::RoleId), roles.aws),
                                   find(*bucket.text(atlas::BucketField::RoleId), roles.azure),
                                   find(*bucket.text(atlas::BucketField::RoleId), roles.gcp)}) {
        if (!std::holds_alternative<std::monostate>(role))
            return role;
    }
    return {};
}

RoleStanding standingOf(const BucketRole &role)
{
    return std::visit([](const auto &found) { return standing(found); }, role);
}

RoleStanding roleStandingOf(const atlas::ExportBucket &bucket,
                            const atlas::CloudProviderRoles &roles)
{
    const BucketRole role = roleOf(bucket, roles);
    const bool isKnown = !std::holds_alternative<std::monostate>(role)
        || roles.listed.contains(bucket.provider().kind());
    if (!bucket.text(atlas::BucketField::RoleId) || !isKnown)
        return RoleStanding::Unknown;
    return standingOf(role);
}

} // namespace buckets
